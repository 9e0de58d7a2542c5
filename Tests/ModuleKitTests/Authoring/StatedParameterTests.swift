import Measures
import ModuleKit
import Testing

/// What defines an indicator is stated by its KPI: no module makes it up.
@Suite("Parameters that have to be stated")
struct StatedParameterTests {
    static let indicators = IndicatorPageTests.modules.flatMap { $0.indicators }

    /// A value that suits every indicator's bounds for a parameter.
    static func value(of parameter: ParameterDescription) -> ParameterValue {
        switch (parameter.name, parameter.kind) {
        case ("status", _): .text("total")
        case ("baseline", _): .text("2023/24")
        case (_, .number): .number(2)
        case (_, .truth): .truth(true)
        case (_, .texts): .texts(["2"])
        case (_, .text), (_, .dataset), (_, .column), (_, .condition), (_, .level): .text("records")
        }
    }

    static func request(_ indicator: IndicatorDescription, without name: String? = nil) -> IndicatorRequest {
        let stated = indicator.parameters.filter { $0.required && $0.name != name }
        return IndicatorRequest(
            kpi: "kpi", indicator: indicator.name,
            parameters: Dictionary(uniqueKeysWithValues: stated.map { ($0.name, value(of: $0)) }),
            unit: indicator.unit == .rate ? .rate(.init(per: 1_000, of: "people")) : .count, grains: [.calendarYear],
            levels: [Asking.borough])
    }

    @Test("an indicator plans with those that are required, and names the one that is left out", arguments: indicators)
    func required(_ indicator: any Indicator) throws {
        let description = indicator.description
        _ = try indicator.plan(Self.request(description))
        for parameter in description.parameters where parameter.required {
            #expect(throws: IndicatorError.missingParameter(parameter.name), "\(description.name)") {
                try indicator.plan(Self.request(description, without: parameter.name))
            }
        }
    }

    @Test("a number is a bound of the definition, and so is required", arguments: indicators)
    func numbers(_ indicator: any Indicator) {
        let optional = indicator.description.parameters.filter { $0.kind == .number && !$0.required }
        #expect(optional.map(\.name) == [], "\(indicator.description.name)")
    }
}
