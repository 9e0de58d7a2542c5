import Measures
import ModuleKit
import Testing

@testable import RoadSafety

@Suite("Adjusted killed or seriously injured")
struct AdjustedCasualtiesTests {
    static let names = ["n", "weights", "squares", "weighted", "unweighted", "by_injury"]

    static func tables(_ others: [(area: String, period: String, numbers: [Double])]) -> [String: Table] {
        [
            "killed/borough/calendar year": Asking.table([(Asking.telford, "2021", [2])], ["n"]),
            "others/borough/calendar year": Asking.table(others, names),
        ]
    }

    static let asking = Asking(
        with: ["severities": .text("Fatal")], unit: .index, grain: .calendarYear, periods: ["2021", "2022"])

    @Test("2 killed, and 3 casualties of weights 1, 0.5 and 0.25, are 3.75 with Σw² of 3.3125; a year without any is 0")
    func sums() throws {
        let tables = Self.tables([(Asking.telford, "2021", [4, 1.75, 1.3125, 3, 0, 0])])
        let answer = try #require(try Self.asking.answer(AdjustedKilledOrSeriouslyInjured(), tables))
        #expect(
            answer.rows.map(\.observation) == [
                Observation(value: 3.75, numerator: 3.75, count: 5, sumOfSquaredWeights: 3.3125),
                Observation(value: 0, numerator: 0, count: 0, sumOfSquaredWeights: 0),
            ])
        #expect(answer.notes.isEmpty)
    }

    @Test("a casualty without a weight leaves its period out, and is told")
    func unweighted() throws {
        let tables = Self.tables([(Asking.telford, "2021", [4, 1.5, 1.25, 2, 1, 0])])
        let answer = try #require(try Self.asking.answer(AdjustedKilledOrSeriouslyInjured(), tables))
        #expect(answer.rows.map(\.period) == [2022])
        #expect(answer.notes == ["E06000020: 1 casualties have no adjusted weight; their periods are left out"])
    }

    @Test("the step of the recording system is told where it is, and not where all or none are recorded by injury")
    func step() throws {
        func notes(_ first: Double, _ second: Double) throws -> [String]? {
            try Self.asking.answer(
                AdjustedKilledOrSeriouslyInjured(),
                Self.tables([
                    (Asking.telford, "2021", [4, 1, 1, 1, 0, first]), (Asking.telford, "2022", [5, 1, 1, 1, 0, second]),
                ]))?.notes
        }
        #expect(try notes(0, 0) == [])
        #expect(try notes(4, 5) == [])
        let words = """
            E06000020: severity is recorded by injury from 2022, not in all casualties before; figures as recorded step there, adjusted ones \
            should not
            """
        #expect(try notes(0, 5) == [words])
        #expect(try notes(0, 3) == [words])
    }

    @Test("the dead and the others are asked for apart, of the mode and ages stated")
    func queries() throws {
        let asking = Asking(
            with: ["severities": .text("Fatal"), "mode": .texts(["Pedal Cycle", "Pedestrian"])], unit: .index,
            grain: .calendarYear, periods: [])
        #expect(
            try AdjustedKilledOrSeriouslyInjured().plan(asking.request).map(\.filter) == [
                #"(severity in ["Fatal"]) and (mode in ["Pedal Cycle", "Pedestrian"])"#,
                #"(not (severity in ["Fatal"])) and (mode in ["Pedal Cycle", "Pedestrian"])"#,
            ])
    }
}
