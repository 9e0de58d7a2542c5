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
            let told = own.count == names.count && own.count > Self.mostNamed ? all.map { [Name(title: $0, reason: reason)] } ?? own : own
            lines.append(
                Line(
                    withheldReason: reason.words,
                    withheldEntries: told.enumerated().map { place, name in
                        Entry(
                            entryTitle: name.title, entryLinks: name.link.map { [$0] } ?? [],
                            entryEnd: place + 1 < told.count ? "; " : "")
                    }))
        }
    }

    private static let mostNamed = 6
}
