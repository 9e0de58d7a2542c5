import Definitions
import Measures
import RuleLanguage

/// How the figures of a year's report are told and tested, in sentences for its end.
struct AnnualNotes {
    var lines: [String]

    init(_ parts: [AnnualPriority], for reader: Reader, _ annual: AnnualInput, asOf: CalendarDate) {
        let changes = parts.flatMap(\.figures).compactMap { figure in figure.change.map { (figure.kpi.unit, $0) } }
        let tested = changes.filter(\.1.isTested)
        var lines: [String] = []
        if tested.isEmpty {
            lines.append("No change of the year could be tested against chance: each row says why.")
        } else {
            let methods = Set(tested.map { ChangeTest.method(of: $0.0) }).sorted().joined(separator: ", ")
            lines.append(
                """
                Each change since the year before is tested as rules test theirs: \(methods), two-sided, at 95%. Within chance: \
                figures without any true change often differ by as much. Where a measure states an overdispersion, the test is the wider for it.
                """)
            if let expected = Self.falseAlarms(tested.count) { lines.append(expected) }
        }
        let reasons = changes.compactMap { change -> YearChange.Reason? in
            if case .notTested(let reason) = change.1.chance { reason } else { nil }
        }
        let explained = Set(reasons).sorted().compactMap { reason in reason.explanation.map { "\(reason.words): \($0)" } }
        if !explained.isEmpty {
            lines.append("Not tested, and why. \(PlainText.sentence(explained.joined(separator: "; "))).")
        }
        lines.append(
            """
            Charts and alerts end with the year\(asOf <= annual.year.lastDay ? ", as far as it has come" : ""); figures are as known on \(asOf.title), \
            and so is what was done in answer to alerts.
            """)
        self.lines = lines
    }

    /// What so many tests find where nothing changed.
    private static func falseAlarms(_ count: Int) -> String? {
        guard count >= 10 else { return nil }
        let expected = DecimalText.shortest(Double(count) * 0.05, upTo: 0)
        return "Of \(count) changes tested, up to about \(expected) would be called beyond chance if none were."
    }
}
