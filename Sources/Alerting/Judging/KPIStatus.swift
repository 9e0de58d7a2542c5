public import Definitions
public import Measures
public import RuleLanguage

/// How a KPI stands in one area: its colour, and which way it travels.
public struct KPIStatus: Sendable {
    public enum Colour: Sendable, Hashable {
        case red, amber, green
        case notAssessed(AbsenceReason)

        /// For a reader: colour is never the only sign.
        public var words: String {
            switch self {
            case .red: "red"
            case .amber: "amber"
            case .green: "green"
            case .notAssessed(let reason): "not assessed: \(reason.words)"
            }
        }
    }

    public enum Travel: Sendable, Hashable {
        case improved, steady, worsened
        case notKnown(AbsenceReason)

        public var words: String {
            switch self {
            case .improved: "improved"
            case .steady: "steady"
            case .worsened: "worsened"
            case .notKnown(let reason): "not known: \(reason.words)"
            }
        }
    }

    /// An observation, and the KPI that it is of: a condition may name others.
    public struct Figure: Sendable {
        public var kpi: KPI
        public var area: AreaCode
        public var period: Period
        public var observation: Observation

        public init(kpi: KPI, area: AreaCode, period: Period, observation: Observation) {
            self.kpi = kpi
            self.area = area
            self.period = period
            self.observation = observation
        }
    }

    public var kpi: KPI
    public var priority: String
    public var area: AreaCode
    public var level: AreaLevel
    public var period: Period
    public var observation: Observation
    public var target: Double?
    public var colour: Colour
    /// Against the period before; nil on grains whose periods overlap.
    public var short: Travel?
    /// Against the same period of the year before.
    public var long: Travel
    /// Every figure that the colour and the travel rest on.
    public var read: [Figure]
    /// Why it is, or is not, red; nil where there was nothing to judge by.
    public var explanation: Explanation?
    /// Why it is, or is not, what lies between red and green; nil where nothing does.
    public var amberExplanation: Explanation?
}

extension Judge {
    /// The status of every KPI that has a status rule, in every area, in the latest period that is due; in the order of the
    /// definitions.
    public func statuses() -> [KPIStatus] {
        definitions.priorities.flatMap { priority in
            priority.kpis.flatMap { kpi in kpi.levels.flatMap { statuses(of: kpi, at: $0, priority) } }
        }
    }

    /// The statuses of one KPI's areas of a level.
    ///
    /// - Parameter period: nil for the latest that is due.
    public func statuses(of kpi: KPI, at level: AreaLevel, _ priority: Priority, in period: Period? = nil) -> [KPIStatus] {
        guard let rule = kpi.status else { return [] }
        func run(_ program: RuleProgram) -> Evaluation? {
            evaluation(of: program, at: level, among: kpi.areas, priority)
        }
        func run(_ travel: StatusRule.Travel) -> (improved: Evaluation, worsened: Evaluation)? {
            guard let improved = run(travel.improved), let worsened = run(travel.worsened) else { return nil }
            return (improved, worsened)
        }
        // A travel reads this KPI alone, so it covers all of its areas; a colour may read others that are told for fewer.
        guard let long = run(rule.long) else { return [] }
        let red = run(rule.red)
        let amber = rule.amber.map(run)
        let short = rule.short.flatMap(run)
        let frame = long.improved.frame
        let known = Dictionary(priority.kpis.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return frame.areas.indices.compactMap { area in
            let latest = (0..<frame.periodCount).last {
                long.improved.observed(0, area: area, period: $0).state != .notDue
            }
            let place = period.map { $0.ordinal - frame.first.ordinal } ?? latest ?? frame.periodCount - 1
            guard (0..<frame.periodCount).contains(place) else { return nil }
            let judged = frame.first.moved(by: place)
            let spot = Spot(area: frame.areas[area], period: judged)
            return KPIStatus(
                kpi: kpi, priority: priority.id, area: spot.area, level: level, period: judged,
                observation: long.improved.observed(0, area: area, period: place), target: kpi.target?.expected(at: judged),
                colour: Self.colour(spot.truth(of: red), amber.map(spot.truth)),
                short: short.map { Self.travel(spot.truth(of: $0.improved), spot.truth(of: $0.worsened)) },
                long: Self.travel(spot.truth(of: long.improved), spot.truth(of: long.worsened)),
                read: [red, amber ?? nil, long.improved, short?.improved].compactMap(\.self).flatMap {
                    spot.figuresRead(by: $0, among: known, in: definitions.partnership.geography)
                },
                explanation: red.flatMap(spot.explanation), amberExplanation: amber?.flatMap(spot.explanation))
        }
    }

    /// An area and a period, found in each evaluation by name: what a program reads decides the areas and the periods that
    /// it is run over.
    private struct Spot {
        var area: AreaCode
        var period: Period

        private func place(in evaluation: Evaluation) -> (area: Int, period: Int)? {
            let place = period.ordinal - evaluation.frame.first.ordinal
            guard let row = evaluation.frame.areas.firstIndex(of: area),
                (0..<evaluation.frame.periodCount).contains(place)
            else { return nil }
            return (row, place)
        }

        /// Not known where a program judges no such area.
        func truth(of evaluation: Evaluation?) -> Truth {
            guard let evaluation, let place = place(in: evaluation) else { return .unknown(.noValue) }
            return evaluation.conditionTruth(area: place.area, period: place.period)
        }

        func explanation(of evaluation: Evaluation) -> Explanation? {
            place(in: evaluation).map { evaluation.explanation(area: $0.area, period: $0.period) }
        }

        /// Those that the result names, and those that it rests on beside them: of other areas, and of the past.
        func figuresRead(
            by evaluation: Evaluation, among kpis: [String: KPI], in geography: Geography
        ) -> [KPIStatus.Figure] {
            guard let place = place(in: evaluation) else { return [] }
            let program = evaluation.program
            let areas = program.comparesAreas ? Array(evaluation.frame.areas.indices) : [place.area]
            let periods = program.learnsFromPast ? Array(0...place.period) : [place.period]
            return areas.flatMap { area in
                periods.flatMap { period in
                    program.figuresRead.compactMap { figure($0, of: evaluation, area, period, among: kpis, in: geography) }
                }
            }
        }

        private func figure(
            _ reference: FigureReference, of evaluation: Evaluation, _ area: Int, _ period: Int, among kpis: [String: KPI],
            in geography: Geography
        ) -> KPIStatus.Figure? {
            let series = evaluation.program.series[reference.series]
            let code = evaluation.frame.areas[area]
            return kpis[series.name].map {
                KPIStatus.Figure(
                    kpi: $0, area: series.level.flatMap { geography.area(holding: code, at: $0) } ?? code,
                    period: evaluation.period(of: reference, seenFrom: period),
                    observation: evaluation.observed(reference, area: area, period: period))
            }
        }
    }

    private static func colour(_ red: Truth, _ amber: Truth?) -> KPIStatus.Colour {
        switch (red, amber) {
        case (.isTrue, _): .red
        case (.unknown(let reason), _): .notAssessed(reason)
        case (.isFalse, .isTrue?): .amber
        case (.isFalse, .unknown(let reason)?): .notAssessed(reason)
        case (.isFalse, .isFalse?), (.isFalse, nil): .green
        }
    }

    private static func travel(_ improved: Truth, _ worsened: Truth) -> KPIStatus.Travel {
        switch (improved, worsened) {
        case (.isTrue, _): .improved
        case (_, .isTrue): .worsened
        case (.unknown(let reason), _), (_, .unknown(let reason)): .notKnown(reason)
        case (.isFalse, .isFalse): .steady
        }
    }
}
