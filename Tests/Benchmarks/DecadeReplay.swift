import AlertStore
import Alerting
import Definitions
import Diagnostics
import Foundation
import Measures
import ModuleKit
import Nightly
import RuleLanguage

/// Ten years of monthly nights over the shipped rules, areas and wards, one after another in one store: each night the rules are judged on
/// the figures of the periods that have closed, the alerts are moved on, and the run is committed. The figures are made in advance, as
/// modules would hand them over; no data are fetched and no pages are written.
struct DecadeReplay {
    static let nights = 120

    let definitions: Definitions
    private let figures: [ObservationBlock]
    private let state: String

    /// What the nights took.
    struct Outcome {
        var seconds = 0.0
        var transitions = 0
        var storeBytes = 0
        /// After the first year, so that the growth of a usual night is told without the first.
        var bytesAfterOneYear = 0
        var bytesPerNight: Double { Double(storeBytes - bytesAfterOneYear) / Double(nights - 12) }
    }

    /// - Parameter rules: the folder of the shipped definitions.
    init(rules: String, in scratch: URL) async throws {
        state = scratch.appending(path: "decade").path
        let settings = NightlySettings(
            rulesFolder: rules, dataFolder: rules + "/data", stateFolder: state, outFolder: scratch.path,
            asOf: Self.day(of: Self.nights), now: { Date() })
        let checked = await settings.checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else {
            throw BenchFailure(checked.report.rendered(as: .text).prefix(2_000).description)
        }
        self.definitions = definitions
        figures = definitions.priorities.flatMap { priority in
            priority.kpis.flatMap { kpi in Self.blocks(of: kpi, definitions.partnership.geography) }
        }
    }

    /// The 25th of the month after the nth of the decade, when its records are due.
    static func day(of night: Int) -> CalendarDate {
        let firstMonth = Month(year: 2014, month: 4)
        let month = Month(ordinal: firstMonth.ordinal + 12 + night)
        return CalendarDate(daysSince1970: month.firstDay.daysSince1970 + 24)
    }

    private static func blocks(of kpi: KPI, _ geography: Geography) -> [ObservationBlock] {
        kpi.levels.flatMap { level -> [ObservationBlock] in
            let areas = geography.areas(at: level).map(\.code).filter { kpi.areas?.contains($0) ?? true }
            guard !areas.isEmpty else { return [] }
            return kpi.grains.map { grain in
                let first = Period(grain, holding: Month(year: 2014, month: 4)).moved(by: 1)
                let last = Period.latestClosed(grain, on: day(of: nights))
                var block = ObservationBlock(
                    kpi: kpi.id, level: level, unit: kpi.unit, areas: areas, first: first,
                    periodCount: max(1, last.ordinal - first.ordinal + 1), filledWith: Observation(absent: .missing))
                var generator = FixedNumbers(seed: "\(kpi.id) \(level.rawValue) \(grain.rawValue)")
                for area in areas.indices {
                    let usual = Double(generator.next() % 60 + 5) * Double(block.periodCount > 60 ? 1 : 4)
                    for period in 0..<block.periodCount {
                        block[area, period] = figure(of: kpi, around: usual, &generator)
                    }
                }
                return block
            }
        }
    }

    /// Near the usual, and one in 200 far off it, so that alerts come and go.
    private static func figure(of kpi: KPI, around level: Double, _ generator: inout FixedNumbers) -> Observation {
        // What has a target lies near it: one that is always missed would say the same every night.
        let usual = kpi.unit == .count ? kpi.target?.value ?? level : level
        let share = kpi.unit == .percent ? kpi.target?.value ?? 0.1 : 0.1
        let spread = Double(generator.next() % 1_000) / 1_000 - 0.5
        let factor = generator.next() % 200 == 0 ? 1.8 : 1
        let count = (usual * factor + spread * 2 * usual.squareRoot()).rounded()
        let denominator = usual / max(0.01, share)
        return switch kpi.unit {
        case .count: Observation(value: count, count: count)
        case .percent:
            Observation(value: min(1, count / denominator), numerator: min(count, denominator), denominator: denominator, count: count)
        case .rate:
            Observation(value: count / 10, numerator: count, denominator: denominator, denominatorVintage: "mid-2020", count: count)
        case .index: Observation(value: count * 3, count: count, sumOfSquaredWeights: count * 12)
        default: Observation(value: count, denominator: denominator, count: count)
        }
    }

    /// The figures of the periods that have closed by a day.
    func known(on day: CalendarDate) -> ObservationSet {
        ObservationSet(
            figures.compactMap { block in
                let last = min(block.last.ordinal, Period.latestClosed(block.grain, on: day).ordinal)
                guard last >= block.first.ordinal else { return nil }
                var part = ObservationBlock(
                    kpi: block.kpi, level: block.level, unit: block.unit, areas: block.areas, first: block.first,
                    periodCount: last - block.first.ordinal + 1, filledWith: Observation(absent: .missing))
                for area in block.areas.indices {
                    for period in 0..<part.periodCount { part[area, period] = block[area, period] }
                }
                return part
            })
    }

    /// All nights, in a store that is made for them and removed. Only judging, moving on and committing are timed.
    func run() async throws -> Outcome {
        try? FileManager.default.removeItem(atPath: state)
        defer { try? FileManager.default.removeItem(atPath: state) }
        let store = try AlertStore(stateFolder: state)
        defer { store.close() }
        var outcome = Outcome()
        var previous: CalendarDate?
        for night in 1...Self.nights {
            let asOf = Self.day(of: night)
            let observations = known(on: asOf)
            outcome.seconds += try await Stopwatch.seconds {
                outcome.transitions += try await Self.night(asOf, after: previous, observations, definitions, store)
            }
            previous = asOf
            if night == 12 { outcome.bytesAfterOneYear = bytes }
        }
        outcome.storeBytes = bytes
        return outcome
    }

    private static func night(
        _ asOf: CalendarDate, after previous: CalendarDate?, _ observations: ObservationSet, _ definitions: Definitions,
        _ store: AlertStore
    ) async throws -> Int {
        let evaluations = Judge(definitions, over: observations, asOf: asOf).evaluationsSideBySide()
        let memory = try store.memory()
        let figures = FigureDigests(observations)
        let learned = try memory.lastCommitted.map { try store.learned(from: figures, since: $0.id) } ?? LearnedFigures()
        let advance = Advance(
            evaluations, recorded: memory.transitions, learned: learned, asOf: asOf, previous: previous,
            geography: definitions.partnership.geography)
        let now = Date()
        try store.commit(
            RunRecord(
                asOf: asOf, started: now, finished: now, inputFingerprint: "\(asOf)", definitionsFingerprint: "bench",
                figures: figures, verdicts: evaluations.map(VerdictColumn.init), transitions: advance.added,
                rules: definitions.rules.map(ToldRule.init)))
        return advance.added.count
    }

    /// The store with its log.
    private var bytes: Int {
        [AlertStore.fileName, AlertStore.fileName + "-wal"].reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(state)/\(name)")
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }
}

/// The same numbers on every machine.
struct FixedNumbers {
    private var state: UInt64

    init(seed: String) {
        state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// SplitMix64.
    mutating func next() -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 33)
    }
}
