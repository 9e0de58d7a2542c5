public import Foundation
public import Measures

extension CalendarDate {
    /// The day of a moment, by the Gregorian calendar in a time zone.
    public init(_ moment: Date, in zone: TimeZone) {
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        self.init(daysSince1970: Int((seconds / 86_400).rounded(.down)))
    }
}
