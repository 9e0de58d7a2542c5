import Disclosure
import Measures
import Randomness
import Testing

/// No small count of one KPI follows from those of others that count records of it, or of which it counts records.
@Suite struct FamilyRecoveryTests {
    static let policy = DisclosurePolicy(withholdUpTo: 4, roundTo: 1)
    static let seeds: ClosedRange<UInt64> = 1...6

    enum Family: String, CaseIterable, Sendable {
        /// All victims, women and men, and some of whom it is not known.
        case unknownLeft
        /// All victims by sex, nothing left.
        case nothingLeft
        /// All crime and four kinds that are all of it.
        case kinds
        /// A part of a part.
        case nested
        /// Parts that cross.
        case crossing
        /// Parts that cross, with no record in neither: by how much they have more than the whole is what they have in common.
        case overlapping
        /// By two columns, so that parts of the one cross those of the other.
        case dimensions
        /// Young women, where women and the young are told too.
        case shared
        /// One set counted by two KPIs of unlike periods, and a part.
        case twice
        /// A percentage beside counts.
        case percentage
        /// The whole by month, parts by quarter and year.
        case longerParts
        /// The whole by quarter, a part by month.
        case shorterPart
        /// A part by month after one by quarter.
        case shorterLater
        /// Parts that are told of smaller areas than the whole, and some that are not.
        case smallerAreas
        /// The whole of smaller areas than its parts.
        case largerAreas
        /// The whole of neighbourhoods, and parts of wards.
        case otherAreas
        /// A part of neighbourhoods before one of wards.
        case partsOfOtherAreas
        /// How many records have no place, beside all of them and a part.
        case unplaced
        /// The share of those that have none, by quarter, and how many have one.
        case unplacedShare
        /// Those of a part that have none, told by month where the part is told by quarter; and more of them.
        case unplacedParts

        var kpis: [FamilyTable.KPI] {
            func kpi(_ id: String, _ kinds: Set<Int>, of whole: Set<Int>? = nil, _ grains: [Grain] = [.month, .quarter])
                -> FamilyTable.KPI
            {
                FamilyTable.KPI(id: id, kinds: kinds, whole: whole, grains: grains)
            }
            func placed(_ kpi: FamilyTable.KPI, _ placing: FamilyTable.Placing) -> FamilyTable.KPI {
                var kpi = kpi
                kpi.placing = placing
                return kpi
            }
            func told(_ kpi: FamilyTable.KPI, _ levels: String...) -> FamilyTable.KPI {
                var kpi = kpi
                kpi.levels = levels
                return kpi
            }
            func local(_ kpi: FamilyTable.KPI) -> FamilyTable.KPI { told(kpi, "borough", "ward", "lsoa") }
            let all: Set<Int> = [0, 1, 2, 3]
            return switch self {
            case .unknownLeft: [kpi("all", all), kpi("women", [0, 1]), kpi("men", [2])]
            case .nothingLeft: [kpi("all", all), kpi("women", [0, 1]), kpi("men", [2, 3])]
            case .kinds: [kpi("all", all)] + (0..<4).map { kpi("kind\($0)", [$0]) }
            case .nested: [kpi("all", all), kpi("part", [0, 1, 2]), kpi("part of part", [1]), kpi("another", [3])]
            case .crossing: [kpi("all", all), kpi("left", [0, 1]), kpi("right", [1, 2])]
            case .overlapping:
                [kpi("all", [0, 1, 2]), kpi("left", [0, 1]), kpi("right", [1, 2]), kpi("both", [1])]
            case .dimensions:
                [kpi("all", all)]
                    + [("women", [0, 1], "sex"), ("men", [2, 3], "sex"), ("young", [0, 2], "age")].map {
                        id, kinds, dimension in
                        var part = kpi(id, Set(kinds))
                        part.dimension = dimension
                        return part
                    }
            case .shared: [kpi("all", all), kpi("women", [0, 1]), kpi("young", [0, 2]), kpi("young women", [0])]
            case .twice: [kpi("all", all), kpi("rate", all, [.financialYear, .calendarYear]), kpi("part", [2])]
            case .percentage:
                [kpi("all", all), kpi("share", [1], of: all, [.quarter]), kpi("share of some", [0], of: [0, 2])]
            case .longerParts:
                [kpi("all", all), kpi("part", [0], [.quarter]), kpi("other", [1, 2, 3], [.quarter, .financialYear])]
            case .shorterPart:
                [kpi("all", all, [.quarter, .financialYear]), kpi("part", [0, 1]), kpi("other", [2, 3], [.quarter])]
            case .smallerAreas:
                [
                    kpi("all", all), local(kpi("part", [0, 1])), kpi("other", [2]), local(kpi("part of part", [1])),
                    kpi("rest", [3]),
                ]
            case .largerAreas: [local(kpi("all", all)), kpi("part", [0, 1]), local(kpi("other", [2, 3]))]
            case .otherAreas: [told(kpi("all", all), "borough", "lsoa"), kpi("part", [0, 1]), kpi("other", [2, 3])]
            case .partsOfOtherAreas:
                [kpi("all", all), told(kpi("part", [0, 1]), "borough", "lsoa"), kpi("other", [2]), local(kpi("rest", [3]))]
            case .unplaced: [kpi("all", all), placed(kpi("unplaced", all), .without), kpi("part", [0, 1])]
            case .unplacedShare:
                [
                    kpi("all", all), placed(kpi("unplaced share", all, of: all, [.quarter]), .without),
                    placed(kpi("placed", all), .with),
                ]
            case .unplacedParts:
                [
                    kpi("all", all), kpi("part", [0, 1], [.quarter]), placed(kpi("unplaced part", [0, 1]), .without),
                    placed(kpi("unplaced part of part", [0]), .without), placed(kpi("placed other", [2]), .with),
                ]
            case .shorterLater:
                [kpi("all", all), kpi("part", [0, 1], [.quarter]), kpi("other", [2]), kpi("last", [3], [.quarter])]
            }
        }

