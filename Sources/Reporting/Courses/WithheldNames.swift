import Disclosure
import Mustache

/// What a table leaves out because it is withheld, by name: a line for each reason, so that the rows of the table are those that tell something.
///
/// It names what would have had a row, in the order of the rows, and nothing else.
struct WithheldNames {
    /// As the template `withheld-names` shows it.
    struct Line: MustacheParent {
        var withheldReason: String
        var withheldEntries: [Entry]

        func child(named name: String) -> Any? {
            switch name {
            case "withheldReason": withheldReason
            case "withheldEntries": withheldEntries
            default: nil
            }
        }
    }

    struct Entry: MustacheParent {
        var entryTitle: String
        /// One or none.
        var entryLinks: [String]
        /// `; `, or nothing after the last.
        var entryEnd: String

        func child(named name: String) -> Any? {
            switch name {
            case "entryTitle": entryTitle
            case "entryLinks": entryLinks
            case "entryEnd": entryEnd
            default: nil
            }
        }
    }

    /// A row that is withheld: its name, and its page where it has one.
    struct Name {
        var title: String
        var link: String?
        var reason: WithholdingReason
    }

    private(set) var lines: [Line] = []

    /// - Parameter all: what all of them are called together where there are many, such as `all 32 wards`; nil where others have rows.
    init(_ names: [Name], all: String? = nil) {
        for reason in WithholdingReason.allCases {
            let own = names.filter { $0.reason == reason }
            guard !own.isEmpty else { continue }
            if let all, own.count == names.count, own.count > Self.mostNamed {
                lines.append(Self.line([(all, nil)], because: reason.words))
            } else {
                lines.append(Self.line(own.map { ($0.title, $0.link) }, because: reason.words))
            }
        }
    }

    /// One line or none.
    ///
    /// - Parameter words: why, or from whom.
    init(_ titles: [String], because words: String) {
        if !titles.isEmpty { lines = [Self.line(titles.map { ($0, nil) }, because: words)] }
    }

    private static func line(_ names: [(title: String, link: String?)], because words: String) -> Line {
        Line(
            withheldReason: words,
            withheldEntries: names.enumerated().map { place, name in
                Entry(
                    entryTitle: name.title, entryLinks: name.link.map { [$0] } ?? [],
                    entryEnd: place + 1 < names.count ? "; " : "")
            })
    }

    private static let mostNamed = 6
}
