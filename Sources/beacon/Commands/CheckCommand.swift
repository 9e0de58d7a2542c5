import ArgumentParser
import Definitions
import Diagnostics
import Nightly

/// `beacon check`: all that can be known without data.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say everything that is wrong with the definitions, without reading data.")

    @OptionGroup var options: DefinitionOptions

    @OptionGroup var reporting: ReportFormatOption

    func run() async throws {
        let checked = await options.settings().checkDefinitions(isPlanning: true)
        reporting.write(checked.report)
        if let definitions = checked.definitions {
            let kpis = definitions.priorities.reduce(0) { $0 + $1.kpis.count }
            let warnings = checked.report.count(of: .warning)
            let counts = [
                Self.counted(definitions.priorities.count, "priority", "priorities"), Self.counted(kpis, "KPI", "KPIs"),
                Self.counted(definitions.rules.count, "rule", "rules"),
            ]
            reporting.tell(
                counts.joined(separator: ", ") + ": valid"
                    + (warnings > 0 ? ", with \(Self.counted(warnings, "warning", "warnings"))" : ""))
        }
        if checked.definitions == nil { throw CommandEnd(code: .definitions) }
        // What a module did not answer for has not been checked.
        if checked.hasModuleFailure { throw CommandEnd(code: .faults) }
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
