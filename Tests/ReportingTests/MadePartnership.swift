import Alerting
import Definitions
import Diagnostics
import Measures
import ModuleKit
@testable import Reporting
import RuleLanguage
import Testing

/// A small partnership with figures by hand: two priorities, two boards, three wards.
struct MadePartnership {
    static let borough = AreaCode("E1")
    static let wards = (1...4).map { AreaCode("W\($0)") }
    static let first = Period(grain: .quarter, ordinal: 2022 * 4)
    static let asOf = CalendarDate(daysSince1970: 19_919)

    var wardNames = ["Ashdown", "Birchfield", "Castle & Quay", "Dell"]
    var ruleTitle = "Serious youth violence rises over 10%"
    var incidentsTitle = "Serious youth violence incidents"
    /// Of the first ward.
    var wardNote: String?
    /// The codes of the wards most like the first.
    var peers: [String] = []
    /// By ward, in their order; none where it is empty.
    var tiles: [(row: Int, column: Int)] = []
    /// The days on which the board meets, as its file states them.
    var meetings = ""
    var respond = "Convene the subgroup; review referrals"
    var owner = "Violence reduction analyst"
    /// What the first rule is raised and cleared by.
    var condition = """
        when: change(incidents) > 10%
            given: significant(change(incidents))
            clear: change(incidents) < 5%
        """
    /// What the first KPI's status is red by.
    var red = "change(incidents) > 10%"
    /// The line of the other KPI's status; empty where it has none.
    var collisionsStatus = "rag: {on: quarter}"
    var message = "{area}: {year_before(incidents)} → {incidents} incidents ({change(incidents)})"
    /// The unit of the first KPI, where a test states another than its figures have.
    var statedUnit: Unit?
    /// A line more of the first KPI, indented, with the line end before it.
    var incidentsSteps = ""
    var boardThreshold = 5
    var boardRounding = 1
    /// By KPI, then by area, a figure a quarter from 2022 Q1; nil is missing.
    var figures: [String: [AreaCode: [Double?]]] = MadePartnership.usualFigures
    /// KPIs whose module failed.
    var failing: Set<String> = []
    /// KPIs whose module did not fail on the night before.
    var failingNow: Set<String> = []
    var isMade = false
    var dataNotes: [DataNote] = []
    var dataFiles: [DataFile] = []
    var moduleFailures: [FailedModule] = []
    var consistencyNotes: [ConsistencyNote] = []
    /// Figures that the list before told otherwise: by KPI and area, the quarter's place and what it told.
    var toldBefore: [String: [AreaCode: [Int: Double]]] = [:]
    /// Figures that were missing on the list before, by KPI and area.
    var missingBefore: [String: [AreaCode: Set<Int>]] = [:]
    var definitionsWereEdited = false
    /// Sources in of those expected, behind the borough's incidents, by the quarter's place.
    var returns: [Int: Observation.Sources] = [:]
    var editions: [DatasetEditions] = []
    /// The year of the population by which the incidents of a quarter's place are divided. Where there is any, incidents are told
    /// per 1,000 people, of whom every area has a thousand.
    var populations: [Int: String] = [:]

    static let usualFigures: [String: [AreaCode: [Double?]]] = [
        "incidents": [
            borough: [90, 92, 91, 94, 95, 96, 94, 97, 98, 142],
            wards[0]: [30, 31, 30, 32, 31, 32, 30, 31, 62, 70],
            wards[1]: [20, 21, 20, 22, 21, 20, 22, 21, 24, 25],
            wards[2]: [3, 2, 4, 3, 4, 3, 2, 3, 4, 4],
            wards[3]: [22, 21, 23, 20, 22, 21, 20, 22, 48, 19],
        ],
        "collisions": [borough: [40, 41, 60, 62, 40, 42, 61, 63, 90, 44]],
    ]

