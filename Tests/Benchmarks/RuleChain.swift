import AlertStore
import Alerting
import Definitions
import Diagnostics
import Foundation
import Measures
import ModuleKit
import RuleLanguage

/// The way of ten thousand rules from YAML bytes to stored verdicts, within one process.
struct RuleChain {
    let rules: BenchRules
    private let files: [SourceFile]
    private let observations: ObservationSet
    private let loader: DefinitionsLoader
    private let asOf: CalendarDate

    /// Seconds of each phase.
    struct Times {
        var load = 0.0
        var evaluate = 0.0
        var store = 0.0
        var all: Double { load + evaluate + store }
    }

    init(_ rules: BenchRules) throws {
        self.rules = rules
        files = rules.definitions.map { SourceFile(path: $0.name, text: $0.text) }
        guard let asOf = CalendarDate("2025-01-05"), let first = Period(BenchRules.firstPeriod) else {
            throw BenchFailure("no such day or period")
        }
        self.asOf = asOf
        let published = IndicatorDescription(
            name: "published", summary: "", definition: "", unit: .stated,
            parameters: [
                ParameterDescription("dataset", .text, summary: ""), ParameterDescription("figure", .text, summary: ""),
                ParameterDescription("count", .truth, summary: ""),
            ], carriesCounts: true, addsUp: false)
        let manifests = BenchRules.modules.map {
            ($0, ModuleOffers.Offer.manifest(Manifest(id: $0, title: $0, indicators: [published])))
        }
        loader = DefinitionsLoader(
            modules: ModuleOffers(Dictionary(manifests, uniquingKeysWith: { first, _ in first })), asOf: asOf)
        var blocks: [ObservationBlock] = []
        for file in BenchRules.modules.indices {
            for number in 0..<BenchRules.kpisPerFile {
                var block = ObservationBlock(
                    kpi: "kpi_\(file)_\(number)", level: AreaLevel("borough"), unit: .count,
                    areas: [AreaCode("E06000020")], first: first, periodCount: BenchRules.periodCount,
                    filledWith: Observation(absent: .missing))
                for (period, figure) in BenchRules.figures(number, file: file).enumerated() {
                    block[0, period] = Observation(value: figure, count: figure)
                }
                blocks.append(block)
            }
        }
        observations = ObservationSet(blocks)
    }

    func load() async throws -> Definitions {
        let loaded = await loader.loadSideBySide(files, from: "Rules")
        guard let definitions = loaded.definitions else {
            throw BenchFailure(loaded.report.rendered(as: .text).prefix(2_000).description)
        }
        return definitions
    }

    func evaluate(_ definitions: Definitions) async -> [RuleEvaluation] {
        Judge(definitions, over: observations, asOf: asOf).evaluationsSideBySide()
    }

    /// Load, check, evaluate and store, in a state folder that is made for it and removed.
    func run() async throws -> Times {
        let state = FileManager.default.temporaryDirectory.appending(path: "beacon-chain-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: state) }
        let store = try AlertStore(stateFolder: state)
        defer { store.close() }
        var times = Times()
        var definitions: Definitions?
        times.load = try await Stopwatch.seconds { definitions = try await load() }
        guard let definitions else { return times }
        var evaluations: [RuleEvaluation] = []
        times.evaluate = await Stopwatch.seconds { evaluations = await evaluate(definitions) }
        times.store = try await Stopwatch.seconds {
            let now = Date()
            _ = try store.commit(
                RunRecord(
                    asOf: asOf, started: now, finished: now, inputFingerprint: "bench", definitionsFingerprint: "bench",
                    figures: FigureDigests(observations), verdicts: evaluations.map(VerdictColumn.init)))
        }
        return times
    }

    /// What each rule says of the last period.
    func expectations() async throws -> [BenchRules.Expectation] {
        await evaluate(try await load()).map { evaluation in
            BenchRules.Expectation(
                rule: evaluation.rule.id,
                number: evaluation.rule.id.split(separator: "_").last.flatMap { Int($0) } ?? 0,
                fires: evaluation.evaluation.verdict(area: 0, period: evaluation.frame.periodCount - 1) == .fired)
        }
    }

    /// Evaluating and packing alone, and with every rule that fires in the last period explained. Registers are kept in both:
    /// the explanation is read from them, so what it costs is only to be told.
    func explanationTimes(_ evaluations: Definitions) async -> (off: Double, on: Double, explained: Int) {
        let judge = Judge(evaluations, over: observations, asOf: asOf)
        let off = await Stopwatch.seconds { _ = judge.evaluations().map(\.packedVerdicts) }
        var explained = 0
        let on = await Stopwatch.seconds {
            for evaluation in judge.evaluations() {
                let codes = evaluation.packedVerdicts
                guard codes.last == Verdict.fired.code else { continue }
                explained += evaluation.evaluation.explanation(area: 0, period: codes.count - 1).lines.isEmpty ? 0 : 1
            }
        }
        return (off, on, explained)
    }
}
