extension IndicatorDescription {
    /// What a reader of the modules' page needs to put the indicator to use, as Markdown: its definition, unit, parameters, and the
    /// datasets with the columns that it reads.
    public var page: String {
        var lines = ["### `\(name)`", "", "\(summary). \(definition)", "", traits]
        if !parameters.isEmpty {
            lines += ["", "| parameter | kind | |", "|---|---|---|"]
            lines += parameters.map { parameter in
                "| `\(parameter.name)`\(parameter.required ? " (required)" : "") | \(parameter.kind.rawValue) | \(Self.cell(parameter.summary)) |"
            }
        }
        if !datasets.isEmpty {
            lines += ["", "| dataset | columns |", "|---|---|"]
            lines += datasets.map { dataset in
                let columns = dataset.columns.map { "`\($0.name)` (\($0.type.rawValue))" }
                return "| `\(dataset.name)` | \(columns.joined(separator: ", ")) |"
            }
        }
        return lines.joined(separator: "\n")
    }

    private var traits: String {
        var traits = [
            "Unit: \(unit == .stated ? "as the KPI states" : unit.rawValue)",
            carriesCounts ? "carries counts" : "carries no counts", addsUp ? "adds up" : "does not add up",
        ]
        switch levels {
        case .holding(let parameter, _, let itself):
            traits.append("told by levels that hold areas of `\(parameter)`" + (itself ? ", and by that level" : ""))
        case .senders: traits.append("told for the whole, and by the level of the dataset's senders")
        case nil: break
        }
        if growsWithDays == true && !addsUp { traits.append("months of unlike length are compared per day") }
        switch monthsBehind {
        case .months(0): break
        case .months(let months): traits.append("needs \(months) months behind a period")
        case .parameter(let name, 0): traits.append("needs as many months behind a period as `\(name)` says")
        case .parameter(let name, let more):
            traits.append("needs as many months behind a period as `\(name)` says, \(more < 0 ? "less \(-more)" : "and \(more)")")
        case .days(let name): traits.append("needs as many months behind a period as always hold the days of `\(name)`")
        }
        return traits.joined(separator: "; ") + "."
    }

    /// A bar would end the cell.
    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
