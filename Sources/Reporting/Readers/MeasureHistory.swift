import Alerting
import Definitions
import Measures
import RuleLanguage

/// The rules on a KPI with all that one reader may know of their alerts.
struct MeasureHistory {
    struct Told {
        var rule: Rule
        var area: Area
        var episode: AlertEpisode
        /// In the order of the rules and areas.
        var order: Int
    }

    var rules: [Rule]
    /// What is on a list, by rule.
    var rows: [String: [ListedStanding]] = [:]
    /// In how many areas each rule is judged.
    var judgedAreas: [String: Int] = [:]
    var episodes: [Told] = []

    init(of kpi: KPI, _ priority: Priority, for reader: Reader, _ maker: ListMaker) {
        rules = reader.rules(of: priority).filter { rule in rule.program.series.contains { $0.name == kpi.id } }
        for judged in rules.flatMap({ maker.judged($0.id) }) {
            let rule = judged.standing.rule
            judgedAreas[rule.id, default: 0] += 1
            if let entry = reader.rows[AlertPlace(rule: rule.id, area: judged.standing.area)] {
                rows[rule.id, default: []].append(entry.row)
            }
            guard !reader.withheld.contains(AlertPlace(rule: rule.id, area: judged.standing.area)) else { continue }
            for episode in AlertEpisode.episodes(of: judged.standing.history)
            where reader.sight.tells(judged, in: episode.told) {
                episodes.append(Told(rule: rule, area: judged.areaDefinition, episode: episode, order: episodes.count))
            }
        }
    }

    /// The periods in which an alert stood open for an area.
    func openPeriods(in area: AreaCode) -> Set<Period> {
        Set(
            episodes.filter { $0.area.code == area }.flatMap { told in
                (told.episode.began.ordinal...told.episode.last.ordinal).map {
                    Period(grain: told.episode.began.grain, ordinal: $0)
                }
            })
    }
}
