/// A rule's standing for one area.
public enum AlertState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Never fired, or long recovered.
    case inactive
    /// The condition holds, and not yet for as many periods as the rule asks.
    case pending
    case firing
    /// The condition no longer holds, and the recovery condition is not yet met, or met by provisional figures only.
    case recovering
    case resolved
    /// Restated data undid it: it would not have fired.
    case withdrawn
    /// Nobody judges it any more: its rule was edited to another meaning or removed, or its area is gone.
    case closed

    /// Whether the alert stands on the list as a breach.
    public var isOpen: Bool { self == .firing || self == .recovering }

    /// Whether an alert that stood in a period ended there.
    var endsAlert: Bool { self == .resolved || self == .withdrawn || self == .closed }
}
