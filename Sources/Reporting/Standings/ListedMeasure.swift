import Alerting
import Definitions
import Disclosure
import Measures

/// How a KPI stands in one area, as one audience may see it.
///
/// It is withheld as a whole where any figure that it rests on is, since its colour and its travel tell of each of them. The
/// colour is judged on true values; where the audience sees rounded figures, the one beside it is rounded.
struct ListedMeasure {
    /// What may be told.
    struct Told {
        var period: Period
        var figure: Observation
        /// Of every figure that the colour and the travel rest on.
        var denominators: DenominatorVintages
        var target: Double?
        var benchmark: Double?
        var colour: KPIStatus.Colour
        /// Nil on grains whose periods overlap.
        var short: KPIStatus.Travel?
        var long: KPIStatus.Travel
        var isRounded: Bool
    }

    var kpi: KPI
    var priority: String
    var area: Area
    /// Nil where the audience may not see it.
    var told: Told?

    /// - Parameter area: nil where the definitions do not name it.
    init(_ status: KPIStatus, in area: Area?, figures: PublishedFigures) {
        kpi = status.kpi
        priority = status.priority
        self.area = area ?? Area(code: status.area, name: status.area.rawValue, level: status.level)
        let isWithheld = status.read.contains { figure in
            figures.disclosed(figure.observation, of: figure.kpi, area: figure.area, period: figure.period).observation
                == nil
        }
        let seen = figures.disclosed(status.observation, of: status.kpi, area: status.area, period: status.period)
        guard !isWithheld, let figure = seen.observation else { return }
        told = Told(
            period: status.period, figure: figure, denominators: DenominatorVintages(status.read), target: status.target,
            benchmark: status.kpi.benchmark?.figures[status.period]?.value, colour: status.colour, short: status.short,
            long: status.long, isRounded: seen != .shown(figure))
    }
}

extension ListMaker {
    /// How the measures of the priorities that a group leads stand, in the order of the definitions and of the areas.
    func measures(of group: Body, _ figures: PublishedFigures) -> [ListedMeasure] {
        let geography = input.definitions.partnership.geography
        let places = Self.places(geography.areas.map(\.code))
        return input.definitions.priorities.filter { $0.lead == group.id }.flatMap { priority in
            priority.kpis.flatMap { kpi in
                input.statuses.filter { $0.priority == priority.id && $0.kpi.id == kpi.id }
                    .sorted { (places[$0.area] ?? .max) < (places[$1.area] ?? .max) }
                    .map { ListedMeasure($0, in: geography.area($0.area), figures: figures) }
            }
        }
    }

    /// Whether a group's list tells how measures stand.
    func hasMeasures(_ group: Body) -> Bool {
        let led = Set(input.definitions.priorities.filter { $0.lead == group.id }.map(\.id))
        return input.statuses.contains { led.contains($0.priority) }
    }
}
