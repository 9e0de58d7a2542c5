import Charts
import Statistics

/// Whether the newest figure of a KPI shows more than chance, in the words of NHS *Making Data Count*.
enum ProcessState: Hashable {
    /// Chance alone brings figures such as this one.
    case commonCause
    case specialCause(SpecialCause)
    /// Too few figures for limits.
    case tooFew
    /// There is no figure, or none of the newest period.
    case noFigure
    /// The periods share months.
    case overlapping
    /// It would tell of figures that the reader does not see, or sees rounded.
    case withheld

    var words: String {
        switch self {
        case .commonCause: "Common cause"
        case .specialCause(let cause): "Special cause, \(cause.course.courseWords): \(cause.sign.signWords)"
        case .tooFew: "Too few figures to tell"
        case .noFigure: "No figure"
        case .overlapping: "Not told: its periods overlap"
        case .withheld: "Withheld"
        }
    }

    /// Whether it says what figures show, and not why they show nothing.
    var isTold: Bool {
        switch self {
        case .commonCause, .specialCause, .tooFew: true
        case .noFigure, .overlapping, .withheld: false
        }
    }

    /// A sign that repeats the words without colour.
    var shape: String {
        switch self {
        case .commonCause: "○"
        case .specialCause(let cause):
            switch cause.course {
            case .worse: "▼"
            case .better: "▲"
            case .neither: "◆"
            }
        case .tooFew, .noFigure, .overlapping, .withheld: "–"
        }
    }

    /// For the page's styles.
    var cssClass: String {
        switch self {
        case .specialCause(let cause):
            switch cause.course {
            case .worse: "rag-red"
            case .better: "rag-green"
            case .neither: "rag-unknown"
            }
        default: "rag-unknown"
        }
    }
}

extension SpecialCause.Course {
    fileprivate var courseWords: String {
        switch self {
        case .worse: "concerning"
        case .better: "improving"
        case .neither: "neither better nor worse"
        }
    }
}

extension SpecialCause.Sign {
    fileprivate var signWords: String {
        switch self {
        case .outsideLimits: "outside the limits"
        case .twoOfThree: "two of three near a limit"
        case .shift: "seven on one side of the mean"
        case .trend: "seven in a row one way"
        }
    }
}

extension Assurance {
    /// Whether a target will be met if nothing changes.
    var words: String {
        switch self {
        case .consistentlyPasses: "Target consistently hit"
        case .consistentlyFails: "Target consistently missed"
        case .inconsistent: "Target hit and missed by chance"
        }
    }
}
