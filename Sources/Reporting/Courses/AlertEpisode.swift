import Alerting
import Measures

/// A stretch of periods over which a rule's alert stood open for an area.
struct AlertEpisode {
    var began: Period
    /// The last period in which it stood open.
    var last: Period
    /// In how many of its periods the rule fired, by the figures now known.
    var fired: Int
    /// Whether it stands open at the history's end.
    var isOpen: Bool

    /// Oldest first.
    ///
    /// - Parameter end: as they were after the last period that had ended by this day; nil for now.
    static func episodes(of history: AlertHistory, through end: CalendarDate? = nil) -> [AlertEpisode] {
        var episodes: [AlertEpisode] = []
        var current: AlertEpisode?
        for step in history.steps where end.map({ step.period.lastDay <= $0 }) ?? true {
            if step.state.isOpen {
                var episode = current ?? AlertEpisode(began: step.period, last: step.period, fired: 0, isOpen: true)
                episode.last = step.period
                if step.fired { episode.fired += 1 }
                current = episode
            } else if var ended = current {
                ended.isOpen = false
                episodes.append(ended)
                current = nil
            }
        }
        return episodes + (current.map { [$0] } ?? [])
    }

    /// The periods of which it tells: that it began and ended tells of the ones before and behind it.
    var told: ClosedRange<Period> { began.moved(by: -1)...(isOpen ? last : last.moved(by: 1)) }
}
