import Alerting
import Definitions
import Measures

/// An alert that stood open in the year, and what was done in answer to it, as one reader may know them.
struct AnnualAlert {
    let rule: Rule
    let area: Area
    /// As it was at the year's end.
    let episode: AlertEpisode
    /// Whether it was raised in the year, and not before.
    let isRaised: Bool
    /// Oldest first.
    let actions: [ListedAction]

    /// Those of a priority's rules that the reader hears of, the most severe first, then as they were raised.
    ///
    /// An alert that rests on a figure which is withheld from the reader is left out.
    static func alerts(
        of priority: Priority, for reader: Reader, _ annual: AnnualInput, _ maker: ListMaker
    ) -> [AnnualAlert] {
        let rules = Set(reader.rules(of: priority).map(\.id))
        let found = maker.judged.filter { rules.contains($0.standing.rule.id) }.flatMap { judged -> [AnnualAlert] in
            let rule = judged.standing.rule
            let episodes = AlertEpisode.episodes(of: judged.standing.history, through: annual.year.lastDay)
            let begins = AlertEpisode.episodes(of: judged.standing.history).map(\.began)
            let answers = annual.marks.filter {
                $0.kind == .action && $0.speaks(of: rule.id, in: judged.standing.area, to: [])
            }
            return episodes.filter { $0.touches(annual.year) && reader.sight.tells(judged, in: $0.told) }
                .map { episode in
                    // What was done once it was raised again answers the later alert.
                    let next = begins.first { $0 > episode.began }
                    let own = answers.filter { mark in
                        mark.day >= episode.began.firstDay && next.map { mark.day < $0.firstDay } ?? true
                    }
                    return AnnualAlert(
                        rule: rule, area: judged.areaDefinition, episode: episode,
                        isRaised: episode.began.lastDay >= annual.year.firstDay,
                        actions: own.map { ListedAction($0, asOf: maker.input.asOf, isOpen: reader.sight.isOpen) })
                }
        }
        return found.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.rule.severity != second.rule.severity { return first.rule.severity > second.rule.severity }
            return (first.episode.began, left.offset) < (second.episode.began, right.offset)
        }.map(\.element)
    }
}
