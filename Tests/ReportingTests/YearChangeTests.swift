import Definitions
import Disclosure
import Measures
import RuleLanguage
import Testing

@testable import Reporting

@Suite("A year's change is told against chance")
struct YearChangeTests {
    static let year = Period(grain: .financialYear, ordinal: 2023)

    private static func kpi(_ id: String, _ made: MadePartnership = MadePartnership()) throws -> KPI {
        try #require(try made.input.definitions.priorities.flatMap(\.kpis).first { $0.id == id })
    }

    private static func figure(_ disclosed: DisclosedObservation, _ kpi: KPI, _ period: Period = year) -> SeenFigure {
        SeenFigure(period: period, unit: kpi.unit, disclosed: disclosed)
    }

    private static func count(_ value: Double) -> Observation { Observation(value: value, count: value) }

    /// The year before, the year, and what is said of the change.
    static let changes: [(DisclosedObservation, DisclosedObservation, size: String, word: String)] = [
        (.shown(count(372)), .shown(count(385)), "+3.5%", "Within chance"),
        (.shown(count(203)), .shown(count(256)), "+26.1%", "Worse, beyond chance"),
        (.shown(count(256)), .shown(count(203)), "−20.7%", "Better, beyond chance"),
        (.shown(count(0)), .shown(count(12)), "from none", "Worse, beyond chance"),
        (.shown(count(0)), .shown(count(0)), "0%", "Within chance"),
        (.shown(Observation(value: 90)), .shown(count(256)), "+184.4%", "Not tested: no counts"),
        (.shown(Observation(absent: .missing)), .shown(count(256)), "", "Not tested: no figure"),
        (.withheld(.smallCount), .shown(count(256)), "", "Not tested: withheld"),
        (.shown(count(203)), .withheld(.smallCount), "", "Not tested: withheld"),
        (.rounded(count(205)), .rounded(count(255)), "+24.4%", "Not tested: rounded"),
        (.rounded(count(205)), .shown(Observation(absent: .missing)), "", "Not tested: no figure"),
        (
            .shown(Observation(value: 70, bounds: .init(low: 60, high: 80), count: 70)), .shown(count(100)), "+42.9%",
            "Not tested: borderline"
        ),
    ]

    @Test("by how much, whether by more than chance, and if nothing is said of chance why", arguments: changes)
    func change(_ example: (DisclosedObservation, DisclosedObservation, size: String, word: String)) throws {
        let kpi = try Self.kpi("collisions")
        let change = YearChange(
            kpi, from: Self.figure(example.0, kpi, Self.year.yearBefore), to: Self.figure(example.1, kpi))
        #expect(change.sizeWords.joined() == example.size)
        #expect(MeasuresView.Sign(change).signWord == example.word)
        #expect(change.isTested == change.reasonCode.isEmpty)
    }

    @Test("years that are not counted alike are not compared; a step before both does no harm")
    func steps() throws {
        func change(from month: String) throws -> YearChange {
            var made = MadePartnership()
            made.incidentsSteps = "\n    steps: [{from: \(month), because: A new recording rule, by: Analyst}]"
            let kpi = try Self.kpi("incidents", made)
            return YearChange(
                kpi, from: Self.figure(.shown(Self.count(203)), kpi, Self.year.yearBefore),
                to: Self.figure(.shown(Self.count(256)), kpi))
        }
        #expect(try MeasuresView.Sign(change(from: "2023-04")).signWord == "Not tested: counted otherwise from April 2023")
        #expect(try change(from: "2023-10").reasonCode == "counted-otherwise")
        #expect(try change(from: "2022-04").chance == .beyondChance)
    }

    @Test("shares differ by points, and what is a change itself is not tested")
    func units() throws {
        var kpi = try Self.kpi("collisions")
        kpi.unit = .percent
        kpi.declaration.unit = .percent
        func share(_ numerator: Double) -> SeenFigure {
            Self.figure(
                .shown(Observation(value: numerator / 100, numerator: numerator, denominator: 100, count: numerator)), kpi)
        }
        #expect(YearChange(kpi, from: share(30), to: share(45)).sizeWords == ["+15 points"])
        #expect(YearChange(kpi, from: share(30), to: share(45)).chance == .beyondChance)
        kpi.unit = .change
        #expect(YearChange(kpi, from: share(30), to: share(45)).chance == .notTested(.isChange))
        kpi.better = .neither
        kpi.unit = .count
        kpi.declaration.unit = .count
        let change = YearChange(
            kpi, from: Self.figure(.shown(Self.count(100)), kpi), to: Self.figure(.shown(Self.count(200)), kpi))
        #expect(MeasuresView.Sign(change).signWord == "Beyond chance")
    }
}

@Suite("Why figures of a table are withheld is said once beside it")
struct FigureLegendTests {
    @Test("a line for each reason that the table holds, and none where nothing is withheld")
    func lines() {
        #expect(FigureLegend([nil, nil]).lines.isEmpty)
        #expect(
            FigureLegend([.dominance, nil, .smallCount, .smallCount]).lines == [
                "Withheld: a small number, or one that would reveal a small number",
                "Withheld, one event: one event could make up most of it",
            ])
        #expect(Set(WithholdingReason.allCases.map(\.cellWords)).count == WithholdingReason.allCases.count)
    }

    @Test("what the marks beside the figures mean comes after the reasons")
    func marks() {
        #expect(
            FigureLegend([.smallCount], marks: [.notExact, .provisional, .notExact]).lines == [
                "Withheld: a small number, or one that would reveal a small number",
                "Provisional: may still change as records come in",
                "Not exact: the source rounded it, or not every record has its place, so the true figure is near it",
            ])
    }

    @Test("every table of a page that has such a cell has its legend in the caption, and no other table has one")
    func tables() throws {
        var made = MadePartnership()
        // Of the year before and not of the year itself, which then has a row.
        made.figures["incidents"]?[MadePartnership.borough]?[2] = 3
        let input = try made.input
        let annual = try AnnualReport(
            input, AnnualInput(year: YearChangeTests.year, marks: [], editedOn: []), for: ["safer-board", "violence-group"])
        var cells = 0
        for page in try Report(input).pages + annual.pages where page.path.hasSuffix(".html") {
            for table in page.text.matches(of: /(?s)<table class="numbers[^>]*>.*?<\/table>/).map({ String($0.0) }) {
                let figures = table.matches(of: /data-label="(?:Figure|Here|Whole|A year before)"><div>Withheld/).count
                let hasLegend = table.firstMatch(of: /<caption>.*class="key">Withheld: a small number.*<\/caption>/) != nil
                #expect((figures > 0) == hasLegend, "\(page.path)")
                #expect(!table.contains("Withheld ("), "\(page.path)")
                cells += figures
            }
        }
        #expect(cells > 1)
    }
}
