import ModuleKit

/// What stands between the values of a file that has no commas there.
enum HeaderSeparator {
    private static let known: [(character: Character, name: String)] = [
        (";", "semicolons (`;`)"), ("\t", "tabs"), ("|", "vertical bars (`|`)"),
    ]

    /// In words; nil where no other separator finds more of the dataset's headers in the line than commas do.
    static func name(in line: String, _ contract: DatasetContract) -> String? {
        let wanted = Set(contract.columns.flatMap(\.origin.headers))
        func found(_ separator: Character) -> Int {
            Set(line.split(separator: separator).map(plain)).intersection(wanted).count
        }
        let best = known.map { (name: $0.name, count: found($0.character)) }.max { $0.count < $1.count }
        guard let best, best.count > found(",") else { return nil }
        return best.name
    }

    /// The line that a spreadsheet writes before the header to tell itself the separator: `sep=,`; nil for any other line.
    static func declaration(_ line: String) -> String? {
        let text = FileSurvey.trimmed(line)
        return text.lowercased().hasPrefix("sep=") && text.count <= 5 ? text : nil
    }

    private static func plain(_ field: Substring) -> String {
        let text = FileSurvey.trimmed(String(field))
        return text.count > 1 && text.first == "\"" && text.last == "\"" ? String(text.dropFirst().dropLast()) : text
    }
}
