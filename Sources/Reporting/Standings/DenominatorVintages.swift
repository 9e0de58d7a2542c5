import Alerting
import Definitions
import Measures
import RuleLanguage

/// Of when the denominators are by which a row's figures are divided: the year of the population beside a rate.
///
/// Told of every figure that the row tells of, so that a change between two populations shows both. It is made only of figures
/// that the row's audience may see.
struct DenominatorVintages: Hashable {
    /// Neighbouring figures of one KPI with the same denominator.
    struct Entry: Hashable {
        var kpi: KPI
        var vintage: String
        var first: Period
        var last: Period

        static func == (left: Entry, right: Entry) -> Bool { left.key == right.key }
        func hash(into hasher: inout Hasher) { hasher.combine(key) }
        private var key: [String] { [kpi.id, vintage, first.description, last.description] }
    }

    /// By KPI, then by period.
    private(set) var entries: [Entry] = []

    init(_ figures: [KPIStatus.Figure]) {
        var places: [String: Int] = [:]
        for figure in figures where places[figure.kpi.id] == nil { places[figure.kpi.id] = places.count }
        let ordered = figures.sorted {
            let (left, right) = (places[$0.kpi.id] ?? 0, places[$1.kpi.id] ?? 0)
            return left == right ? $0.period.ordinal < $1.period.ordinal : left < right
        }
        for figure in ordered where figure.observation.state == .reported {
            guard let vintage = figure.observation.denominatorVintage else { continue }
            if let last = entries.last, last.kpi.id == figure.kpi.id, last.vintage == vintage {
                entries[entries.count - 1].last = figure.period
            } else {
                entries.append(Entry(kpi: figure.kpi, vintage: vintage, first: figure.period, last: figure.period))
            }
        }
    }

    /// `people under 18 in 2021`; where figures differ in it, of which periods each is: `people in 2020 for April to June 2023,
    /// in 2021 for April to June 2024`. Nil where no figure states one.
    var words: String? {
        guard namesKPIs else { return runs.first?.words }
        return runs.map { "\(PlainText.line($0.kpi.title)): \($0.words)" }.joined(separator: "; ")
    }

    /// Whether the figures are not all divided by the same.
    private var namesKPIs: Bool { Set(runs.map(\.words)).count > 1 }

    private var runs: [(kpi: KPI, words: String)] {
        var runs: [(kpi: KPI, words: String)] = []
        for entry in entries {
            let isOnly = entries.count { $0.kpi.id == entry.kpi.id } == 1
            let stretch = isOnly ? "" : " for \(Self.stretch(entry))"
            if let last = runs.last, last.kpi.id == entry.kpi.id {
                runs[runs.count - 1].words += ", \(Self.year(entry.vintage, unit: entry.kpi.unit))\(stretch)"
            } else {
                runs.append((entry.kpi, Self.words(entry.vintage, unit: entry.kpi.unit) + stretch))
            }
        }
        return runs
    }

    /// Behind a message on a line of its own: ` (divided by the number of people in 2021)`, or nothing.
    var inBrackets: String {
        guard let words else { return "" }
        return namesKPIs ? " (\(words))" : isRate ? " (divided by the number of \(words))" : " (divided by \(words))"
    }

    /// One or none: beneath a message, as a sentence.
    var sentences: [String] {
        guard let words else { return [] }
        return ["Divided by\(namesKPIs ? ": " : isRate ? " the number of " : " ")\(words)."]
    }

    private var isRate: Bool { entries.contains { Self.people($0.kpi.unit) != nil } }

    /// For programs: each once, by KPI and by period.
    var code: String {
        var told: Set<String> = []
        return entries.map(\.vintage).filter { told.insert($0).inserted }.joined(separator: "; ")
    }

    /// `people in 2021`. What a KPI that is no rate is divided by has no name of its own: `counts from 2021`.
    static func words(_ vintage: String, unit: Unit) -> String {
        PlainText.line("\(people(unit) ?? "counts") \(year(vintage, unit: unit))")
    }

    private static func year(_ vintage: String, unit: Unit) -> String {
        "\(people(unit) == nil ? "from" : "in") \(PlainText.line(vintage))"
    }

    /// Those among whom a rate counts; nil for other units.
    static func people(_ unit: Unit) -> String? { if case .rate(let rate) = unit { rate.of } else { nil } }

    private static func stretch(_ entry: Entry) -> String {
        entry.first == entry.last
            ? entry.last.title : "\(entry.first.firstMonth.title) to \(entry.last.lastMonth.title)"
    }
}

extension DenominatorVintages {
    /// - Parameters:
    ///   - evaluation: of figures as the audience sees them.
    ///   - periods: those whose figures are told.
    init(_ evaluation: Evaluation, area: Int, periods: [Period], kpis: [KPI]) {
        let places = periods.map { $0.ordinal - evaluation.frame.first.ordinal }
        self.init(
            places.flatMap { place in
                evaluation.program.figuresRead.map { reference in
                    KPIStatus.Figure(
                        kpi: kpis[reference.series], area: evaluation.frame.areas[area],
                        period: evaluation.period(of: reference, seenFrom: place),
                        observation: evaluation.observed(reference, area: area, period: place))
                }
            })
    }
}

extension Observation {
    /// The figure as a reader takes it, with the year of what it is divided by.
    func words(in unit: Unit) -> String? {
        value.map { value in
            let vintage = denominatorVintage.map { " (\(DenominatorVintages.words($0, unit: unit)))" } ?? ""
            return "\(Quantity(value, unit))\(vintage)"
        }
    }
}
