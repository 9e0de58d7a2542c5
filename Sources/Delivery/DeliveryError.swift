public import Diagnostics

/// Why a notice could not go out. It goes on waiting.
public struct DeliveryError: Error, Sendable, Equatable {
    public let problem: DeliveryProblem

    public init(_ problem: DeliveryProblem) {
        self.problem = problem
    }

    public var words: String { problem.words }
    public var remedy: String? { problem.remedy }
    /// Whether it is the receiver that doesn't answer.
    var isSilence: Bool { problem.isSilence }
}

extension DeliveryError: CustomStringConvertible {
    public var description: String { words }
}
