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

@testable import Reporting

/// Every page of a run that a restricted audience gets, on the bundled records and on real ones: what is on it is what
/// disclosure control lets pass, and nothing small follows from all of that together.
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
            definitions: try #require(await settings.checkDefinitions(isLinting: false).definitions),
            observations: observations,
            pages: pages)
    }

    private static func figures(_ run: Run, _ audience: Audience) -> PublishedFigures {
        let counted = CountedSets(run.definitions.priorities.flatMap(\.kpis))
        let policy = DisclosurePolicy(
            withholdUpTo: audience.withholdUpTo, roundTo: audience.roundTo, dominance: audience.dominance)
        return PublishedFigures(
            under: policy, of: counted.published, sets: counted.places, in: run.definitions.partnership.geography, blocks: run.observations.all)
    }

    /// The small counts of a KPI, by area and period, that follow from all figures that an audience may see.
    private static func recovered(
        _ kpi: KPI, _ run: Run, _ policy: DisclosurePolicy, isShown: (Observation, AreaCode, Period) -> Bool
    )
        -> [String]
    {
        let geography = run.definitions.partnership.geography
        let blocks = run.observations.all.filter { $0.kpi == kpi.id }
        func count(_ observation: Observation) -> Int? {
            guard observation.state == .reported, observation.value != nil else { return nil }
            let count =
                kpi.unit == .percent ? observation.numerator : kpi.unit == .count ? observation.value : observation.count
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
        let parts = kpi.areas(at: levels[1], in: geography)
        func left(_ start: Int, _ end: Int) -> Int {
            parts.reduce(all[.init(area: whole, start: start, end: end)] ?? 0) {
                $0 - (all[.init(area: $1, start: start, end: end)] ?? 0)
            }
        }
        // What the whole has in none of its parts is told nowhere. Where they have more than it, as different people who are
        // counted in each, a reader is taken to know by how much.
        let wholes = all.keys.filter { $0.area == whole }
        let isKnown = wholes.contains { left($0.start, $0.end) < 0 }
        let elsewhere = AreaCode("elsewhere")
        if !isKnown {
            for place in wholes {
                hidden[.init(area: elsewhere, start: place.start, end: place.end)] = left(place.start, place.end)
            }
        }
        let attack = PublishedSetAttack(
            published: published, parts: [whole: parts + (isKnown ? [] : [elsewhere])],
            unplaced: { isKnown ? left($1, $2) : 0 })
        return hidden.filter { (1...policy.withholdUpTo).contains($0.value) && attack.value(of: $0.key) == $0.value }.map {
            "\(kpi.id) \($0.key.area) \(Month(ordinal: $0.key.start)) to before \(Month(ordinal: $0.key.end)): \($0.value)"
        }
    }

    /// What disclosure control lets pass holds, and nothing small follows from it; judged one by one, figures would give
    /// small ones away.
    private func attack(_ run: Run) {
        var alone = 0
        for audience in Self.restricted(run) {
            let figures = Self.figures(run, audience)
            for kpi in run.definitions.priorities.flatMap(\.kpis) where kpi.indicator != "published" {
                let found = Self.recovered(kpi, run, figures.policy) {
                    figures.disclosed($0, of: kpi.id, area: $1, period: $2).observation != nil
                }
                #expect(found.isEmpty, "\(audience.id): \(found.prefix(5))")
                alone +=
                    Self.recovered(kpi, run, figures.policy) { observation, _, _ in
                        figures.policy.disclosed(observation, unit: kpi.unit).observation != nil
                    }.count
            }
        }
        #expect(alone > 0)
        attackTogether(run)
    }

    /// Nothing small follows from what different KPIs tell of each other's records.
    private func attackTogether(_ run: Run) {
        var alone = 0
        for audience in Self.restricted(run) {
            let figures = Self.figures(run, audience)
            let found = Self.told(run, figures.policy) { figures.disclosed($0, of: $1.id, area: $2, period: $3).observation != nil }
            #expect(found.isEmpty, "\(audience.id): \(found.prefix(5))")
            alone += Self.told(run, figures.policy) { observation, kpi, _, _ in
                figures.policy.disclosed(observation, unit: kpi.unit).observation != nil
            }.count
        }
        #expect(alone > 0)
    }

    /// What one KPI tells beside another whose records it counts a part of: the small differences that follow, and the small counts
    /// that are all that the others leave.
    private static func told(
        _ run: Run, _ policy: DisclosurePolicy, isShown: (Observation, KPI, AreaCode, Period) -> Bool
    ) -> [String] {
        let kpis = run.definitions.priorities.flatMap(\.kpis).filter { !$0.isPublished && $0.countedPart == nil && $0.counted != nil }
        func isSmall(_ count: Int) -> Bool { (1...policy.withholdUpTo).contains(count) }
        func counts(_ kpi: KPI, _ key: ObservationSet.Key) -> [[String]: (count: Int, isShown: Bool)] {
            guard let block = run.observations[ObservationSet.Key(kpi: kpi.id, level: key.level, grain: key.grain)] else { return [:] }
            var counts: [[String]: (count: Int, isShown: Bool)] = [:]
            for (row, area) in block.areas.enumerated() {
                for (column, period) in block.periods.enumerated() {
                    let observation = block[row, column]
                    guard observation.state == .reported, let count = kpi.unit == .count ? observation.value : observation.count
                    else { continue }
                    counts[[area.rawValue, period.description]] = (Int(count), isShown(observation, kpi, area, period))
                }
            }
            return counts
        }
        var found: [String] = []
        for whole in kpis {
            guard let set = whole.counted else { continue }
            let parts = kpis.filter { part in part.counted.map { set.holds($0) && !$0.holds(set) } ?? false }
            for block in run.observations.all where block.kpi == whole.id && !parts.isEmpty {
                let key = ObservationSet.Key(kpi: whole.id, level: block.level, grain: block.grain)
                let ofParts = parts.map { counts($0, key) }
                for (place, all) in counts(whole, key) where all.isShown {
                    let told = zip(parts, ofParts).compactMap { part, counts in counts[place].map { (part.id, $0) } }
                    found += told.filter { $0.1.isShown && isSmall(all.count - $0.1.count) }.map { "\(whole.id) less \($0.0), \(place)" }
                    let hidden = told.filter { !$0.1.isShown }
                    guard hidden.count == 1, isSmall(hidden[0].1.count),
                        all.count - told.filter(\.1.isShown).reduce(0, { $0 + $1.1.count }) == hidden[0].1.count
                    else { continue }
                    found.append("\(whole.id) less all but \(hidden[0].0), \(place)")
                }
            }
        }
        return found
    }

    private static func restricted(_ run: Run) -> [Audience] {
        run.definitions.partnership.audiences.filter { $0.withholdUpTo > 0 }
    }

    /// Every figure on the pages of restricted readers is one that disclosure control lets pass.
    private func checkPages(_ run: Run) throws {
        let partnership = run.definitions.partnership
        var counted = 0
        for audience in Self.restricted(run) {
            let figures = Self.figures(run, audience)
            let folders = partnership.bodies.filter { $0.audience == audience.id }.map(\.id)
            for (path, text) in run.pages.sorted(by: { $0.key < $1.key })
            where folders.contains(where: { path.hasPrefix("\($0)/") }) {
                let told = path.hasSuffix(".csv") ? Self.figuresOfTable(text, run) : Self.figuresOfCharts(text, run)
                counted += told.count
                let hidden = told.filter { places in
                    !places.contains {
                        figures.disclosed($0.observation, of: $0.kpi, area: $0.area, period: $0.period).observation != nil
                    }
                }
                #expect(hidden.isEmpty, "\(path): \(hidden.prefix(3))")
            }
        }
        #expect(counted > 50, "\(counted) figures were found on the pages")
    }

    private struct Place {
        var kpi: String
        var area: AreaCode
        var period: Period
        var observation: Observation
    }

    /// The figures of a table with a column for each of these, each as the place of which it tells.
    private static func figuresOfTable(_ text: String, _ run: Run) -> [[Place]] {
        let rows = text.split(whereSeparator: \.isNewline).map(cells)
        guard let header = rows.first, let kpi = header.firstIndex(of: "kpi"), let area = header.firstIndex(of: "area_code"),
            let period = header.firstIndex(of: "period"), let level = header.firstIndex(of: "level"),
            let grain = header.firstIndex(of: "grain"), let value = header.firstIndex(of: "value")
        else { return [] }
        return rows.dropFirst().compactMap { row in
            guard row.count == header.count, Double(row[value]) != nil, let grain = Grain(rawValue: row[grain]) else {
                return nil
            }
            let key = ObservationSet.Key(
                kpi: row[kpi], level: AreaLevel(row[level].replacing(" ", with: "_").lowercased()), grain: grain)
            guard let block = run.observations[key],
                let found = block.periods.first(where: { $0.description == row[period] }),
                let observation = block[AreaCode(row[area]), found]
            else { return [] }
            return [Place(kpi: row[kpi], area: AreaCode(row[area]), period: found, observation: observation)]
        }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line where character != "\u{FEFF}" {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// The points of charts that have a figure; of each the places that it may tell of, since a label tells no grain.
    private static func figuresOfCharts(_ text: String, _ run: Run) -> [[Place]] {
        let areas = run.definitions.partnership.geography.areas
        let kpis = run.definitions.priorities.flatMap(\.kpis)
        return text.split(separator: "<figcaption><bdi>").dropFirst().flatMap { part -> [[Place]] in
            guard let end = part.firstRange(of: "</bdi>"), let drawingEnd = part.firstRange(of: "</svg>") else { return [] }
            let caption = part[..<end.lowerBound].replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            let named = kpis.flatMap { kpi in
                areas.filter { caption == "\(kpi.title), \($0.name)" || caption.hasPrefix("\(kpi.title), \($0.name) ") }
                    .map { (kpi, $0) }
            }
            return part[..<drawingEnd.lowerBound].matches(of: /<title>([^:<]+): ([−\d][^<]*)/).map { point in
                named.flatMap { kpi, area in
                    kpi.grains.compactMap { run.observations[ObservationSet.Key(kpi: kpi.id, level: area.level, grain: $0)] }
                        .flatMap { block in
                            block.periods.filter { $0.shortLabel == String(point.1) }.compactMap { period in
                                block[area.code, period].map {
                                    Place(kpi: kpi.id, area: area.code, period: period, observation: $0)
                                }
                            }
                        }
                }
            }.filter { !$0.isEmpty }
        }
    }

    @Test("on the bundled records")
    func bundled() async throws {
        let run = try await run(data: ProjectPlaces.rules + "/data", asOf: "2026-01-31")
        attack(run)
        try checkPages(run)
    }

    @Test(
        "on West Mercia's street crime", .enabled(if: ProjectPlaces.data != nil, "needs the real data beside the project"))
    func real() async throws {
        let run = try await run(data: try #require(ProjectPlaces.data), asOf: "2026-01-31")
        attack(run)
        try checkPages(run)
    }
}
