import Statistics
import Testing

@Suite(
    "XmR charts agree with NHSRplotthedots",
    .enabled(if: ExpectedVectors.areThere, "shared/expected is not beside the project"))
struct ExpectedProcessControlTests {
    @Test func `mean and limits, with and without screening`() throws {
        let records = try ExpectedVectors.records(of: "nhsr_ptd_xmr_limits.csv")
        #expect(records.count == 3)
        for record in records {
            let limits = try XmRLimits(
                of: ExpectedVectors.numbers(record[1]), screening: record[2] == "True" ? .once : .none)
            for (value, field) in [(limits.mean, 3), (limits.lower, 4), (limits.upper, 5)] {
                // The reference prints seven digits.
                #expect(agree(value, try #require(Double(record[field])), within: 5e-7))
            }
        }
    }

    @Test func `every rule on every reference series`() throws {
        let records = try ExpectedVectors.records(of: "nhsr_ptd_rules.csv")
        #expect(records.count == 16)
        for record in records {
            let flags = ExpectedVectors.directions(record[1])
            let sides = ExpectedVectors.directions(record[2])
            let found: [Direction?]
            switch record[0] {
            case "seven_point_one_side":
                found = XmRChart.shift(flags)
            case "part_of_seven":
                found = XmRChart.backFilled(flags, length: 7)
            case "seven_point_trend":
                found = XmRChart.trend(ExpectedVectors.numbers(record[1]))
                #expect(found == ExpectedVectors.directions(record[3]))
            case "two_in_three":
                found = XmRChart.backFilled(XmRChart.twoOfThree(near: flags, sides: sides), length: 3)
            case "part_of_two_in_three":
                let windows = XmRChart.backFilled(XmRChart.twoOfThree(near: flags, sides: sides), length: 3)
                found = zip(windows, flags).map { $1 == nil ? nil : $0 }
            default:
                Issue.record("a rule that is not known: \(record[0])")
                continue
            }
            let expected = ExpectedVectors.numbers(record[3]).map { $0 != 0 }
            #expect(found.map { $0 != nil } == expected, "\(record)")
        }
    }

    @Test func `assurance by direction`() throws {
        let records = try ExpectedVectors.records(of: "nhsr_ptd_assurance.csv")
        #expect(records.count == 5)
        let directions: [String: Direction] = ["increase": .higher, "decrease": .lower]
        let answers: [String: Assurance] = [
            "consistent_pass": .consistentlyPasses, "consistent_fail": .consistentlyFails,
            "inconsistent": .inconsistent,
        ]
        for record in records {
            let found = assurance(
                lower: try #require(Double(record[1])), upper: try #require(Double(record[3])),
                target: try #require(Double(record[4])), better: directions[record[0]])
            #expect(found == answers[record[5]], "\(record)")
        }
    }
}
