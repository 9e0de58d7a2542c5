public import Foundation

/// When a notice that could not go out is tried again: at once by the next night, and in between later and later, so that a receiver which is
/// down is not asked every minute.
public enum RetrySchedule {
    /// Whether a notice is to be tried now.
    ///
    /// - Parameter failed: when it failed before, oldest first.
    public static func isDue(failed: [Date], now: Date) -> Bool {
        guard let last = failed.last else { return true }
        let passed = now.timeIntervalSince(last)
        // A clock that was set back makes no notice wait for years.
        return passed < 0 || passed >= wait(after: failed.count)
    }

    /// Seconds: 5 minutes after the first failure, twice as long after each further one, at most 6 hours.
    static func wait(after failures: Int) -> TimeInterval {
        min(300 * pow(2, Double(max(0, failures - 1))), 21_600)
    }
}
