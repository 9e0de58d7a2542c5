/// The script as the engine's program reads it from its standard input.
///
/// Each answer is CSV behind a line that names it by a token made for this run, so that no value in the data can pass
/// for the start of another answer. The line that ends the last one shows that nothing was cut off.
struct ScriptText {
    let token: String

    func text(_ items: [ScriptItem]) -> String {
        var lines = [".bail on", ".mode csv", ".headers off", ".nullvalue ''"]
        for item in items {
            switch item {
            case .statement(let text), .secret(let text, _): lines.append(closed(text))
            case .answer(let name, let text):
                lines.append(".print \(token) \(name)")
                lines.append(closed(text))
            }
        }
        lines.append(".print \(token)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// As `beacon plan` shows it: secrets left out, answers under their names.
    static func shown(_ items: [ScriptItem]) -> String {
        let lines = items.map { item in
            switch item {
            case .statement(let text): text.hasPrefix(".") ? text : text + ";"
            case .secret(_, let shown): shown
            case .answer(let name, let text): "-- \(name)\n\(text);"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func closed(_ text: String) -> String { text.hasPrefix(".") ? text : text + ";" }
}
