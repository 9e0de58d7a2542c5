import Diagnostics
import Measures
import RuleLanguage
import Testing

@testable import RuleTesting

@Suite("Figures in shorthand")
struct SeriesTextTests {
    private static func kpi(_ unit: Unit) -> KPIDeclaration {
        KPIDeclaration(name: "kpi", unit: unit, grains: Grain.allCases, carriesCounts: true, addsUpOverPeriods: false)
    }

    private static let rate = Unit.rate(Unit.Rate(per: 1000, of: "people"))

    /// The figures as a reader would write them down: value, ends, provisional, or the state.
    private func told(_ text: String, _ unit: Unit = .count) throws -> [String] {
        try SeriesText(kpi: Self.kpi(unit)).figures(text).map { figure in
            guard figure.state == .reported, let value = figure.value else { return "\(figure.state)" }
            var words = DecimalText.shortest(value, upTo: 6)
            if let bounds = figure.bounds { words += " in \(bounds.low)...\(bounds.high)" }
            if let numerator = figure.numerator, let denominator = figure.denominator {
                words += " = \(numerator)/\(denominator)"
            }
            return (figure.provisional ? "~" : "") + words
        }
    }

    @Test("a rate from its parts is told over the time that its unit names")
    func rateOverTime() throws {
        func told(_ time: Unit.TimeBase, _ first: String) throws -> [Double?] {
            let unit = Unit.rate(Unit.Rate(per: 1000, of: "people", time: time))
            return try SeriesText(kpi: Self.kpi(unit), first: Period(first)).figures("5/1000 _").map(\.value)
        }
        #expect(try told(.period, "2024 Q1") == [5, nil])
        #expect(try told(.year, "2024 Q1") == [20, nil])
        #expect(try told(.year, "2024-01") == [60, nil])
        #expect(try told(.month, "2024-01") == [5, nil])
        #expect(try told(.quarter, "2024") == [1.25, nil])
    }

    @Test("a figure, its repetition, its step, its rounding, its parts, and what is not there")
    func shorthand() throws {
        #expect(try told("135 148") == ["135", "148"])
        #expect(try told("  135\n 148\t9 ") == ["135", "148", "9"])
        #expect(try told("") == [])
        #expect(try told("10x3") == ["10", "10", "10", "10"])
        #expect(try told("10x0") == ["10"])
        #expect(try told("10+2x5") == ["10", "12", "14", "16", "18", "20"])
        #expect(try told("10-4x2") == ["10", "6", "2"])
        #expect(try told("1-1x2", .index) == ["1", "0", "−1"])
        #expect(try told("1.5+0.5x2", .index) == ["1.5", "2", "2.5"])
        #expect(try told("134..135") == ["134.5 in 134.0...135.0"])
        #expect(try told("~135 ~134..135") == ["~135", "~134.5 in 134.0...135.0"])
        #expect(try told("_ ? withheld no-value failed") == ["missing", "notDue", "withheld", "noValue", "moduleFailed"])
        #expect(try told("_x3 7 ?x2") == ["missing", "missing", "missing", "7", "notDue", "notDue"])
        #expect(try told("31% 27/900", .percent) == ["0.31", "0.03 = 27.0/900.0"])
        #expect(try told("27/9000", Self.rate) == ["3 = 27.0/9000.0"])
        #expect(try told("270/9000/4860", .index) == ["0.03 = 270.0/9000.0"])
        #expect(try told("£5000 5000", .money) == ["5,000", "5,000"])
        #expect(try told("-3 2.5", .points) == ["−0.03", "0.025"])
    }

    @Test("a count is the events behind itself, a share has those of its upper part")
    func counts() throws {
        #expect(try SeriesText(kpi: Self.kpi(.count)).figures("12").first?.count == 12)
        #expect(try SeriesText(kpi: Self.kpi(.percent)).figures("27/900").first?.count == 27)
        #expect(try SeriesText(kpi: Self.kpi(.percent)).figures("31%").first?.count == nil)
        #expect(try SeriesText(kpi: Self.kpi(.money)).figures("12").first?.count == nil)
        let index = SeriesText(kpi: Self.kpi(.index))
        #expect(try index.figures("270.5/9000/4860").first?.sumOfSquaredWeights == 4860)
        #expect(try index.figures("270/9000").first?.sumOfSquaredWeights == nil)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        var text: String
        var unit = Unit.count
        var problem: RuleTestProblem
        var at: String
        var testDescription: String { text }
    }

    @Test(
        "what is no figure is refused at its place",
        arguments: [
            Bad(text: "135 l48 9", problem: .badToken("l48"), at: "l48"),
            Bad(text: "1e9", problem: .badToken("1e9"), at: "1e9"),
            Bad(text: "-2", problem: .badToken("-2"), at: "-2"),
            Bad(text: "10-4x3", problem: .badToken("10-4x3"), at: "10-4x3"),
            Bad(text: "nan", problem: .badToken("nan"), at: "nan"),
            Bad(text: "~_", problem: .badToken("~_"), at: "~_"),
            Bad(text: "9..3", problem: .badToken("9..3"), at: "9..3"),
            Bad(text: "1..2..3", problem: .badToken("1..2..3"), at: "1..2..3"),
            Bad(text: "3/0", unit: .percent, problem: .badToken("3/0"), at: "3/0"),
            Bad(text: "3/4", problem: .tokenOfOtherUnit("3/4", unit: "count", offers: nil), at: "3/4"),
            Bad(
                text: "3/4/9", unit: .percent, problem: .tokenOfOtherUnit("3/4/9", unit: "percent", offers: nil), at: "3/4/9"
            ),
            Bad(text: "3/4/-9", unit: .index, problem: .badToken("3/4/-9"), at: "3/4/-9"),
            Bad(text: "3/0/9", unit: .index, problem: .badToken("3/0/9"), at: "3/0/9"),
            Bad(text: "31", unit: .percent, problem: .tokenOfOtherUnit("31", unit: "percent", offers: "31%"), at: "31"),
            Bad(text: "31%", problem: .tokenOfOtherUnit("31%", unit: "count", offers: "31"), at: "31%"),
            Bad(text: "£3%", problem: .badToken("£3%"), at: "£3%"),
            Bad(text: "5 10%+2x5", unit: .percent, problem: .tokenOfOtherUnit("5", unit: "percent", offers: "5%"), at: "5"),
            Bad(text: "10%+2x5", unit: .percent, problem: .stepOfNoNumber("10%+2x5"), at: "10%+2x5"),
            Bad(text: "10x3000", problem: .tooManyFigures(limit: 2000), at: "10x3000"),
            Bad(text: "10x1500 10x1500", problem: .tooManyFigures(limit: 2000), at: "10x1500"),
            Bad(
                text: "10x99999999999999999999", problem: .badToken("10x99999999999999999999"), at: "10x99999999999999999999"
            ),
        ])
    func refused(_ bad: Bad) throws {
        let error = #expect(throws: SeriesText.Finding.self) { try SeriesText(kpi: Self.kpi(bad.unit)).figures(bad.text) }
        let finding = try #require(error)
        #expect(finding.problem == bad.problem)
        #expect(String(decoding: Array(bad.text.utf8)[finding.range], as: UTF8.self) == bad.at)
    }
}
