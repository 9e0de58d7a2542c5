public import Foundation
public import Measures

/// What the store says of a run.
public struct StoredRun: Sendable, Hashable {
    public var id: RunID
    public var asOf: CalendarDate
    public var started: Date
    public var finished: Date
    /// Figures for the run's summary, by name.
    public var counts: [String: Int]
    /// Of Beacon, the engine and the modules, by name.
    public var versions: [String: String]
    public var inputFingerprint: String
    public var definitionsFingerprint: String
}
