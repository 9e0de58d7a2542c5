import Statistics
import Testing

@Suite(
    "OHID's published limits are met to 1e-9",
    .enabled(if: ExpectedVectors.areThere, "shared/expected is not beside the project"))
struct ExpectedIntervalTests {
    let tolerance = 1e-9

    @Test func `Byar's and Wilson's limits`() throws {
        let records = try ExpectedVectors.records(of: "phe_byars_wilson.csv")
        #expect(records.count == 7)
        for record in records {
            let numerator = try #require(Double(record[0]))
            let level = record[4] == "95%" ? 0.95 : 0.998
            let interval =
                record[5] == "Byars"
                ? try PoissonInterval.byar(count: numerator, level: level)
                : try ProportionInterval.wilson(
                    numerator: numerator, denominator: try #require(Double(record[1])), level: level)
            check(interval.lower, against: record[2])
            check(interval.upper, against: record[3])
        }
    }

    @Test func `rates, exact under 10 events and Byar's from 10`() throws {
        let records = try ExpectedVectors.records(of: "phe_rate.csv")
        #expect(records.count == 10)
        for record in records {
            guard let numerator = Double(record[1]), let denominator = Double(record[2]) else {
                #expect(record[3].isEmpty)
                continue
            }
            let multiplier = try #require(Double(record[10]))
            for (level, lower) in [(0.95, 4), (0.998, 6)] {
                let interval = try PoissonInterval.standard(count: numerator, level: level)
                    .scaled(by: multiplier / denominator)
                check(interval.lower, against: record[lower])
                check(interval.upper, against: record[lower + 1])
            }
        }
    }

    @Test func `proportions and percentages`() throws {
        let records = try ExpectedVectors.records(of: "phe_proportion.csv")
        #expect(records.count == 10)
        for record in records {
            guard let numerator = Double(record[1]), let denominator = Double(record[2]) else {
                #expect(record[3].isEmpty)
                continue
            }
            let multiplier = try #require(Double(record[10]))
            for (level, lower) in [(0.95, 4), (0.998, 6)] {
                let interval = try ProportionInterval.wilson(
                    numerator: numerator, denominator: denominator, level: level
                ).scaled(by: multiplier)
                check(interval.lower, against: record[lower])
                check(interval.upper, against: record[lower + 1])
            }
        }
    }

    /// A blank limit is one that the reference suite does not state.
    private func check(_ limit: Double, against field: String) {
        if let expected = Double(field) { #expect(agree(limit, expected, within: tolerance)) }
    }
}
