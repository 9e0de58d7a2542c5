import Alerting

/// The part of a list in which a standing is told, in the order in which a list is read.
enum ListSection: String, CaseIterable, Hashable {
    case new, worse, continuing, recovered, withdrawn
    case withinChance = "within chance"
    case notAssessed = "not assessed"

    /// Nil for what is on no list.
    init?(_ section: AlertStanding.Section) {
        switch section {
        case .new: self = .new
        case .worse: self = .worse
        case .continuing: self = .continuing
        case .recovered: self = .recovered
        case .withdrawn: self = .withdrawn
        case .withinChance: self = .withinChance
        case .notAssessed: self = .notAssessed
        case .closed, .quiet: return nil
        }
    }

    /// Sections whose every row is an alert of its own, told in full.
    static let alerts: [ListSection] = [.new, .worse, .continuing, .recovered, .withdrawn]

    /// Whether the section tells of alerts that have ended.
    var hasEnded: Bool { self == .recovered || self == .withdrawn }

    var title: String {
        switch self {
        case .new: "New"
        case .worse: "Worse"
        case .continuing: "Continuing"
        case .recovered: "Recovered"
        case .withdrawn: "Withdrawn"
        case .withinChance: "Within chance"
        case .notAssessed: "Not assessed"
        }
    }

    /// What the section holds, for a reader who sees the list for the first time.
    var lead: String {
        switch self {
        case .new: "Started since the last list."
        case .worse: "Already on the list, and the figure has moved further the wrong way."
        case .continuing: "Already on the list, and not worse."
        case .recovered: "Was on the list, and no longer is."
        case .withdrawn: "Was on the list, and would not have been on the figures now known."
        case .withinChance:
            "The threshold is met, but a difference of this size can come about by chance alone. Nothing needs doing yet; "
                + "watch whether it continues."
        case .notAssessed: "The rule could not be judged. This does not mean that all is well."
        }
    }

    /// One or none: the empty ones of some sections, for a line in their place: `worse, recovered`.
    ///
    /// - Parameter others: what else is empty.
    static func emptyWords(_ isEmpty: (ListSection) -> Bool, of sections: [ListSection], others: [String] = []) -> [String] {
        let empty = sections.filter(isEmpty).map(\.rawValue) + others
        return empty.isEmpty ? [] : [empty.joined(separator: ", ")]
    }

    var identifier: String { rawValue.split(separator: " ").joined(separator: "-") }
}
