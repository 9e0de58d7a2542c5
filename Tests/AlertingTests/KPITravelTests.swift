import Definitions
import Measures
import Testing

@testable import Alerting

@Suite("The way a measure goes")
struct KPITravelTests {
    private static func count(_ value: Double) -> Observation { StatusTown.count(value) }

    @Test("travel goes by which way is better; the short on the quarter before, the long on the year before")
    func travel() throws {
        // Now against before and the year before, where lower is better.
        let cases: [(now: Double, before: Double, yearBefore: Double, short: KPIStatus.Travel, long: KPIStatus.Travel)] = [
            (90, 100, 100, .improved, .improved), (90, 80, 100, .worsened, .improved), (100, 100, 100, .steady, .steady),
            (110, 120, 100, .improved, .worsened), (110, 110, 110, .steady, .steady), (0, 5, 0, .improved, .steady),
            (5, 0, 0, .worsened, .worsened), (0, 0, 5, .steady, .improved),
        ]
        for entry in cases {
            for (better, turns) in [("lower", false), ("higher", true)] {
                let told = try #require(
                    try StatusTown.usual(better: better).status(
                        Self.count(entry.now), before: Self.count(entry.before), yearBefore: Self.count(entry.yearBefore)))
                #expect(told.short == (turns ? entry.short.turned : entry.short), "\(entry) \(better)")
                #expect(told.long == (turns ? entry.long.turned : entry.long), "\(entry) \(better)")
            }
        }
    }

    @Test("within the steady band a measure is steady, its ends among them; from nought any rise is beyond it")
    func steady() throws {
        var town = StatusTown.usual()
        town.keys[2] = "rag: {on: quarter, steady: 5%}"
        let expected: [(Double, KPIStatus.Travel)] = [
            (94, .improved), (95, .steady), (100, .steady), (105, .steady), (106, .worsened),
        ]
        for (value, travel) in expected {
            #expect(try town.status(Self.count(value))?.long == travel, "\(value)")
        }
        #expect(try town.status(Self.count(1), yearBefore: Self.count(0))?.long == .worsened)
        #expect(try town.status(Self.count(0), yearBefore: Self.count(0))?.long == .steady)
    }

    @Test("quarters of unlike length are compared by daily rates on the quarter before, and not on the year before")
    func dailyRates() throws {
        // 90 days in the first quarter of 2023, 91 in the second and in that of 2022.
        func told(_ figures: [Double]) throws -> KPIStatus {
            try #require(try StatusTown.usual().statuses(figures.map(Self.count)).first)
        }
        let even = try told([1, 182, 1, 1, 180, 182])
        #expect(even.short == .steady && even.long == .steady)
        let equal = try told([1, 180, 1, 1, 180, 180])
        #expect(equal.short == .improved && equal.long == .steady)
    }

    @Test("a measure told in points, or as a change, goes by its difference")
    func differences() throws {
        for (unit, target, band) in [("points", "5 points", "1 points"), ("change", "5%", "1%")] {
            var town = StatusTown()
            town.unit = unit
            town.keys = ["better: lower", "target: {value: \(target)}", "rag: {on: quarter, steady: \(band)}"]
            func told(_ now: Double) throws -> KPIStatus? {
                let before = Observation(value: 0.03)
                return try town.statuses([before, before, before, before, before, Observation(value: now)]).first
            }
            #expect(try told(0.019)?.long == .improved && told(0.04)?.long == .steady, "\(unit)")
            #expect(try told(0.051)?.long == .worsened && told(0.051)?.short == .worsened, "\(unit)")
            #expect(try told(0.051)?.colour == .red && told(0.05)?.colour == .green, "\(unit)")
        }
    }

    @Test("periods that overlap have a long travel alone")
    func overlapping() throws {
        var town = StatusTown.usual()
        town.keys[2] = "rag: {on: rolling year}"
        var block = ObservationBlock(
            kpi: "incidents", level: StatusTown.borough, unit: .count, areas: [StatusTown.whole],
            first: Period(.rollingYear, holding: Month(year: 2022, month: 1)), periodCount: 18,
            filledWith: Self.count(100))
        block[0, 17] = Self.count(90)
        let told = try #require(try town.judge([block]).statuses().first)
        #expect(told.short == nil && told.long == .improved && told.colour == .green)
    }
}

extension KPIStatus.Travel {
    /// The same move, where the other way is better.
    fileprivate var turned: Self {
        switch self {
        case .improved: .worsened
        case .worsened: .improved
        default: self
        }
    }
}
