import Diagnostics
import Measures
import Testing

@testable import RuleLanguage

@Suite("Messages")
struct MessageTests {
    private let judging = Judging(
        .quarter, from: "2023 Q1", ["incidents": [.count(0), .count(5), .count(5), .count(5), .count(1148)]])

    @Test(
        "placeholders are filled and braces survive",
        arguments: [
            ("", ""), ("plain", "plain"), ("{area}: {incidents}", "Telford and Wrekin: 1,148"),
            ("{period}", "January to March 2024"),
            ("{{area}} stays", "{area}} stays"), ("a } b", "a } b"), ("{{{area}", "{Telford and Wrekin"),
            ("{year_before(incidents)} → {incidents} ({change(incidents)})", "0 → 1,148 (from none)"),
            ("£{ incidents }", "£1,148"),
            ("{previous(incidents)}{incidents}", "51,148"), ("😀{area}é", "😀Telford and Wrekiné"),
        ])
    func filled(_ text: String, _ told: String) throws {
        #expect(try judging.message(text) == told)
    }

    @Test(
        "a wrong placeholder is pointed at within the whole message",
        arguments: [
            ("{area", "message-placeholder", "{"), ("é {incident}", "unknown-kpi", "incident"),
            ("{area} {}", "rule-empty", ""),
            ("{incidents > 5}", "not-figure", "incidents > 5"), ("{Area}", "unknown-kpi", "Area"),
            ("x {incidents +}", "rule-syntax", ""),
            ("{incidents} and {change(growth)}", "change-of-change", "change(growth)"), ("{ 'x' }", "not-in-rules", "'x'"),
            ("{a{b}", "rule-character", "{"), ("{missing(incidents)}", "not-figure", "missing(incidents)"),
        ])
    func wrong(_ text: String, _ code: String, _ underlined: String) throws {
        let found = try #require(throws: RuleCompiler.RuleFindings.self) {
            try Declarations.compile("incidents > 5", message: text).get()
        }
        #expect(found.findings.map(\.finding.problem.code) == [code])
        #expect(found.findings.map(\.part) == [.message])
        let range = found.findings[0].finding.range
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == underlined)
    }
}
