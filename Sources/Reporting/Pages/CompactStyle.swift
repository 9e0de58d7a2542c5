/// Style rules without the spaces and line ends that only a person reads: every page holds them once.
enum CompactStyle {
    static func text(_ rules: String) -> String {
        var text = rules.split(separator: "\n").map { $0.trimmed }.joined()
        for (long, short) in [(" { ", "{"), (" {", "{"), ("; }", "}"), (";}", "}"), (" }", "}"), ("; ", ";"), (": ", ":"), (", ", ",")] {
            text = text.replacing(long, with: short)
        }
        return text
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
