import AlertStore
import Foundation
public import Measures

/// The nights since the last run that was stored, which a machine that was down has missed.
public struct MissedNights: Sendable {
    private let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// The days to run, oldest first, the as-of date last. That alone where nothing is stored, or nothing was missed.
    ///
    /// Each stands on its own day: nothing later is used, so that alerts begin and end when they would have.
    public func days() throws(RunFailure) -> [CalendarDate] {
        guard FileManager.default.fileExists(atPath: "\(settings.stateFolder)/\(AlertStore.fileName)") else {
            return [settings.asOf]
        }
        let last: CalendarDate?
        do throws(AlertStoreError) {
            let store = try AlertStore(stateFolder: settings.stateFolder)
            defer { store.close() }
            last = try store.memory().lastCommitted?.asOf
        } catch {
            throw RunFailure(error, at: "load")
        }
        guard let last, last < settings.asOf else { return [settings.asOf] }
        return ((last.daysSince1970 + 1)...settings.asOf.daysSince1970).map { CalendarDate(daysSince1970: $0) }
    }
}