    /// Made figures, a module that failed, a ward without its figure, and notes on the data.
    static var troubled: MadePartnership {
        var made = MadePartnership()
        made.isMade = true
        made.figures["incidents"]?[wards[1]]?[9] = nil
        made.dataNotes = [
            DataNote(
                kind: .recordsSetAside, dataset: "violence", title: "Violence incidents", file: "violence/2024-06.csv",
                line: 17, column: "date", reason: "date out of range", count: 1),
            DataNote(kind: .recordsUnplaced, dataset: "violence", title: "Violence incidents", reason: "no area", count: 12),
        ]
        made.figures["collisions"] = [borough: []]
        made.failing = ["collisions"]
        made.moduleFailures = [FailedModule(module: "roads", reason: "it did not answer within 60 seconds")]
        // The third ward's figures are small.
        made.toldBefore = ["incidents": [wards[0]: [7: 60, 2: 31], wards[2]: [7: 33], wards[3]: [2: 24]]]
        made.returns = [5: Observation.Sources(received: 286, expected: 286), 9: Observation.Sources(received: 273, expected: 286)]
        made.editions = lateEditions
        made.consistencyNotes = [
            ConsistencyNote(priority: "violence", words: "38, 4 and 5 recommendations make 47, and the total is stated as 48")
        ]
        return made
    }

    /// Two quarters in, one late, one not due.
    static let lateEditions = [
        DatasetEditions(
            dataset: "violence", title: "Violence incidents", every: .quarter, dueDays: 20,
            editions: [
                edition(7, .isIn, 412), edition(8, .isIn, 398, usual: 410), edition(9, .late(days: 13), 0, usual: 405),
                edition(10, .notDue, 0, usual: 405),
            ])
    ]

    static func edition(
        _ place: Int, _ standing: DatasetEditions.Standing, _ records: Int, usual: Double? = nil
    ) -> DatasetEditions.Edition {
        let period = first.moved(by: place)
        return DatasetEditions.Edition(
            period: period, due: period.lastDay.advanced(byDays: 20), standing: standing, records: records, usual: usual)
    }

    static let nightBefore = CalendarDate(daysSince1970: 19_828)

    var input: ReportInput { get throws { input(try definitions) } }

    /// What was known on the night before.
    var observationsBefore: ObservationSet { observations(quarters: 9, told: toldBefore, missing: missingBefore) }
    var observationsNow: ObservationSet {
        var made = self
        made.failing.formUnion(failingNow)
        for kpi in failingNow { made.figures[kpi] = made.figures[kpi]?.mapValues { _ in [] } }
        return made.observations(quarters: 10)
    }

    /// - Parameter definitions: its own, or those of another that differs in its figures alone.
    func input(_ definitions: Definitions) -> ReportInput {
        let known = observationsBefore
        var memory = FigureMemory()
        _ = memory.learn(known, on: Self.nightBefore)
        let evaluationsBefore = Judge(definitions, over: known, asOf: Self.nightBefore).evaluations()
        let earlier = Advance(
            evaluationsBefore, recorded: [], asOf: Self.nightBefore,
            geography: definitions.partnership.geography)
        let observations = observationsNow
        let learned = memory.learn(observations, on: Self.asOf)
        let judge = Judge(definitions, over: observations, asOf: Self.asOf)
        let evaluations = judge.evaluations()
        let advance = Advance(
            evaluations, recorded: earlier.added.map { RecordedTransition($0, asOf: Self.nightBefore) },
            learned: learned, asOf: Self.asOf, geography: definitions.partnership.geography)
        let rejudged = Judge(definitions, over: known, asOf: Self.asOf)
            .rejudged(evaluations, by: learned, standings: advance.standings)
        return ReportInput(
            definitions: definitions, standings: advance.standings, evaluations: evaluations,
            statuses: judge.statuses(), observations: observations, asOf: Self.asOf, dataNotes: dataNotes, dataFiles: dataFiles, moduleFailures: moduleFailures,
            consistencyNotes: consistencyNotes,
            restatements: learned.restatements, rejudged: rejudged,
            definitionsWereEdited: definitionsWereEdited, editions: editions,
            told: Self.told(
                by: ReportInput(
                    definitions: definitions, standings: earlier.standings, evaluations: evaluationsBefore,
                    observations: known, asOf: Self.nightBefore)),
            changes: Set(definitions.partnership.bodies.map { $0.lastMet(before: Self.asOf) }).sorted().map { day in
                ChangesSince(
                    since: day,
                    alerts: AlertChange.changes(
                        in: (earlier.added.map { RecordedTransition($0, asOf: Self.nightBefore) }
                            + advance.added.map { RecordedTransition($0, asOf: Self.asOf) }), since: day, judgedBy: evaluations),
                    earlier: day < Self.nightBefore
                        ? nil
                        : ChangesSince.Earlier(
                            asOf: Self.nightBefore,
                            statuses: Judge(definitions, over: known, asOf: Self.nightBefore).statuses(),
                            observations: known))
            }, holdsMadeRecords: isMade)
    }

