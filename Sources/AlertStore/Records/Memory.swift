public import Alerting

/// What earlier runs left behind, as a run needs it.
public struct Memory: Sendable {
    /// In the order in which they were recorded.
    public var transitions: [RecordedTransition]
    /// What readers know of alerts, as they were last told.
    public var toldAlerts: [ToldAlert]
    /// What they were told besides.
    public var toldLines: [ToldLine]
    /// The rules that go on under other ids.
    public var renamings: [RecordedRenaming]
    /// The last run that was stored; nil where none was.
    public var lastCommitted: StoredRun?
    /// The last run whose lists were published. Where it is not the last one stored, the lists are to be made again.
    public var lastPublished: StoredRun?
    /// The last run whose notices, and those of all runs before it, have gone out by every channel.
    public var lastDelivered: StoredRun?
    /// How many notices still wait, each channel by itself.
    public var waitingNotices: Int

    /// Whether a run is stored.
    public var holdsRun: Bool { lastCommitted != nil }
}
