import Measures
import ModuleKit
import Testing

@testable import ChildExploitation

@Suite("The annual profile")
struct ProfileTests {
    /// 40 children: 12 of one ethnicity, 32 recorded, 8 not.
    static func asking(_ more: [String: ParameterValue] = [:]) -> Asking {
        let parameters: [String: ParameterValue] = [
            "dataset": .text("exploited_children"), "characteristic": .text("ethnicity"), "value": .text("Asian"),
            "not_recorded": .texts(["Not stated", "Unknown"]),
        ]
        return Asking(
            with: parameters.merging(more) { $1 }, unit: .percent, grain: .financialYear, periods: ["2023/24", "2024/25"])
    }

    static func counts(_ number: Double) -> Table { Asking.table([(Asking.telford, "2023/24", [number])], ["n"]) }

    @Test("12 of 32 recorded are 37.5%, whatever the 8 not recorded are; a year without anyone has no share")
    func share() throws {
        let tables = ["part/borough/financial year": Self.counts(12), "recorded/borough/financial year": Self.counts(32)]
        #expect(
            try Self.asking().observations(Profile(), tables) == [
                Observation(value: 0.375, numerator: 12, denominator: 32, count: 12)
            ])
    }

    @Test("a value that nobody has is 0% of those recorded")
    func nobody() throws {
        let tables = [
            "part/borough/financial year": Asking.table([], ["n"]), "recorded/borough/financial year": Self.counts(32),
        ]
        #expect(
            try Self.asking().observations(Profile(), tables) == [
                Observation(value: 0, numerator: 0, denominator: 32, count: 0)
            ])
    }

    @Test("8 of 40 not recorded are 20%, and where nothing is recorded it is all of them", arguments: [(32.0, 0.2), (0, 1)])
    func notRecorded(_ recorded: Double, _ share: Double) throws {
        let tables = [
            "recorded/borough/financial year": Self.counts(recorded), "all/borough/financial year": Self.counts(40),
        ]
        #expect(
            try Self.asking().observations(ProfileNotRecorded(), tables) == [
                Observation(value: share, numerator: 40 - recorded, denominator: 40, count: 40 - recorded)
            ])
    }

    @Test("the parts are asked for by condition, and people once where their column is named")
    func queries() throws {
        let asking = Self.asking(["person": .text("child"), "where": .text("age < 18")])
        let queries = try Profile().plan(asking.request) + ProfileNotRecorded().plan(asking.request)
        #expect(
            queries.map(\.filter) == [
                #"(age < 18) and (ethnicity in ["Asian"])"#,
                #"(age < 18) and ((not missing(ethnicity)) and (not (ethnicity in ["Not stated", "Unknown"])))"#,
                #"(age < 18) and ((not missing(ethnicity)) and (not (ethnicity in ["Not stated", "Unknown"])))"#,
                "age < 18",
            ])
        #expect(Set(queries.flatMap(\.measures)) == [Measure("n", .distinct("child"))])
        #expect(try Profile().plan(Self.asking().request).flatMap(\.measures).map(\.function) == [.count, .count])
    }

    @Test("a value that says not recorded has no share among those recorded")
    func unfitValue() {
        let asking = Self.asking(["value": .texts(["Asian", "Unknown"])])
        #expect(
            throws: IndicatorError.unfitParameter("value", expected: "a recorded value: not_recorded names 'Unknown' too")
        ) {
            try Profile().plan(asking.request)
        }
    }
}
