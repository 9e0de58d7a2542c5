/// A sign that a figure differs from those before it by more than chance, and whether that is for the better.
public struct SpecialCause: Sendable, Hashable, CaseIterable {
    public enum Sign: Sendable, Hashable, CaseIterable {
        case outsideLimits, twoOfThree, shift, trend
    }

    public enum Course: Sendable, Hashable, CaseIterable {
        case worse, better
        /// The KPI calls neither way better.
        case neither
    }

    /// Shows in the shape of the mark.
    public var sign: Sign
    /// Shows in colour, and a turn for the worse in a ring round the mark too.
    public var course: Course

    public init(_ sign: Sign, _ course: Course) {
        self.sign = sign
        self.course = course
    }

    public static var allCases: [SpecialCause] {
        Sign.allCases.flatMap { sign in Course.allCases.map { SpecialCause(sign, $0) } }
    }

    /// In the words of the key under a chart.
    var words: String {
        let name =
            switch sign {
            case .outsideLimits: "outside the limits"
            case .twoOfThree: "two of three near a limit"
            case .shift: "shift"
            case .trend: "trend"
            }
        return switch course {
        case .worse: "\(name), worse"
        case .better: "\(name), better"
        case .neither: name
        }
    }
}