        func table(seed: UInt64) -> FamilyTable {
            var random = SplitMix(seed: seed &* 977)
            let wards = kpis.contains { $0.levels.contains("lsoa") } ? 3 : 3 + Int(seed % 3)
            let neighbourhoods = kpis.contains { $0.levels.contains("lsoa") } ? 2 : 1
            var table = FamilyTable(
                kpis: kpis,
                counts: (0..<(wards * neighbourhoods)).map { _ in
                    let means = (0..<4).map { _ in Double.random(in: seed % 3 == 0 ? 0.1...3 : 0.5...14, using: &random) }
                    return (0..<13).map { _ in means.map { random.count(around: $0) } }
                })
            table.first = Month(year: 2023, month: seed % 2 == 0 ? 4 : 2)
            table.neighbourhoodCount = neighbourhoods
            table.hasUnplaced = table.kpis.contains { $0.placing != .either } || seed % 2 == 0
            if table.hasUnplaced { table.counts.append((0..<13).map { _ in (0..<4).map { _ in random.count(around: 1) } }) }
            return table
        }
    }

    @Test("of all KPIs together", arguments: Family.allCases, seeds)
    func together(family: Family, seed: UInt64) {
        let table = family.table(seed: seed)
        #expect(table.recovered(table.published(by: table.figures(under: Self.policy)), threshold: 4).isEmpty)
    }

    @Test("and the attack finds small counts where each KPI is held alone", arguments: Family.allCases)
    func alone(family: Family) {
        let found = Self.seeds.count { seed in
            let table = family.table(seed: seed)
            return !table.recovered(table.published(by: table.figures(under: Self.policy, isTogether: false)), threshold: 4)
                .isEmpty
        }
        #expect(found > 0)
    }

    @Test("something of every KPI is left to be told", arguments: Family.allCases)
    func whatIsLeft(family: Family) {
        var shown: Set<String> = []
        for seed in Self.seeds {
            let table = family.table(seed: seed)
            for figure in table.published(by: table.figures(under: Self.policy)) where figure.isShown && figure.count > 0 {
                shown.insert(table.kpis[figure.kpi].id)
            }
        }
        // Where every record is of one of two parts, and some of both, the second would tell how many.
        let never: Set<String> =
            switch family {
            case .overlapping: ["right", "both"]
            // By more than the place, or for shorter periods than what they are part of.
            case .unplacedParts: ["unplaced part", "unplaced part of part", "placed other"]
            default: ["young women"]
            }
        #expect(shown == Set(family.kpis.map(\.id)).subtracting(never))
    }

    @Test("an edition takes nothing back, and the next gives nothing of it away", arguments: Family.allCases, 1...3)
    func editions(family: Family, seed: UInt64) {
        let table = family.table(seed: seed)
        func key(_ figure: FamilyTable.Figure) -> [String] {
            ["\(figure.kpi)", figure.area.rawValue, figure.period.description]
        }
        let last = table.published(by: table.figures(under: Self.policy))
        let shown = Set(last.filter(\.isShown).map(key))
        for months in 3..<13 {
            let earlier = table.after(months)
            let figures = earlier.published(by: earlier.figures(under: Self.policy))
            #expect(figures.filter(\.isShown).map(key).filter { !shown.contains($0) } == [], "after \(months) months")
            #expect(
                Set(figures.filter { !$0.isShown }.map(key)).isDisjoint(with: shown), "what was withheld is never told later"
            )
        }
    }

    @Test("a reader of two audiences' editions learns nothing from the stricter one", arguments: Family.allCases, 1...3)
    func twoAudiences(family: Family, seed: UInt64) {
        let table = family.table(seed: seed)
        let partnership = table.figures(under: Self.policy)
        let told = table.published(by: partnership)
        let open = table.published(
            by: table.figures(under: DisclosurePolicy(withholdUpTo: 7, roundTo: 1), within: partnership))
        #expect(zip(told, open).allSatisfy { $0.isShown || !$1.isShown })
        #expect(table.recovered(open, threshold: 7).isEmpty)
    }
}
