import AlertStore
import Alerting
import Definitions
import Disclosure
import Foundation
import Measures
import Nightly
import RuleLanguage
import Testing
import Warehouse

/// Every page of a run that a restricted audience gets, on the bundled records and on real ones: what is on it is what disclosure control
/// lets pass, and nothing small follows from all of that together.
@Suite(.enabled(if: ProjectPlaces.engine != nil, "needs DuckDB"))
struct DisclosedRunTests {
    private struct Run {
        var definitions: Definitions
        var observations: ObservationSet
        /// By path below the folder of the lists.
        var pages: [String: String]
    }

    private func run(data: String, asOf: String) async throws -> Run {
        let folder = FileManager.default.temporaryDirectory.appending(path: "beacon-disclosed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = NightlySettings(
            rulesFolder: ProjectPlaces.rules, dataFolder: data, stateFolder: folder.appending(path: "state").path,
            outFolder: folder.appending(path: "out").path, moduleFolders: [ProjectPlaces.products],
            asOf: try #require(CalendarDate(asOf)), engine: WarehouseSettings(program: ProjectPlaces.engine),
            now: { Date(timeIntervalSince1970: 1_769_817_600) })
        _ = try await NightlyRun(settings: settings, progress: SilentProgress()).run()
        let store = try AlertStore(stateFolder: settings.stateFolder)
        defer { store.close() }
        let observations = try store.latestObservations(for: try store.observationKeys())
        let out = folder.appending(path: "out/latest").resolvingSymlinksInPath()
        var pages: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: out.path) {
            if let text = try? String(contentsOf: out.appending(path: path), encoding: .utf8) { pages[path] = text }
        }
        return Run(
            definitions: try #require(await settings.checkDefinitions(isLinting: false).definitions), observations: observations,
            pages: pages)
    }

    private static func figures(_ run: Run, _ audience: Audience) -> PublishedFigures {
        let kpis = run.definitions.priorities.flatMap(\.kpis).map {
            PublishedKPI(id: $0.id, unit: $0.unit, grains: Set($0.grains), isPublished: $0.indicator == "published")
        }
        let policy = DisclosurePolicy(withholdUpTo: audience.withholdUpTo, roundTo: audience.roundTo, dominance: audience.dominance)
        return PublishedFigures(
            under: policy, of: kpis, in: run.definitions.partnership.geography, blocks: run.observations.all)
    }

    /// The small counts of a KPI, by area and period, that follow from all figures that an audience may see.
    private static func recovered(_ kpi: KPI, _ run: Run, _ policy: DisclosurePolicy, isShown: (Observation, AreaCode, Period) -> Bool)
        -> [String]
    {
        let geography = run.definitions.partnership.geography
        let blocks = run.observations.all.filter { $0.kpi == kpi.id }
        func count(_ observation: Observation) -> Int? {
            guard observation.state == .reported, observation.value != nil else { return nil }
            let count = kpi.unit == .percent ? observation.numerator : kpi.unit == .count ? observation.value : observation.count
            return count.map { Int($0.rounded(.up)) }
        }
        var published: [PublishedSetAttack.Count: Int] = [:]
        var hidden: [PublishedSetAttack.Count: Int] = [:]
        var all: [PublishedSetAttack.Count: Int] = [:]
        for block in blocks {
            for (row, area) in block.areas.enumerated() {
                for (column, period) in block.periods.enumerated() {
                    guard let value = count(block[row, column]) else { continue }
                    let place = PublishedSetAttack.Count(
                        area: area, start: period.firstMonth.ordinal, end: period.lastMonth.ordinal + 1)
                    all[place] = value
                    if isShown(block[row, column], area, period) { published[place] = value } else { hidden[place] = value }
                }
            }
        }
        let levels = geography.levels.filter(kpi.levels.contains)
        guard let whole = levels.first.flatMap({ geography.areas(at: $0).first?.code }), levels.count > 1,
            geography.levels.first == levels.first
        else { return [] }
        let parts = [whole: kpi.areas(at: levels[1], in: geography)]
        let attack = PublishedSetAttack(published: published, parts: parts) { area, start, end in
            let total = all[.init(area: area, start: start, end: end)] ?? 0
            return total - (parts[area] ?? []).reduce(0) { $0 + (all[.init(area: $1, start: start, end: end)] ?? 0) }
        }
        return hidden.filter { (1...policy.withholdUpTo).contains($0.value) && attack.value(of: $0.key) == $0.value }.map {
            "\(kpi.id) \($0.key.area) \(Month(ordinal: $0.key.start)) to before \(Month(ordinal: $0.key.end)): \($0.value)"
        }
    }

    private func attack(_ run: Run) throws {
        var (alone, together) = (0, 0)
        for audience in run.definitions.partnership.audiences where audience.withholdUpTo > 0 {
            let figures = Self.figures(run, audience)
            var (shownAlone, shown, all) = (0, 0, 0)
            for kpi in run.definitions.priorities.flatMap(\.kpis) where kpi.indicator != "published" {
                let found = Self.recovered(kpi, run, figures.policy) {
                    figures.disclosed($0, of: kpi.id, area: $1, period: $2).observation != nil
                }
                #expect(found.isEmpty, "\(audience.id): \(found.prefix(5))")
                together += found.count
                alone += Self.recovered(kpi, run, figures.policy) { observation, _, _ in
                    figures.policy.disclosed(observation, unit: kpi.unit).observation != nil
                }.count
                for block in run.observations.all where block.kpi == kpi.id {
                    for (row, area) in block.areas.enumerated() {
                        for (column, period) in block.periods.enumerated() where block.state(row, column) == .reported {
                            all += 1
                            if figures.policy.disclosed(block[row, column], unit: kpi.unit).observation != nil { shownAlone += 1 }
                            if figures.disclosed(block[row, column], of: kpi.id, area: area, period: period).observation != nil {
                                shown += 1
                            }
                        }
                    }
                }
            }
            print("SHARE", audience.id, all, shownAlone, shown)
        }
        #expect(together == 0 && alone > 0, "judged alone, \(alone) small counts follow")
    }

    @Test("on the bundled records")
    func bundled() async throws {
        let run = try await run(data: ProjectPlaces.rules + "/data", asOf: "2026-01-31")
        try attack(run)
    }

    @Test("on West Mercia's street crime", .enabled(if: ProjectPlaces.data != nil, "needs the real data beside the project"))
    func real() async throws {
        let run = try await run(data: try #require(ProjectPlaces.data), asOf: "2026-01-31")
        try attack(run)
    }
}
