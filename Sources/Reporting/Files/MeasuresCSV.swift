import Alerting
import Definitions
import Measures
import RuleLanguage

/// How the measures stand, as CSV: a row for each KPI and area, in the order of the page. Columns are added at the end only.
///
/// `value`, `target` and `benchmark` are in the KPI's unit, percentages as fractions. `status` is red, amber, green or not-assessed, the
/// travels improved, steady, worsened or not-known, each with the code of its reason. A row that is withheld from the audience
/// says so in `status`, and holds nothing else that tells how the measure stands.
/// `denominator_vintage` is of when the figure's denominator is (the year of the population), `denominator_vintages` of when those of all
/// figures are that the row rests on: each once, by KPI and by period. Both are empty where no figure states one.
enum MeasuresCSV {
    static let header = [
        "as_of", "group", "priority", "kpi", "kpi_title", "unit", "area_code", "area", "level", "grain", "period",
        "period_start", "period_end", "value", "target", "benchmark", "status", "status_reason", "short_travel",
        "short_travel_reason",
        "long_travel", "long_travel_reason", "bounds_owner", "bounds_because", "provisional", "made_sample_data", "rounded",
        "denominator_vintage", "denominator_vintages",
    ]

    static func text(_ list: BreachList) -> String {
        CSVText.file(header: header, rows: list.measures.map { row($0, list) })
    }

    private static func row(_ measure: ListedMeasure, _ list: BreachList) -> [CSVCell] {
        let named: [CSVCell] = [
            .text(list.asOf.description), .text(list.group.id), .text(measure.priority), .text(measure.kpi.id),
            .text(measure.kpi.title), .text(measure.kpi.unit.description), .text(measure.area.code.rawValue),
            .text(measure.area.name), .text(measure.area.level.rawValue),
        ]
        guard let told = measure.told else {
            let status = MeasureCode.withheld.code
            return named + header.dropFirst(named.count).map { .text($0 == "status" ? status : "") }
        }
        let codes = [MeasureCode(told.colour), MeasureCode(told.short), MeasureCode(told.long)]
        return named + [
            .text(told.period.grain.rawValue), .text(told.period.description), .text(told.period.firstDay.description),
            .text(told.period.lastDay.description), .number(told.figure.value), .number(told.target),
            .number(told.benchmark),
        ] + codes.flatMap { [.text($0?.code ?? ""), .text($0?.reason ?? "")] } + [
            .text(measure.kpi.status?.owner ?? ""), .text(measure.kpi.status?.because ?? ""),
            .text(told.figure.provisional ? "yes" : "no"), .text(told.figure.made ? "yes" : "no"),
            .text(told.isRounded ? "yes" : "no"), .text(told.figure.denominatorVintage ?? ""), .text(told.denominators.code),
        ]
    }
}

/// A status, or a travel, for programs: kebab case, stable.
struct MeasureCode {
    var code: String
    /// Of what is not assessed or not known.
    var reason: String?

    static let withheld = MeasureCode(code: "withheld")

    private init(code: String, reason: String? = nil) {
        self.code = code
        self.reason = reason
    }

    init(_ colour: KPIStatus.Colour) {
        switch colour {
        case .red: self.init(code: "red")
        case .amber: self.init(code: "amber")
        case .green: self.init(code: "green")
        case .notAssessed(let reason): self.init(code: "not-assessed", reason: reason.code)
        }
    }

    /// Nil for no travel.
    init?(_ travel: KPIStatus.Travel?) {
        switch travel {
        case .improved: self.init(code: "improved")
        case .steady: self.init(code: "steady")
        case .worsened: self.init(code: "worsened")
        case .notKnown(let reason): self.init(code: "not-known", reason: reason.code)
        case nil: return nil
        }
    }
}
