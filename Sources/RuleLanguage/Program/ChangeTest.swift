public import Measures

/// Whether chance is excluded for a change between two figures of a KPI: the test that `significant` makes in a rule, for all who
/// have to tell the same of two figures without one.
public struct ChangeTest: Sendable {
    public enum Answer: Sendable, Hashable {
        /// A change of this size and side is more than chance brings.
        case beyondChance
        /// Chance alone brings changes of this size.
        case withinChance
        /// No test can be made, or what its source rounded away decides.
        case notTested(AbsenceReason)
    }

    let test: SignificanceTest
    /// As a fraction: 0.95.
    public let level: Double

    /// The test of a period's figure against the same period of an earlier year.
    ///
    /// - Parameter level: how sure one wants to be, as a fraction: 95% as in rules that state none.
    public init(of kpi: KPIDeclaration, level: Double = 0.95) {
        self.init(SignificanceTest(unit: kpi.unit, dispersion: kpi.dispersion, stretch: 1), level: level)
    }

    init(_ test: SignificanceTest, level: Double) {
        self.test = test
        self.level = level
    }

    /// How the test of a unit's figures is called: `exact conditional test of two counts`.
    public static func method(of unit: Unit) -> String {
        switch unit {
        case .percent: "exact conditional test of two shares"
        case .index: "exact conditional test of two weighted counts"
        default: "exact conditional test of two counts"
        }
    }

    /// p is greatest where the figures are alike and falls away from there, so its values at the ends of the rounding bound it between
    /// them: not known only where some ends are significant and others not, or where they are significant on different sides.
    public func answer(_ now: Observation, in period: Period, since before: Observation, in earlier: Period) -> Answer {
        if let reason = Cell.firstReason(now, before) { return .notTested(reason) }
        guard let ends = ends(now, in: period, since: before, in: earlier) else { return .notTested(.noCounts) }
        // 1 for a significant rise, −1 for a significant fall, 0 within chance.
        let sides = Set(ends.map { $0.pValue < 1 - level ? ($0.rises ? 1 : -1) : 0 })
        if sides == [0] { return .withinChance }
        return sides.count == 1 ? .beyondChance : .notTested(.borderline)
    }

    /// The exact test at the two ends of what rounding allows: the least rise and the greatest. Nil where the
    /// observations lack what the test needs.
    func ends(
        _ now: Observation, in period: Period, since before: Observation, in earlier: Period
    ) -> [SignificanceTest.Outcome]? {
        guard let current = Evaluation.counts(now, test.unit, in: period),
            let base = Evaluation.counts(before, test.unit, in: earlier),
            let least = test.outcome(now, current.low, before, base.high)
        else { return nil }
        // Exact figures have one end.
        if current.low == current.high, base.low == base.high { return [least, least] }
        return test.outcome(now, current.high, before, base.low).map { [least, $0] }
    }
}