    /// What everybody who reads a list was told by the notices of a night.
    private static func told(by input: ReportInput) -> ToldNotices {
        let maker = ListMaker(input)
        let bodies = input.definitions.partnership.bodies
        return ToldNotices(
            alerts: input.definitions.partnership.groups.flatMap { group in
                bodies.filter { $0.id == group.id || group.reportsTo.contains($0.id) }.flatMap { reader in
                    NoticeNews(of: maker.list(of: group, for: reader), by: [], after: ToldNotices()).items.map {
                        ToldAlert(reader: reader.id, list: group.id, item: $0, asOf: input.asOf)
                    }
                }
            })
    }

    var wardCodes: [AreaCode] { wardNames.indices.map { AreaCode("W\($0 + 1)") } }

    private func observations(
        quarters: Int, told: [String: [AreaCode: [Int: Double]]] = [:], missing: [String: [AreaCode: Set<Int>]] = [:]
    ) -> ObservationSet {
        ObservationSet(
            figures.sorted { $0.key < $1.key }.flatMap { kpi, areas -> [ObservationBlock] in
                [("borough", [Self.borough]), ("ward", wardCodes)].compactMap { level, codes in
                    let known = codes.filter { areas[$0] != nil }
                    guard !known.isEmpty else { return nil }
                    var block = ObservationBlock(
                        kpi: kpi, level: AreaLevel(level), unit: kpi == "incidents" ? incidentsUnit : .count, areas: known, first: Self.first,
                        periodCount: quarters, filledWith: Observation(absent: failing.contains(kpi) ? .moduleFailed : .missing))
                    for (row, code) in known.enumerated() {
                        for (period, value) in (areas[code] ?? []).prefix(quarters).enumerated() {
                            if missing[kpi]?[code]?.contains(period) == true { continue }
                            guard let value = told[kpi]?[code]?[period] ?? value else { continue }
                            let returned = kpi == "incidents" && code == Self.borough ? returns[period] : nil
                            let year = kpi == "incidents" ? populations[period] : nil
                            block[row, period] = Observation(
                                value: value, numerator: year.map { _ in value }, denominator: year.map { _ in 1_000 },
                                denominatorVintage: year, count: value, sources: returned, provisional: period == 9 && kpi == "collisions", made: isMade)
                        }
                    }
                    return block
                }
            })
    }

    /// A test goes no further where these do not load.
    struct NotLoaded: Error {
        var words: [String]
    }

    var incidentsUnit: Unit { statedUnit ?? usualUnit }

    private var usualUnit: Unit { populations.isEmpty ? .count : .rate(Unit.Rate(per: 1_000, of: "people")) }

    private func offer(_ unit: UnitOffer) -> ModuleOffers.Offer {
        .manifest(
            Manifest(
                id: "counts", title: "Counts",
                indicators: [
                    IndicatorDescription(
                        name: "events", summary: "Events", definition: "Events", unit: unit,
                        parameters: [ParameterDescription("dataset", .dataset, summary: "What is counted.")],
                        carriesCounts: true, addsUp: true)
                ]))
    }

    var definitions: Definitions {
        get throws {
            let files = [("partnership.yaml", partnership), ("roads.yaml", roads), ("violence.yaml", violence)]
            let loaded = DefinitionsLoader(
                modules: ModuleOffers(["violence": offer(statedUnit != nil ? .stated : populations.isEmpty ? .count : .rate), "roads": offer(.count)]),
                asOf: Self.asOf
            ).load(files.map { SourceFile(path: $0, text: $1) }, from: "Rules")
            guard let definitions = loaded.definitions else {
                throw NotLoaded(
                    words: loaded.report.diagnostics.map {
                        "\($0.path ?? ""):\($0.span?.start.line ?? 0): \($0.problem.words)"
                    })
            }
            return definitions
        }
    }
}

extension Report {
    func text(_ path: String) throws -> String { try #require(pages.first { $0.path == path }).text }
}
