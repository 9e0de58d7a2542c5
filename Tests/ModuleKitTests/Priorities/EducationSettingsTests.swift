import Measures
import ModuleKit
import Testing

@testable import DomesticAbuse

@Suite("Education settings")
struct EducationSettingsTests {
    /// Ten settings without either; four with a champion since February, three of them with the pledge, taken in April; one that has closed in
    /// March with both; two that open in May, with both from then on; one elsewhere.
    static let register = Table([
        ("area", .texts([Asking.telford, Asking.telford, Asking.telford, Asking.telford, Asking.telford, "elsewhere"])),
        ("opened", .texts(["", "2001-09-01", "2001-09-01", "", "2024-05-01", ""])),
        ("closed", .texts(["", "", "", "2024-03-31", "", ""])),
        ("champion_since", .texts(["", "2024-02-01", "2024-02-01", "2023-01-01", "2024-05-01", "2023-01-01"])),
        ("pledged_on", .texts(["", "2024-04-30", "", "2023-01-01", "2024-05-01", "2023-01-01"])),
        ("n", .numbers([10, 3, 1, 1, 2, 9])),
    ])

    @Test(
        "each period's last day is told from the register: who is open then, and who has what is asked",
        arguments: [
            ("champion", [1.0, 4, 6]), ("pledge", [1, 0, 5]), (nil, [1, 0, 5]), ("both", [1, 0, 5]),
        ] as [(String?, [Double])])
    func share(_ having: String?, _ parts: [Double]) throws {
        let asking = Asking(
            with: having.map { ["having": .text($0)] } ?? [:], unit: .percent, periods: ["2023 Q4", "2024 Q1", "2024 Q2"])
        // At the end of 2023 fifteen are open; the one that closes on the last of March is closed then; two more open in May.
        let expected = zip(parts, [15.0, 14, 16]).map { Observation(value: $0 / $1, numerator: $0, denominator: $1) }
        #expect(try asking.observations(EducationSettings(), ["settings/borough": Self.register]) == expected)
    }

    @Test("what is neither champion nor pledge is refused, and without a setting there is no share")
    func unfit() throws {
        let asking = Asking(with: ["having": .text("poster")], unit: .percent, periods: ["2024 Q1"])
        #expect(throws: IndicatorError.unfitParameter("having", expected: "champion, pledge or both")) {
            try EducationSettings().plan(asking.request)
        }
        let none = Asking(with: [:], unit: .percent, areas: ["nowhere"], periods: ["2024 Q1"])
        #expect(try none.observations(EducationSettings(), ["settings/borough": Self.register]).isEmpty)
    }
}
