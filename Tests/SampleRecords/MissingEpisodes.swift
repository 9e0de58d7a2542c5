extension Sample {
    /// Episodes in which a child was missing, and the return interviews after them.
    static func missingEpisodes(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "missing episodes")
        var episodes: [MissingEpisode] = []
        for month in SamplePeriod.months {
            for _ in 0..<stream.poisson(mean: 14) {
                let day = month.day(withinMonths: 1, from: &stream)
                episodes.append(MissingEpisode(child: ChildReference.any(from: &stream), on: day, from: &stream))
            }
            for _ in 0..<stream.poisson(mean: 4) {
                let child = ChildReference.any(from: &stream)
                var day = month.day(withinMonths: 1, from: &stream)
                for _ in 0..<stream.within(3...5) where day <= SamplePeriod.lastDay {
                    episodes.append(MissingEpisode(child: child, on: day, from: &stream))
                    day = CalendarDay(number: day.number + stream.within(3...20))
                }
            }
        }
        return SampleSource(
            path: "child-exploitation/missing-episodes.csv",
            story: """
                About thirty episodes a month; some children have three or more that begin within 90 days. A return \
                interview is held within 72 hours of the end in about 78% of them.
                """,
            table: Table(
                header: [
                    "Episode number", "Child reference", "Began", "Ended", "Return interview offered",
                    "Return interview held",
                ],
                rows: episodes.inOrder { $0.began }.enumerated().map { index, episode in
                    episode.row(number: "ME\(padded(index + 1, to: 5))")
                }))
    }
}

/// One made episode.
private struct MissingEpisode {
    let child: String
    let began: Moment
    private let ended: Moment
    private let offered: Moment?
    private let held: Moment?

    init(child: String, on day: CalendarDay, from stream: inout RandomStream) {
        self.child = child
        began = Moment(day: day, minute: stream.within(14 * 60...23 * 60 + 59))
        ended = began.later(byMinutes: stream.within(60...40 * 60))
        offered = stream.happens(percent: 93) ? ended.later(byMinutes: stream.within(60...9 * 60)) : nil
        let outcome = stream.below(100)
        held =
            switch outcome {
            case _ where offered == nil: nil
            case ..<82: ended.later(byMinutes: stream.within(10 * 60...71 * 60))
            case ..<92: ended.later(byMinutes: stream.within(75 * 60...160 * 60))
            default: nil
            }
    }

    func row(number: String) -> [String] {
        [number, child, began.text, ended.text, offered?.text ?? "", held?.text ?? ""]
    }
}
