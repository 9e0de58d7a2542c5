import Alerting
import ArgumentParser
import Definitions
import Nightly

/// Which alerts a command is about. Every option may be given several times: any of its values will do.
struct AlertFilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Of this rule.", valueName: "RULE"))
    var rule: [String] = []

    @Option(help: ArgumentHelp("For this area, by code or name.", valueName: "AREA"))
    var area: [String] = []

    @Option(help: ArgumentHelp("That go to this group.", valueName: "GROUP"))
    var group: [String] = []

    @Option(help: ArgumentHelp("Of this priority.", valueName: "PRIORITY"))
    var priority: [String] = []

    @Option(
        help: ArgumentHelp("Of this severity: low, medium, high or critical.", valueName: "SEVERITY"),
        transform: { try Self.read($0, "a severity") })
    var severity: [Rule.Severity] = []

    /// `--state` names the folder of the store, here as everywhere.
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "In this state: \(AlertState.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "STATE"),
        transform: { try Self.read($0, "a state of an alert") })
    var states: [AlertState] = []

    @Flag(help: "Only those that are firing or recovering.")
    var open = false

    var filter: AlertFilter {
        var filter = AlertFilter()
        filter.rules = rule
        filter.areas = area
        filter.groups = group
        filter.priorities = priority
        filter.severities = severity
        filter.states = states
        filter.isOpenOnly = open
        return filter
    }

    private static func read<Value: RawRepresentable<String> & CaseIterable>(_ text: String, _ kind: String) throws -> Value
    {
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(text)' is not \(kind); there are: \(known)")
        }
        return value
    }
}
