import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// What changed since a day, as one reader may know it.
struct ReaderChanges {
    /// An alert of which the reader may know what became of it.
    struct Alert {
        var change: AlertChange
        var title: String
        var severity: Rule.Severity
        var area: Area
        /// What is to be told of it as it stands; nil where it has ended.
        var row: ListedStanding?
    }

    struct ColourChange {
        var kpi: KPI
        var priority: Priority
        var area: Area
        /// Whether it is of the whole, and not of one of its parts.
        var isOfWhole: Bool
        var before: ListedMeasure.Told
        var after: ListedMeasure.Told
    }

    struct Arrival {
        var kpi: KPI
        var priority: Priority
        /// How many periods have a figure that had none.
        var periods: Int
        /// The newest of them.
        var figure: SeenFigure
    }

    var since: CalendarDate
    /// The as-of date of the run with which figures and colours are compared; nil where there is none.
    var comparedWith: CalendarDate?
    private(set) var alerts: [Alert] = []
    private(set) var colours: [ColourChange] = []
    private(set) var arrivals: [Arrival] = []

    /// Nil where nothing is known of changes since the reader's day.
    init?(for reader: Reader, _ readings: SightReadings, _ maker: ListMaker) {
        let since = maker.input.since(for: reader.body)
        guard let changes = maker.input.changes.first(where: { $0.since == since }) else { return nil }
        self.since = since
        comparedWith = changes.earlier?.asOf
        // The most severe first; those of one severity in the order of the record.
        alerts = changes.alerts.compactMap { Self.alert($0, of: changes, for: reader, maker) }.enumerated()
            .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
        guard let earlier = changes.earlier, let whole = maker.input.definitions.partnership.geography.whole,
            let area = maker.input.definitions.partnership.geography.areas(at: whole).first
        else { return }
        colours = Self.colours(earlier, for: reader, [area] + maker.input.definitions.partnership.geography.pagedAreas)
        for part in reader.parts {
            for kpi in part.kpis {
                if let level = readings[kpi, part.priority, whole],
                    let arrival = Self.arrival(level.reading, of: area.code, part.priority, since: earlier.observations)
                {
                    arrivals.append(arrival)
                }
            }
        }
    }

    /// Statuses that are others than on the day, of areas in their order, measure by measure. A status that the reader may not see, then or now,
    /// is no change to them.
    private static func colours(_ earlier: ChangesSince.Earlier, for reader: Reader, _ areas: [Area]) -> [ColourChange] {
        let before = Dictionary(
            earlier.statuses.map { ([$0.priority, $0.kpi.id, $0.area.rawValue], $0) }, uniquingKeysWith: { first, _ in first })
        return areas.enumerated().flatMap { place, area in
            reader.parts.flatMap { part in
                part.kpis.compactMap { kpi -> ColourChange? in
                    guard let old = before[[part.priority.id, kpi.id, area.code.rawValue]],
                        let then = ListedMeasure(old, in: area, figures: reader.sight.figures).told,
                        let now = reader.measure(kpi, of: part.priority, in: area.code)?.told, then.colour != now.colour
                    else { return nil }
                    return ColourChange(
                        kpi: kpi, priority: part.priority, area: area, isOfWhole: place == 0, before: then, after: now)
                }
            }
        }
    }

    /// Figures that are reported now and were not.
    private static func arrival(
        _ reading: CourseReading, of area: AreaCode, _ priority: Priority, since earlier: ObservationSet
    ) -> Arrival? {
        guard let row = reading.course.place(of: area) else { return nil }
        let key = ObservationSet.Key(
            kpi: reading.kpi.id, level: reading.course.level, grain: reading.course.frame.first.grain)
        let known = earlier[key]
        let new = (0..<reading.course.frame.periodCount).filter { place in
            reading.course.evaluation.observed(0, area: row, period: place).state == .reported
                && known?[area, reading.period(place)]?.state != .reported
        }
        guard let newest = new.last else { return nil }
        return Arrival(
            kpi: reading.kpi, priority: priority, periods: new.count, figure: reading.figure(area: row, period: newest))
    }
}

extension ReaderChanges {
    private static func alert(
        _ change: AlertChange, of changes: ChangesSince, for reader: Reader, _ maker: ListMaker
    ) -> Alert? {
        let geography = maker.input.definitions.partnership.geography
        let area = geography.area(change.area) ?? Area(code: change.area, name: change.area.rawValue, level: AreaLevel(""))
        guard let judged = maker.judged(change.rule, in: change.area) else {
            return former(change, of: changes, in: area, for: reader, maker)
        }
        let rule = judged.standing.rule
        let spot = AlertPlace(rule: rule.id, area: change.area)
        guard rule.groups.contains(where: { group in reader.groups.contains { $0.id == group } }),
            change.began.grain == judged.standing.period.grain, !reader.withheld.contains(spot)
        else { return nil }
        // That it opened, or ended, tells of the periods on both sides of it too.
        let first = min(change.began, change.last).moved(by: -1)
        let told = first...max(change.last, judged.standing.period)
        guard reader.sight.tells(judged, in: told),
            change.kind != .withdrawn || sawBefore(judged, told, changes.earlier, reader.sight)
        else { return nil }
        let row = reader.rows[spot]?.row
        return Alert(
            change: change, title: rule.title, severity: rule.severity, area: area,
            row: row.flatMap { change.kind == .opened || change.kind == .worsened ? $0 : nil })
    }

    /// An alert that nobody judges any more: nothing is left to hold its figures against a policy.
    private static func former(
        _ change: AlertChange, of changes: ChangesSince, in area: Area, for reader: Reader, _ maker: ListMaker
    ) -> Alert? {
        guard reader.sight.isOpen else { return nil }
        let rule = maker.input.definitions.rule(change.rule)
        let former = changes.formerRules[change.rule]
        guard let groups = rule?.groups ?? former?.groups,
            groups.contains(where: { group in reader.groups.contains { $0.id == group } })
        else { return nil }
        return Alert(
            change: change, title: rule?.title ?? former?.title ?? change.rule,
            severity: rule?.severity ?? former?.severity ?? .low, area: area, row: nil)
    }

    /// Whether the reader may see the figures as they were before they were restated.
    private static func sawBefore(
        _ judged: JudgedStanding, _ periods: ClosedRange<Period>, _ earlier: ChangesSince.Earlier?, _ sight: FigureSight
    ) -> Bool {
        guard !sight.isOpen else { return true }
        guard let earlier else { return false }
        let evaluation = judged.evaluation.evaluation
        return (periods.lowerBound.ordinal...periods.upperBound.ordinal).allSatisfy { ordinal in
            evaluation.program.figuresRead.allSatisfy { reference in
                let kpi = judged.kpis[reference.series]
                let own = evaluation.program.series[reference.series].level
                let level = own ?? judged.standing.level
                let area =
                    own.flatMap { judged.geography.area(holding: judged.standing.area, at: $0) } ?? judged.standing.area
                let period = evaluation.period(of: reference, seenFrom: ordinal - evaluation.frame.first.ordinal)
                let key = ObservationSet.Key(kpi: kpi.id, level: level, grain: period.grain)
                guard let block = earlier.observations[key] else { return false }
                guard let exact = block[area, period] else { return true }
                return sight.seen(exact, of: kpi, in: area, period).observation != nil
            }
        }
    }
}
