import AlertStore
import Diagnostics
public import Measures

/// The nights that a run has to make up for before its own: one that was stored and never published, since its run was killed or the
/// lists could not be written; and, where that is asked for, those that a machine which was down has missed.
public struct MissedNights: Sendable {
    private let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// The days to run, oldest first, the as-of date last. That alone where nothing is stored, or nothing is to be made up for.
    ///
    /// Throws where the clock can't be right: see `NightlySettings.checkClock`.
    ///
    /// Each stands on its own day: nothing later is used, so that alerts begin and end when they would have.
    ///
    /// - Parameter catchingUp: whether the nights are run that nothing is stored of.
    public func days(catchingUp: Bool) throws(RunFailure) -> [CalendarDate] {
        let memory: Memory
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: settings.stateFolder)
            defer { store.close() }
            memory = try store.memory()
        } catch {
            if case .nothingStored = error.problem { return [settings.asOf] }
            throw RunFailure(error, at: "load")
        }
        guard let last = memory.lastCommitted, last.asOf < settings.asOf else { return [settings.asOf] }
        try settings.checkClock(after: last.asOf)
        let unfinished = last.id == memory.lastPublished?.id ? [] : [last.asOf]
        let first = catchingUp ? last.asOf.daysSince1970 + 1 : settings.asOf.daysSince1970
        return unfinished + (first...settings.asOf.daysSince1970).map { CalendarDate(daysSince1970: $0) }
    }
}
