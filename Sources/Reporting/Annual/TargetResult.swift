import Definitions
import Measures

/// What became of a target.
enum TargetResult: Hashable {
    case met
    /// Missed, by no more than was set as tolerable.
    case tolerated
    case missed
    /// Nothing says what was expected in the period.
    case none
    /// There is no figure, or one that is too coarse to tell.
    case notKnown

    var words: String {
        switch self {
        case .met: "Met"
        case .tolerated: "Missed, within what is tolerated"
        case .missed: "Missed"
        case .none: "No target"
        case .notKnown: "Not known"
        }
    }

    /// For programs.
    var code: String {
        switch self {
        case .met: "met"
        case .tolerated: "tolerated"
        case .missed: "missed"
        case .none: "no-target"
        case .notKnown: "not-known"
        }
    }
}

extension TargetResult {
    /// Where the source's rounding hides on which side of the target the figure lies, nothing is told.
    ///
    /// - Parameters:
    ///   - figure: as the reader sees it; nil where it is withheld, or there is none.
    ///   - target: what was expected at the end of its period; nil where nothing was.
    ///   - worst: the worst figure that is still tolerated; nil where nothing is said of that.
    init(_ figure: Observation?, target: Double?, worst: Double?, better: KPI.Better) {
        guard better != .neither else {
            self = .none
            return
        }
        guard let figure, let value = figure.value else {
            self = .notKnown
            return
        }
        guard let target else {
            self = .none
            return
        }
        func reaches(_ value: Double, _ goal: Double) -> Bool { better == .lower ? value <= goal : value >= goal }
        let ends = [figure.bounds?.low ?? value, figure.bounds?.high ?? value]
        let reached = Set(ends.map { reaches($0, target) })
        if reached.count > 1 {
            self = .notKnown
        } else if reached.contains(true) {
            self = .met
        } else {
            self = worst.map { worst in ends.allSatisfy { reaches($0, worst) } } ?? false ? .tolerated : .missed
        }
    }
}
