import Measures
import ModuleKit
import Testing

@testable import SeriousYouthViolence

@Suite("School hours")
struct SchoolHoursTests {
    /// Ten incidents in January to March, of which five around school: two on a day of term, two on one of the half-term holiday, one on
    /// the last day of term.
    static let tables = [
        "incidents/borough/quarter": Asking.table([(Asking.telford, "2024 Q1", [10])], ["n"]),
        "around school/borough/quarter": Table([
            ("area", .texts(Array(repeating: Asking.telford, count: 3))), ("period", .numbers([8_096, 8_096, 8_096])),
            ("date", .texts(["2024-01-16", "2024-02-13", "2024-03-22"])), ("n", .numbers([2, 2, 1])),
        ]),
        "terms": Table([
            ("first_day", .texts(["2024-01-08", "2024-02-19"])), ("last_day", .texts(["2024-02-09", "2024-03-22"])),
            ("n", .numbers([1, 1])),
        ]),
    ]

    static func asking(_ parameters: [String: ParameterValue], periods: [String] = []) -> Asking {
        let counted: [String: ParameterValue] = [
            "under_age": .number(25), "offences": .texts(["Robbery"]), "hours": .texts(["8", "15", "16"]),
        ]
        return Asking(with: counted.merging(parameters) { $1 }, unit: .percent, periods: periods)
    }

    @Test(
        "5 of 10 around school are 50%, and 3 of 10 on days of term 30%; a quarter without an incident has no share",
        arguments: [([:], 5.0), (["terms": .text("school_terms")], 3)] as [([String: ParameterValue], Double)])
    func share(_ parameters: [String: ParameterValue], _ part: Double) throws {
        let asking = Self.asking(parameters, periods: ["2024 Q1", "2024 Q2"])
        #expect(
            try asking.observations(SchoolHoursShare(), Self.tables) == [
                Observation(value: part / 10, numerator: part, denominator: 10, count: part)
            ])
    }

    @Test("the hours are those stated, from Monday to Friday, among incidents with a known beginning")
    func queries() throws {
        let asking = Self.asking(["hours": .texts(["8", "15"]), "terms": .text("school_terms")])
        let queries = try SchoolHoursShare().plan(asking.request)
        let known = #"((victim_age < 25 or suspect_age < 25) and (offence in ["Robbery"])) and (not missing(began))"#
        #expect(
            queries.map(\.filter) == [known, "(\(known)) and (weekday(began) <= 5) and (hour(began) in [8, 15])", nil])
        #expect(queries.map(\.dataset) == ["youth_violence_incidents", "youth_violence_incidents", "school_terms"])
    }

    @Test("hours that no day has are refused", arguments: ["24", "-1", "08:00"])
    func unfitHours(_ hour: String) {
        #expect(throws: IndicatorError.unfitParameter("hours", expected: "hours of the day, 0 to 23")) {
            try SchoolHoursShare().plan(Self.asking(["hours": .texts([hour])]).request)
        }
    }

    @Test("hours that are not stated are not made up")
    func unstatedHours() {
        var request = Self.asking([:]).request
        request.parameters["hours"] = nil
        #expect(throws: IndicatorError.missingParameter("hours")) { try SchoolHoursShare().plan(request) }
    }

    @Test("a term that ends before it begins, or does not end, is told")
    func unfitTerm() {
        for last in ["2024-01-05", ""] {
            var tables = Self.tables
            tables["terms"] = Table([
                ("first_day", .texts(["2024-01-08"])), ("last_day", .texts([last])), ("n", .numbers([1])),
            ])
            let asking = Self.asking(["terms": .text("school_terms")], periods: ["2024 Q1"])
            #expect(
                throws: IndicatorError.unfitData(
                    "a term of the term dates has no first or last day, or ends before it begins")
            ) {
                try asking.observations(SchoolHoursShare(), tables)
            }
        }
    }
}
