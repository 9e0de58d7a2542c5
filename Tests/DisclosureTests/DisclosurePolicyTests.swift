import Disclosure
import Measures
import Testing

@Suite struct DisclosurePolicyTests {
    private static let policy = DisclosurePolicy(withholdUpTo: 5, roundTo: 1)

    @Test("a count is withheld from 1 up to the threshold, and zero is told", arguments: 0...8)
    func smallCounts(count: Int) {
        let observation = Observation(value: Double(count), count: Double(count))
        let expected: DisclosedObservation = (1...5).contains(count) ? .withheld(.smallCount) : .shown(observation)
        #expect(Self.policy.disclosed(observation, unit: .count) == expected)
    }

    @Test(
        "a percentage goes with its numerator, its denominator and the rest",
        arguments: [
            (3.0, 100.0, true), (97, 100, true), (0, 4, true), (0, 100, false), (100, 100, false), (6, 12, false),
            (50, 100, false),
        ])
    func percentages(numerator: Double, denominator: Double, isWithheld: Bool) {
        let observation = Observation(
            value: numerator / denominator, numerator: numerator, denominator: denominator, count: numerator)
        #expect((Self.policy.disclosed(observation, unit: .percent).observation == nil) == isWithheld)
    }

    @Test(
        "a rate goes with its events and with the people among whom they are counted",
        arguments: [
            (2.0, 1_000.0, true), (6, 1_000, false), (0, 1_000, false), (0, 4, true),
        ])
    func rates(events: Double, people: Double, isWithheld: Bool) {
        let rate = Unit.rate(Unit.Rate(per: 1_000, of: "people"))
        let observation = Observation(
            value: events / people * 1_000, numerator: events, denominator: people, count: events)
        #expect((Self.policy.disclosed(observation, unit: rate).observation == nil) == isWithheld)
    }

    @Test("a figure without its counts is withheld from an audience with a threshold, unless its source published it")
    func unknownCounts() {
        let observation = Observation(value: 0.67)
        #expect(Self.policy.disclosed(observation, unit: .percent) == .withheld(.unknownCount))
        #expect(Self.policy.disclosed(observation, unit: .percent, isPublished: true) == .shown(observation))
        #expect(DisclosurePolicy.open.disclosed(observation, unit: .percent) == .shown(observation))
    }

    @Test(
        "an index goes where one event could make up more than the stated share of it",
        arguments: [
            (nil as Double?, 900.0, 90_000.0, false), (0.8, 900, 90_000, false), (0.8, 900, 640_000, true),
            (0.8, 0, 0, false),
        ])
    func dominance(share: Double?, sum: Double, squares: Double, isWithheld: Bool) {
        let policy = DisclosurePolicy(withholdUpTo: 5, roundTo: 1, dominance: share)
        let observation = Observation(value: sum / 10, numerator: sum, count: 9, sumOfSquaredWeights: squares)
        #expect((policy.disclosed(observation, unit: .index) == .withheld(.dominance)) == isWithheld)
    }

    @Test("an average goes with the number of values behind it, an index with its events")
    func otherUnits() {
        #expect(Self.policy.disclosed(Observation(value: 12, numerator: 36, denominator: 3), unit: .days).observation == nil)
        #expect(
            Self.policy.disclosed(Observation(value: 12, numerator: 120, denominator: 10), unit: .days).observation != nil)
        #expect(Self.policy.disclosed(Observation(value: 480.5, count: 4), unit: .index).observation == nil)
    }

    @Test(
        "why a figure is absent is told to everybody",
        arguments: [
            Observation.State.missing, .notDue, .withheld, .beforeHistory, .moduleFailed,
        ])
    func absentFigures(state: Observation.State) {
        let observation = Observation(absent: state)
        #expect(Self.policy.disclosed(observation, unit: .count) == .shown(observation))
    }

    @Test("what is shown after rounding follows from rounded counts only")
    func rounding() {
        let policy = DisclosurePolicy(withholdUpTo: 7, roundTo: 5)
        let share = policy.disclosed(
            Observation(value: 13.0 / 48, numerator: 13, denominator: 48, count: 13), unit: .percent)
        #expect(share.observation?.value == 15.0 / 50)
        #expect(share.observation?.count == 15)
        let count = policy.disclosed(Observation(value: 148, count: 148), unit: .count)
        #expect(count == .rounded(Observation(value: 150, count: 150)))
        #expect([8, 12.4, 12.5, 0].map { policy.rounded(count: $0) } == [10, 10, 15, 0])
    }

    @Test(
        "an index is told to about what one event could make of it, unless its events are held as counts",
        arguments: [
            // A value, the sum of weights that it is made of, the root of the sum of their squares, and what is told.
            (812.4, 812.4, 43.0, 800.0), (812.4, 812.4, 100.0, 800.0), (860, 860, 120, 800), (12.34, 1_234, 100, 12),
            (6.2, 6.2, 5.9, 10), (0, 0, 0, 0),
        ])
    func oneEvent(value: Double, sum: Double, root: Double, told: Double) throws {
        let observation = Observation(
            value: value, numerator: sum, denominator: 100, count: value == 0 ? 0 : 60, sumOfSquaredWeights: root * root)
        let area = Area(code: AreaCode("E1"), name: "Whole", level: AreaLevel("borough"))
        let period = Period(grain: .financialYear, ordinal: 2_023)
        func seen(_ records: String?, by policy: DisclosurePolicy) -> DisclosedObservation {
            var block = ObservationBlock(
                kpi: "harm", level: AreaLevel("borough"), unit: .index, areas: [AreaCode("E1")], first: period, periodCount: 1,
                filledWith: Observation(absent: .missing))
            block[0, 0] = observation
            let kpi = PublishedKPI(id: "harm", unit: .index, grains: [.financialYear], isPublished: false, records: records)
            let geography = Geography(
                levels: [AreaLevel("borough")], areas: [area], placements: [.init(code: "E1", level: AreaLevel("borough"), area: AreaCode("E1"))])
            return PublishedFigures(under: policy, of: [kpi], in: geography, blocks: [block])
                .disclosed(observation, of: "harm", area: AreaCode("E1"), period: period)
        }
        let rounded = try #require(seen(nil, by: Self.policy).observation)
        #expect(abs((rounded.value ?? .nan) - told) < 1e-9)
        #expect(rounded.numerator == nil && rounded.count == nil)
        #expect(seen("events", by: Self.policy).observation?.value == value)
        #expect(seen(nil, by: .open) == .shown(observation))
    }
}
