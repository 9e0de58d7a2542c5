import AlertStore
import Diagnostics
public import Measures

/// The nights since the last run that was stored, which a machine that was down has missed.
public struct MissedNights: Sendable {
    private let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// The days to run, oldest first, the as-of date last. That alone where nothing is stored, or nothing was missed.
    ///
    /// Throws where the clock can't be right: see `NightlySettings.checkClock`.
    ///
    /// Each stands on its own day: nothing later is used, so that alerts begin and end when they would have.
    public func days() throws(RunFailure) -> [CalendarDate] {
        let last: CalendarDate?
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: settings.stateFolder)
            defer { store.close() }
            last = try store.memory().lastCommitted?.asOf
        } catch {
            if case .nothingStored = error.problem { return [settings.asOf] }
            throw RunFailure(error, at: "load")
        }
        if let last { try settings.checkClock(after: last) }
        guard let last, last < settings.asOf else { return [settings.asOf] }
        return ((last.daysSince1970 + 1)...settings.asOf.daysSince1970).map { CalendarDate(daysSince1970: $0) }
    }
}
