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
    /// It was told as open by an earlier meaning of its rule, which was edited.
    case edited(wasAcknowledged: Bool)
    /// It was told under a lower severity.
    case graver(than: Rule.Severity)
    /// It was told under a higher severity.
    case lowered(from: Rule.Severity)
    /// It became worse while a silence or a fold kept it from the reader, and is worse than it was told.
    case worseThanTold
    /// It was told to be worse by figures that have been corrected since.
    case notWorse
    /// It was told by an earlier run of the date to have ended in another way.
    case endedOtherwise(than: AlertStanding.Section)

    /// What became of an open alert before tonight, as far as its reader may know.
    public struct Past: Sendable, Hashable {
        /// Whether it stood open by an earlier meaning of its rule until this one opened.
        public var wasEdited: Bool
        /// Whether it was acknowledged then.
        public var wasAcknowledged: Bool
        /// Whether it became worse since the reader was told of it, and is worse than it was told.
        public var hasWorsened: Bool

        public init(wasEdited: Bool = false, wasAcknowledged: Bool = false, hasWorsened: Bool = false) {
            self.wasEdited = wasEdited
            self.wasAcknowledged = wasAcknowledged
            self.hasWorsened = hasWorsened
        }
    }

    /// Nil where the reader knows already.
    ///
    /// - Parameters:
    ///   - item: as it stands.
    ///   - opened: the as-of date on which it was first told as it stands; nil where it is not open.
    ///   - told: as the reader was last told of it.
    public init?(
        of item: Notice.Item, opened: CalendarDate?, after told: ToldAlert?, past: Past = Past(), asOf: CalendarDate
    ) {
        guard item.section.isOpen else {
            self.init(ofEnded: item, after: told, asOf: asOf)
            return
        }
        // What was told before it opened was of another alert.
        guard let told, opened.map({ $0 <= told.asOf }) ?? true else {
            if past.wasEdited, told?.isOpen == true {
                self = .edited(wasAcknowledged: past.wasAcknowledged)
            } else {
                self = item.section == .new ? .asListed : .notToldBefore
            }
            return
        }
        if !told.isOpen {
            self = .openAgain(after: told.item.section)
        } else if told.item.severity < item.severity {
            self = .graver(than: told.item.severity)
        } else if told.item.severity > item.severity {
            self = .lowered(from: told.item.severity)
        } else if told.item.restsOnAbsence, !item.restsOnAbsence {
            self = .figuresCame
        } else if item.section == .worse, told.item.period < item.period {
            self = .asListed
        } else if past.hasWorsened, told.item.period < item.period {
            self = .worseThanTold
        } else if told.item.section == .worse, told.asOf == asOf, item.section != .worse {
            self = .notWorse
        } else {
            return nil
        }
    }

    private init?(ofEnded item: Notice.Item, after told: ToldAlert?, asOf: CalendarDate) {
        guard let told, !told.isOpen, told.asOf == asOf else {
            self = .asListed
            return
        }
        guard told.item.section != item.section else { return nil }
        self = .endedOtherwise(than: told.item.section)
    }

    /// For a line of its own; nil where its section says it.
    public var words: String? {
        switch self {
        case .asListed: nil
        case .notToldBefore: "not told before"
        case .openAgain(let section): "told as \(section.rawValue) before, and open all the same"
        case .figuresCame: "told before for figures that were not in; they are, and fire"
        case .edited(let wasAcknowledged):
            "its rule was edited; open before" + (wasAcknowledged ? ", and acknowledged then" : "")
        case .graver(let severity), .lowered(let severity): "told before as \(severity.rawValue)"
        case .worseThanTold: "worse than it was told before"
        case .endedOtherwise(let section): "told as \(section.rawValue) before"
        case .notWorse: "told as worse before, and corrected since"
        }
    }

    /// For a subject, after a number: `2 open and not told before`; nil where its section says it.
    public var summary: String? {
        switch self {
        case .asListed, .endedOtherwise: nil
        case .notToldBefore: "open and not told before"
        case .edited: "open under an edited rule"
        case .openAgain: "open again"
        case .figuresCame: "confirmed by figures"
        case .graver: "of higher severity"
        case .lowered: "of lower severity"
        case .worseThanTold: "worse than told"
        case .notWorse: "no longer worse"
        }
    }
}
