import Disclosure
import Measures
import Randomness
import Testing

/// No small count follows from all that an audience gets, however it is put together.
@Suite struct RecoveryTests {
    static let policy = DisclosurePolicy(withholdUpTo: 4, roundTo: 1)

    /// Small counts that are not shown and yet have one possible value, told by area and period.
    static func recovered(_ table: PublishedTable, _ figures: [PublishedTable.Figure], threshold: Int = 4) -> [String] {
        var counts = Attacker(cells: table.cellCount)
        var rests = Attacker(cells: table.cellCount)
        for figure in figures where figure.isShown {
            counts.learn(figure.cells, sum: figure.count)
            rests.learn(figure.cells, sum: figure.rest)
        }
        let withheld = figures.filter { !$0.isShown }
        let hidden = withheld + table.leftOver
        for figure in withheld where table.wouldBeTold(figure, ifNothing: figures) { counts.learnOfSome(figure.cells) }
        func known(_ attacker: Attacker, _ count: (PublishedTable.Figure) -> Int) -> [String] {
            let targets = hidden.filter { (1...threshold).contains(count($0)) }
            let algebra = attacker.followingByAlgebra(targets.map(\.cells))
            let bounds = attacker.onlyValues(of: targets.map(\.cells))
            return targets.indices.filter { algebra[$0] || bounds[$0] != nil }.map {
                "\(targets[$0].area) \(targets[$0].period) \(count(targets[$0]))"
            }
        }
        return known(counts, \.count) + (table.rests == nil ? [] : known(rests, \.rest))
    }

    /// A made table: wards of unlike sizes, some with neighbourhoods.
    static func table(
        seed: UInt64, wards: Int, neighbourhoods: ClosedRange<Int> = 1...1, months: Int,
        mean: ClosedRange<Double> = 0.3...12,
        isOfShares: Bool = false
    ) -> PublishedTable {
        var random = SplitMix(seed: seed)
        var counts: [[[Int]]] = []
        var rests: [[[Int]]] = []
        for _ in 0..<wards {
            let inside = Int.random(in: neighbourhoods, using: &random)
            let means = (0..<inside).map { _ in Double.random(in: mean, using: &random) / Double(inside) }
            counts.append(means.map { mean in (0..<months).map { _ in random.count(around: mean) } })
            rests.append(means.map { mean in (0..<months).map { _ in random.count(around: mean * 2) } })
        }
        var table = PublishedTable(counts: counts, rests: isOfShares ? rests : nil)
        table.first = Month(year: 2023, month: Int.random(in: 1...12, using: &random))
        if neighbourhoods.upperBound == 1 { table.levels = ["borough", "ward"] }
        if seed % 3 == 0 {
            table.unplaced = (0..<months).map { _ in random.count(around: 1) }
            if isOfShares { table.unplacedRests = (0..<months).map { _ in random.count(around: 2) } }
        }
        return table
    }

    /// A line of made tables, small ones and larger ones.
    private static let seeds: ClosedRange<UInt64> = 1...12

    @Test("over the whole, wards, months, quarters, years and rolling years", arguments: seeds)
    func wards(seed: UInt64) {
        let table = Self.table(seed: seed, wards: 2 + Int(seed % 5), months: 14 + Int(seed % 3))
        #expect(Self.recovered(table, table.published(under: Self.policy)).isEmpty)
    }

    @Test("over wards and the neighbourhoods in them", arguments: seeds)
    func neighbourhoods(seed: UInt64) {
        let table = Self.table(seed: seed, wards: 3, neighbourhoods: 1...3, months: 13, mean: 0.5...20)
        #expect(Self.recovered(table, table.published(under: Self.policy)).isEmpty)
    }

    @Test("where some neighbourhoods are told with their ward alone, and some records have no place", arguments: seeds)
    func untold(seed: UInt64) {
        var table = Self.table(seed: seed * 3, wards: 3, neighbourhoods: 2...3, months: 13, mean: 1...20)
        table.untold = [1, 4]
        if seed % 2 == 0 { table.levels = ["borough", "lsoa"] }
        #expect(Self.recovered(table, table.published(under: Self.policy)).isEmpty)
    }

    @Test("of both parts of a percentage", arguments: seeds)
    func shares(seed: UInt64) {
        let table = Self.table(seed: seed, wards: 4, neighbourhoods: 1...2, months: 13, mean: 1...15, isOfShares: true)
        #expect(Self.recovered(table, table.published(under: Self.policy)).isEmpty)
    }

    @Test(
        "of steps to date, and where only periods that overlap are told", arguments: seeds,
        [
            [Grain.month, .financialYearToDate], [.quarter, .rollingYear], [.rollingYear],
            [.month, .calendarYear, .rollingYear],
            [.financialYearToDate, .rollingYear],
        ])
    func grains(seed: UInt64, grains: [Grain]) {
        var table = Self.table(seed: seed, wards: 3, months: 26, mean: 0.2...6)
        table.grains = grains
        #expect(Self.recovered(table, table.published(under: Self.policy)).isEmpty)
    }

    @Test("and the attack is no show: of figures that are each judged alone it finds small ones in most tables")
    func judgedAlone() {
        let found = Self.seeds.count { seed in
            let table = Self.table(seed: seed, wards: 3, months: 14, mean: 2...12, isOfShares: seed % 2 == 0)
            return !Self.recovered(table, table.judgedAlone(under: Self.policy)).isEmpty
        }
        #expect(found > Self.seeds.count * 2 / 3)
    }

    @Test("an edition takes nothing back, and the next gives nothing of it away", arguments: seeds)
    func editions(seed: UInt64) {
        let table = Self.table(seed: seed, wards: 4, neighbourhoods: 1...2, months: 15, mean: 0.5...12)
        let last = table.published(under: Self.policy)
        for months in 1..<15 {
            let earlier = table.after(months)
            let figures = earlier.published(under: Self.policy)
            #expect(Self.recovered(earlier, figures).isEmpty)
            let shown = Set(last.filter(\.isShown).map { [$0.area.rawValue, $0.period.description] })
            #expect(figures.filter(\.isShown).allSatisfy { shown.contains([$0.area.rawValue, $0.period.description]) })
            let hidden = Set(figures.filter { !$0.isShown }.map { [$0.area.rawValue, $0.period.description] })
            #expect(hidden.isDisjoint(with: shown), "what was withheld at first is never told later")
        }
    }

    @Test("a reader of two audiences' editions learns nothing from the stricter one", arguments: seeds)
    func twoAudiences(seed: UInt64) {
        let table = Self.table(seed: seed, wards: 4, months: 15, mean: 0.5...12)
        let partnership = table.figures(under: Self.policy)
        let told = table.published(by: partnership)
        let open = table.published(
            by: table.figures(under: DisclosurePolicy(withholdUpTo: 7, roundTo: 1), within: partnership))
        #expect(zip(told, open).allSatisfy { $0.isShown || !$1.isShown })
        #expect(Self.recovered(table, open, threshold: 7).isEmpty)
    }
}
