import Alerting
import Definitions
import Disclosure
import Measures
import Randomness
import Testing

@testable import Reporting

/// Verdicts, sections, order and dates tell nothing that figures don't: records that give a reader the same figures give the same
/// bytes, whatever stands in the places of those that the reader does not see.
@Suite struct EveryStandingTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        var condition: String
        var message = "{area}: {incidents} incidents"
        /// What a status is red by.
        var red = "change(incidents) > 10%"
        var wards = 4
        /// Whether incidents are told per 1,000 people.
        var isRate = false
        /// Whether the module fails on the second night, so that the record alone tells of alerts.
        var isFailing = false
        var testDescription: String { condition }
    }

    private static let shapes = [
        Shape(condition: "when: incidents > 3"),
        Shape(condition: "when: incidents > 8\n    clear: incidents < 3"),
        Shape(condition: "when: incidents > 3\n    for: 2"),
        Shape(condition: "when: incidents > 7\n    keep: 2"),
        Shape(condition: "when: incidents > 7\n    missing: alert"),
        Shape(condition: "when: rank(incidents) <= 2"),
        Shape(
            condition: "when: incidents > 8 or rank(incidents) == 1",
            message: "{area}: {incidents} incidents, rank {rank(incidents)}"),
        Shape(condition: "when: \"mean(incidents, over: 6 months) > 5\""),
        Shape(
            condition:
                "when: change(incidents) > 10%\n    given: significant(change(incidents))\n    clear: change(incidents) < 5%"
        ),
        Shape(
            condition:
                "when: change(incidents) > 10%\n    given: \"significant(change(incidents), at: 80%)\"\n    per: discovery rate 20%"
        ),
        Shape(condition: "when: incidents > of(incidents, borough) / 3"),
        Shape(condition: "when: share_of_total(incidents) > 30%"),
        Shape(condition: "when: trend(incidents)"),
        Shape(condition: "when: incidents > 90", red: "rank(incidents) <= 2"),
        Shape(condition: "when: outlier(incidents)", wards: 8, isRate: true),
        Shape(condition: "when: incidents > 3", isFailing: true),
        Shape(condition: "when: incidents > 8\n    clear: incidents < 3", isFailing: true),
    ]

    /// The figures of a made partnership. In three quarters the records of two wards, a few in each, are divided between them in every way.
    private struct Worlds {
        private struct Pair {
            var wards: [Int]
            var quarter: Int
            /// Of both wards together.
            var records: Int
        }

        private var made = MadePartnership()
        private let table: [[Double]]
        private let pairs: [Pair]
        /// Some of the records of the borough lie in no ward.
        private let unplaced: Double

        init(_ shape: Shape, seed: UInt64) {
            var random = SplitMix(seed: seed)
            made.wardNames = (1...shape.wards).map { "Ward \($0)" }
            made.condition = shape.condition
            made.message = shape.message
            made.red = shape.red
            if shape.isFailing { made.failingNow = ["incidents"] }
            if shape.isRate { made.populations = Dictionary(uniqueKeysWithValues: (0..<10).map { ($0, "2022") }) }
            table = (0..<shape.wards).map { _ in
                (0..<10).map { _ in Double([0, 3, 6, 8, 9, 12, 30, 60].randomElement(using: &random) ?? 0) }
            }
            pairs = (4..<10).shuffled(using: &random).prefix(3).map { quarter in
                Pair(
                    wards: Array((0..<shape.wards).shuffled(using: &random).prefix(2)), quarter: quarter,
                    records: Int.random(in: 5...8, using: &random))
            }
            unplaced = Double(Int.random(in: 0...3, using: &random))
        }

        var count: Int { pairs.reduce(1) { $0 * ($1.records + 1) } }

        func world(_ number: Int) -> MadePartnership {
            var (rest, table, made) = (number, table, made)
            for pair in pairs {
                let first = rest % (pair.records + 1)
                rest /= pair.records + 1
                table[pair.wards[0]][pair.quarter] = Double(first)
                table[pair.wards[1]][pair.quarter] = Double(pair.records - first)
            }
            var areas = Dictionary(uniqueKeysWithValues: zip(made.wardCodes, table.map { $0.map(Optional.some) }))
            areas[MadePartnership.borough] = (0..<10).map { quarter in table.reduce(unplaced) { $0 + $1[quarter] } }
            made.figures["incidents"] = areas
            return made
        }
    }

    /// What the board sees of every figure, on both nights.
    private static func seen(_ made: MadePartnership, _ definitions: Definitions) throws -> [String] {
        try [(made.observationsBefore, MadePartnership.nightBefore), (made.observationsNow, MadePartnership.asOf)].flatMap {
            known, asOf in
            let input = ReportInput(
                definitions: definitions, standings: [], evaluations: [], observations: known, asOf: asOf)
            let board = try #require(definitions.partnership.bodies.first { $0.id == "safer-board" })
            let sight = AudienceFigures(input)[board.audience]
            let kpis = Dictionary(
                definitions.priorities.flatMap(\.kpis).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return try known.all.flatMap { block -> [String] in
                let kpi = try #require(kpis[block.kpi])
                return block.areas.indices.flatMap { row in
                    block.periods.indices.map { column in
                        let figure = sight.seen(block[row, column], of: kpi, in: block.areas[row], block.periods[column])
                        return figure.observation?.value.map { "\($0)" } ?? "\(figure.observation?.state as Any)"
                    }
                }
            }
        }
    }

    /// Pages, lists, files, notices and the annual report that the board gets.
    private static func told(_ made: MadePartnership, _ definitions: Definitions) throws -> [String: String] {
        let input = made.input(definitions)
        let report = try Report(input)
        let year = Period(grain: .financialYear, ordinal: 2023)
        let annual = try AnnualReport(input, AnnualInput(year: year, marks: [], editedOn: []), for: ["safer-board"])
        let pages = (report.pages + annual.pages).filter { $0.path.hasPrefix("safer-board/") }.map { ($0.path, $0.text) }
        let notices = report.notices.filter { $0.reader == "safer-board" }.map {
            ("notice of \($0.list)", $0.texts.joined(separator: "\n"))
        }
        return Dictionary(pages + notices, uniquingKeysWith: { $0 + $1 })
    }

    @Test("the same figures make the same pages, whatever is withheld", arguments: shapes, [1, 2] as [UInt64])
    func sameBytes(shape: Shape, seed: UInt64) throws {
        let worlds = Worlds(shape, seed: seed)
        let definitions = try worlds.world(0).definitions
        var alike: [[String]: [Int]] = [:]
        for number in stride(from: 0, to: worlds.count, by: max(1, worlds.count / 120)) {
            alike[try Self.seen(worlds.world(number), definitions), default: []].append(number)
        }
        let groups = alike.values.filter { $0.count > 1 }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(4)
        #expect(!groups.isEmpty, "nothing is withheld, so nothing is tried")
        for group in groups {
            // Those farthest apart, and one between.
            let chosen = [group[0], group[group.count / 2], group[group.count - 1]]
            let pages = try Set(chosen).sorted().map { try Self.told(worlds.world($0), definitions) }
            for other in pages.dropFirst() {
                let differing = pages[0].keys.sorted().filter { pages[0][$0] != other[$0] }
                #expect(differing.isEmpty, "worlds \(chosen): \(Self.difference(pages[0], other, differing))")
            }
        }
    }

    private static func difference(_ first: [String: String], _ second: [String: String], _ paths: [String]) -> String {
        paths.first.map { path in
            let lines = zip((first[path] ?? "").split(separator: "\n"), (second[path] ?? "").split(separator: "\n")).first {
                $0 != $1
            }
            return "\(paths.count) pages, \(path): \(lines?.0.prefix(700) ?? "") AGAINST \(lines?.1.prefix(700) ?? "")"
        } ?? ""
    }
}
