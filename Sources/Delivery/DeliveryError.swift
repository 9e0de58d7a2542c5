public import Diagnostics

/// Why a notice could not go out. It goes on waiting.
public struct DeliveryError: Error, Sendable, Equatable {
    public let problem: DeliveryProblem

    public init(_ problem: DeliveryProblem) {
        self.problem = problem
    }

    public var words: String { problem.words }
    public var remedy: String? { problem.remedy }
}

extension DeliveryError: CustomStringConvertible {
    public var description: String { words }
}
