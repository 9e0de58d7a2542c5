import Definitions
import Disclosure
import Measures
import RuleLanguage

/// By how much a figure changed in a year, and whether chance alone brings as much, as one reader may know it.
struct YearChange {
    enum Chance: Hashable {
        case beyondChance
        case withinChance
        case notTested(Reason)
    }

    /// Why nothing is said of chance.
    enum Reason: Hashable, Comparable {
        /// One of the two figures is not there.
        case noFigure
        /// One of the two is withheld from the reader.
        case withheld
        /// The reader sees rounded figures, and the test is made of exact ones.
        case rounded
        /// A stock, an average, a sum of money, an index without its weights: no events are counted behind it.
        case noCounts
        /// The figure is a change itself.
        case isChange
        /// The two years are not counted alike.
        case countedOtherwise(Month)
        /// The part that the source rounded away decides.
        case borderline
    }

    /// In `unit`; nil where either figure is not seen, or the change has no meaning.
    var size: Quantity?
    var chance: Chance
    /// Whether the KPI's figure went its better way; nil where it did not move, or neither way is better.
    var isBetter: Bool?

    init(_ kpi: KPI, from before: SeenFigure?, to now: SeenFigure) {
        size = before.flatMap { Self.size(kpi.unit, from: $0.value, to: now.value) }
        chance = Self.chance(kpi, from: before, to: now)
        isBetter = before?.value.flatMap { then in
            now.value.flatMap { value in
                kpi.better == .neither || value == then ? nil : (value > then) == (kpi.better == .higher)
            }
        }
    }

    /// A relative change, or the difference of what are shares or changes themselves.
    private static func size(_ unit: Unit, from before: Double?, to now: Double?) -> Quantity? {
        guard let before, let now else { return nil }
        switch unit {
        case .percent, .points, .change: return Quantity(now - before, .points)
        case .count, .rate, .index, .money, .days:
            // Relative to less than nothing a change has no meaning.
            guard before >= 0, now >= 0 else { return nil }
            return Quantity(before == 0 ? (now == 0 ? 0 : .infinity) : (now - before) / before, .change)
        }
    }

    /// Of exact figures that the reader sees both of, by the test that rules make.
    private static func chance(_ kpi: KPI, from before: SeenFigure?, to now: SeenFigure) -> Chance {
        guard let before else { return .notTested(.noFigure) }
        guard let current = now.observation, let earlier = before.observation else { return .notTested(.withheld) }
        guard current.value != nil, earlier.value != nil else { return .notTested(.noFigure) }
        guard now.disclosed == .shown(current), before.disclosed == .shown(earlier) else { return .notTested(.rounded) }
        if kpi.unit == .change || kpi.unit == .points { return .notTested(.isChange) }
        if let step = kpi.declaration.steps.first(where: { $0.parts(now.period, from: before.period) }) {
            return .notTested(.countedOtherwise(step.at))
        }
        guard kpi.declaration.carriesCounts else { return .notTested(.noCounts) }
        return switch ChangeTest(of: kpi.declaration).answer(current, in: now.period, since: earlier, in: before.period) {
        case .beyondChance: .beyondChance
        case .withinChance: .withinChance
        case .notTested(.borderline): .notTested(.borderline)
        case .notTested(.noCounts): .notTested(.noCounts)
        case .notTested: .notTested(.noFigure)
        }
    }

    var isTested: Bool {
        switch chance {
        case .beyondChance, .withinChance: true
        case .notTested: false
        }
    }
}
