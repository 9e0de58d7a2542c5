public import Definitions
public import Measures

/// Why a reader is told of an alert: what differs between how it stands and how the reader was last told of it.
public enum AlertNews: Sendable, Hashable {
    /// It is new, worse, recovered or withdrawn, as its list has it.
    case asListed
    /// It stands open, and no notice told of it: it was silenced, folded under another, or of no concern to the reader.
    case notToldBefore
    /// It stands open, and was told to have ended.
    case openAgain(after: AlertStanding.Section)
    /// It was told for figures that were not in. They are, and fire.
    case figuresCame
    /// It was told under a lower severity.
    case graver(than: Rule.Severity)
    /// It was told to be worse by figures that have been corrected since.
    case notWorse

    /// Nil where the reader knows already.
    ///
    /// - Parameters:
    ///   - item: as it stands.
    ///   - opened: the as-of date on which it was first told as it stands; nil where it is not open.
    ///   - told: as the reader was last told of it.
    public init?(of item: Notice.Item, opened: CalendarDate?, after told: ToldAlert?, asOf: CalendarDate) {
        guard item.section.isOpen else {
            let isKnown = told.map { !$0.isOpen && $0.asOf == asOf } ?? false
            guard !isKnown else { return nil }
            self = .asListed
            return
        }
        // What was told before it opened was of another alert.
        guard let told, opened.map({ $0 <= told.asOf }) ?? true else {
            self = item.section == .new ? .asListed : .notToldBefore
            return
        }
        if !told.isOpen {
            self = .openAgain(after: told.item.section)
        } else if told.item.severity < item.severity {
            self = .graver(than: told.item.severity)
        } else if told.item.restsOnAbsence, !item.restsOnAbsence {
            self = .figuresCame
        } else if item.section == .worse, told.item.period < item.period {
            self = .asListed
        } else if told.item.section == .worse, told.asOf == asOf, item.section != .worse {
            self = .notWorse
        } else {
            return nil
        }
    }

    /// For a line of its own; nil where its section says it.
    public var words: String? {
        switch self {
        case .asListed: nil
        case .notToldBefore: "not told before"
        case .openAgain(let section): "told as \(section.rawValue) before, and open all the same"
        case .figuresCame: "told before for figures that were not in; they are, and fire"
        case .graver(let severity): "told before as \(severity.rawValue)"
        case .notWorse: "told as worse before, and corrected since"
        }
    }

    /// For a subject, after a number: `2 open and not told before`; nil where its section says it.
    public var summary: String? {
        switch self {
        case .asListed: nil
        case .notToldBefore: "open and not told before"
        case .openAgain: "open again"
        case .figuresCame: "confirmed by figures"
        case .graver: "of higher severity"
        case .notWorse: "no longer worse"
        }
    }
}
