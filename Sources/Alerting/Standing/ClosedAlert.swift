public import Measures

/// An alert that was open and that nobody judges any more.
public struct ClosedAlert: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// No rule of its id is defined.
        case ruleRemoved
        /// The rule means something else now.
        case ruleEdited
        /// The rule judges the area no more: it was split or withdrawn, or left out of the rule.
        case areaGone
        /// Its rule stands, and goes to other groups.
        case otherGroups
        /// The list on which it stood goes to its reader no more.
        case otherReaders
    }

    public var rule: String
    public var area: AreaCode
    public var since: Period
    public var reason: Reason
}

/// An open alert that goes on under another id of its rule.
public struct RenamedAlert: Sendable, Hashable {
    /// As it is now.
    public var rule: String
    public var formerRule: String
    public var area: AreaCode
    public var since: Period
}

extension ClosedAlert.Reason {
    /// In a sentence, after "closed".
    public var words: String {
        switch self {
        case .ruleRemoved: "its rule was removed"
        case .ruleEdited: "its rule was edited and means something else now"
        case .areaGone: "its rule judges the area no more"
        case .otherGroups: "its rule goes to other groups now"
        case .otherReaders: "the list that it was on comes here no more"
        }
    }
}
