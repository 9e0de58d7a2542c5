import Measures

extension NightlySettings {
    /// A quarter: longer than any pause of the nights that nobody notices.
    private static let longestSilence = 92

    /// Holds a date that only the clock told against the last night that is stored. A run on a day that has not come would tell what is
    /// not due as missing, and no later run could go back behind it.
    ///
    /// - Throws: where the clock stands more than a quarter after that night.
    func checkClock(after last: CalendarDate) throws(RunFailure) {
        let days = asOf.daysSince1970 - last.daysSince1970
        guard isByClock, days > Self.longestSilence else { return }
        throw .unfinished(
            stage: "load", words: "the clock says \(asOf), which is \(days) days after \(last), the date of the last run stored",
            remedy: "if that is right, say so once by `--as-of \(asOf)`; else set the clock, and run again")
    }
}
