import ModuleKit
import Diagnostics
import Testing

@testable import Warehouse

/// What `beacon check` says of a condition on records, and where.
struct ConditionTests {
    static let contract = DatasetContract(
        name: "crimes", title: "", files: [],
        columns: [
            .init(name: "date", header: "", type: .date), .init(name: "begun", header: "", type: .moment),
            .init(name: "offence", header: "", type: .text, codes: ["Robbery", "Theft"]),
            .init(name: "age", header: "", type: .whole), .init(name: "flag", header: "", type: .truth),
            .init(name: "area", header: "", type: .area), .init(name: "victim", header: "", type: .person),
        ])

    static let good = [
        "age < 25", "offence in [\"Robbery\", \"Theft\"] and age between 10 and 24", "not flag", "flag == false or age > 1",
        "date >= 2024-03-31", "begun < 2024-03-31", "days_between(date, begun) > 3", "hours_between(begun, begun) * 2 > 1",
        "area == \"E01014141\"", "age + 1 == -age", "hour(begun) between 8 and 9 and weekday(begun) <= 5",
        "weekday(date) in [6, 7]",
    ]

    @Test(arguments: good)
    func aSoundConditionHasNoFindings(_ text: String) {
        #expect(RecordCondition.check(text, Self.contract).isEmpty)
    }

    static let bad: [(String, String, String)] = [
        ("agee < 25", "unknown-column", "agee"), ("age", "wrong-record-type", "age"),
        ("age < \"a\"", "incomparable-record-types", "age < \"a\""),
        ("offence < \"Theft\"", "no-order", "offence < \"Theft\""),
        ("offence == \"Roberry\"", "unknown-record-value", "offence == \"Roberry\""),
        ("offence in [\"Theft\", \"Arson\"]", "unknown-record-value", "\"Arson\""),
        ("victim == \"x\"", "person-shown", "victim"), ("days_betwen(date, date) > 1", "unknown-record-function", "days_betwen"),
        ("days_between(date) > 1", "wrong-record-arguments", "days_between(date)"),
        ("hours_between(date, begun) > 1", "wrong-record-type", "date"), ("age and flag", "wrong-record-type", "age"),
        ("date > 2024-03", "not-in-record-condition", "2024-03"), ("flag < true", "no-order", "flag < true"),
        ("hour(date) > 8", "wrong-record-type", "date"), ("weekday(age) == 1", "wrong-record-type", "age"),
        ("hour(begun, begun) > 8", "wrong-record-arguments", "hour(begun, begun)"),
        ("weekday() == 1", "wrong-record-arguments", "weekday()"),
        ("age > 12 months", "not-in-record-condition", "12 months"), ("age between \"a\" and 3", "incomparable-record-types", "\"a\""),
    ]

    @Test(arguments: bad)
    func aFindingPointsAtItsTerm(_ text: String, _ code: String, _ place: String) throws {
        let findings = RecordCondition.check(text, Self.contract)
        #expect(findings.map(\.problem.code) == [code])
        let range = try #require(findings.first?.range)
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == place)
    }

    @Test func nearMissesAreOffered() throws {
        #expect(RecordCondition.check("agee < 25", Self.contract).first?.problem.nearMiss == "age")
        #expect(RecordCondition.check("offence == \"Roberry\"", Self.contract).first?.problem.nearMiss == "Robbery")
        #expect(RecordCondition.check("days_betwen(date, date) > 1", Self.contract).first?.problem.nearMiss == "days_between")
    }

    @Test func whatIsNoExpressionIsToldByTheParser() {
        #expect(RecordCondition.check("age <", Self.contract).count == 1)
        #expect(RecordCondition.check("", Self.contract).count == 1)
    }

    @Test func allFindingsComeAtOnce() {
        let findings = RecordCondition.check("agee < 1 and offense == \"x\"", Self.contract)
        #expect(findings.map(\.range) == [0..<4, 13..<20])
    }

    @Test func aMeasureNeedsANumber() {
        #expect(RecordCondition.checkNumber("age * 2", Self.contract).isEmpty)
        #expect(RecordCondition.checkNumber("offence", Self.contract).map(\.problem.code) == ["wrong-record-type"])
    }
}
