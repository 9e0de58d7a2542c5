import Disclosure
import Measures

/// A made table of counts, and what one audience gets of it: the whole, its wards, and where wanted the neighbourhoods in
/// them, by all grains that the months make up.
struct PublishedTable {
    static let whole = AreaCode("E1")
    var first = Month(year: 2023, month: 4)
    /// For each ward its neighbourhoods, each month by month; a ward without neighbourhoods is its only one.
    var counts: [[[Int]]]
    /// Of a percentage, what the denominators hold beside the counts, in the same order; nil where counts are told.
    var rests: [[[Int]]]?
    /// In the whole and in no ward, month by month.
    var unplaced: [Int] = []
    /// Of a percentage, what its denominators hold beside those.
    var unplacedRests: [Int] = []
    /// The neighbourhoods that are told as part of their ward alone.
    var untold: Set<Int> = []
    var grains: [Grain] = [.month, .quarter, .financialYear, .rollingYear]
    var levels = ["borough", "ward", "lsoa"]

    /// A figure that is published, or not.
    struct Figure: Hashable {
        var area: AreaCode
        var period: Period
        /// The cells that it sums: the places of neighbourhoods and months, as in `cell`.
        var cells: [Int]
        var count: Int
        var rest: Int
        var isShown: Bool
    }

    var monthCount: Int { counts[0][0].count }
    private var neighbourhoodCount: Int { counts.reduce(0) { $0 + $1.count } }
    var cellCount: Int { cells.count }
    /// Every neighbourhood's and month's count, in the order of `Figure.cells`, and at last those of no place.
    private var cells: [Int] { counts.flatMap { $0.flatMap(\.self) } + unplaced }
    private var restCells: [Int] { (rests ?? []).flatMap { $0.flatMap(\.self) } + unplacedRests }

    private struct Place {
        var area: AreaCode
        var level: String
        /// Those of no place are one more.
        var neighbourhoods: [Int]
    }

    private var places: [Place] {
        var places = [
            Place(
                area: Self.whole, level: "borough",
                neighbourhoods: Array(0..<(neighbourhoodCount + (unplaced.isEmpty ? 0 : 1))))
        ]
        var number = 0
        for (ward, neighbourhoods) in counts.enumerated() {
            let own = Array(number..<(number + neighbourhoods.count))
            places.append(Place(area: AreaCode("W\(ward)"), level: "ward", neighbourhoods: own))
            places += own.filter { !untold.contains($0) }
                .map { Place(area: AreaCode("L\($0)"), level: "lsoa", neighbourhoods: [$0]) }
            number += neighbourhoods.count
        }
        return places
    }

    /// What a place has in none of those within it that are told.
    private var remainders: [Place] {
        let told = places.filter { levels.contains($0.level) }
        return told.compactMap { place in
            let within = told.filter { $0.area != place.area && Set($0.neighbourhoods).isSubset(of: place.neighbourhoods) }
            let left = Set(place.neighbourhoods).subtracting(within.flatMap(\.neighbourhoods))
            guard !within.isEmpty, !left.isEmpty else { return nil }
            return Place(area: AreaCode("elsewhere in \(place.area)"), level: "", neighbourhoods: left.sorted())
        }
    }

    private var geography: Geography {
        var placements: [Geography.Placement] = []
        var areas: [Area] = []
        for place in places {
            areas.append(Area(code: place.area, name: "Area \(place.area)", level: AreaLevel(place.level)))
            let codes = [place.area.rawValue] + place.neighbourhoods.map { "L\($0)" }
            for code in Set(codes) { placements.append(.init(code: code, level: AreaLevel(place.level), area: place.area)) }
            if place.level == "borough" {
                placements.append(.init(code: "nowhere else", level: AreaLevel("borough"), area: place.area))
            }
        }
        return Geography(levels: ["borough", "ward", "lsoa"].map { AreaLevel($0) }, areas: areas, placements: placements)
    }

    private func periods(of grain: Grain) -> [Period] {
        let months = (0..<monthCount).map(first.advanced(by:))
        return months.map { Period(grain, holding: $0) }.filter {
            $0.firstMonth >= first && months.contains($0.lastMonth)
        }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private func observation(_ figure: Figure) -> Observation {
        guard rests != nil else { return Observation(value: Double(figure.count), count: Double(figure.count)) }
        let whole = figure.count + figure.rest
        guard whole > 0 else { return Observation(absent: .noValue) }
        return Observation(
            value: Double(figure.count) / Double(whole), numerator: Double(figure.count), denominator: Double(whole),
            count: Double(figure.count))
    }

    /// All figures, each with its truth, none shown yet.
    private var truths: [Figure] { figures(of: places.filter { levels.contains($0.level) }) }

    /// What nobody is told, and yet is left by what everybody is.
    var leftOver: [Figure] { figures(of: remainders) }

    private func figures(of places: [Place]) -> [Figure] {
        let (counts, rests) = (cells, restCells)
        return grains.flatMap { grain in
            periods(of: grain).flatMap { period in
                places.map { place in
                    let months = period.months.map { $0.ordinal - first.ordinal }
                    let held = place.neighbourhoods.flatMap { neighbourhood in months.map { neighbourhood * monthCount + $0 }
                    }
                    return Figure(
                        area: place.area, period: period, cells: held, count: held.reduce(0) { $0 + counts[$1] },
                        rest: rests.isEmpty ? 0 : held.reduce(0) { $0 + rests[$1] }, isShown: false)
                }
            }
        }
    }

    private var kpi: PublishedKPI {
        PublishedKPI(id: "events", unit: rests == nil ? .count : .percent, grains: Set(grains), isPublished: false)
    }

    func figures(under policy: DisclosurePolicy, within lessStrict: PublishedFigures? = nil) -> PublishedFigures {
        let truths = truths
        let blocks = levels.flatMap { level in
            grains.compactMap { grain -> ObservationBlock? in
                let periods = periods(of: grain)
                guard let first = periods.first else { return nil }
                let areas = places.filter { $0.level == level }.map(\.area)
                var block = ObservationBlock(
                    kpi: "events", level: AreaLevel(level), unit: kpi.unit, areas: areas, first: first,
                    periodCount: periods.count, filledWith: Observation(absent: .missing))
                for figure in truths where figure.period.grain == grain {
                    guard let row = areas.firstIndex(of: figure.area), let column = block.index(of: figure.period) else {
                        continue
                    }
                    block[row, column] = observation(figure)
                }
                return block
            }
        }
        return PublishedFigures(under: policy, of: [kpi], in: geography, blocks: blocks, within: lessStrict)
    }

    /// Every figure, with what the audience sees of it.
    func published(under policy: DisclosurePolicy) -> [Figure] { published(by: figures(under: policy)) }

    func published(by figures: PublishedFigures) -> [Figure] {
        truths.map { figure in
            var figure = figure
            let seen = figures.disclosed(observation(figure), of: "events", area: figure.area, period: figure.period)
            figure.isShown = seen.observation?.value != nil
            return figure
        }
    }

    /// Every figure as it would be with each judged by itself.
    func judgedAlone(under policy: DisclosurePolicy) -> [Figure] {
        truths.map { figure in
            var figure = figure
            figure.isShown = policy.disclosed(observation(figure), unit: kpi.unit).observation?.value != nil
            return figure
        }
    }

    /// Whether a month's count that is withheld would have been told had it been nothing: the month before is told, and the
    /// month is told of the next area that holds this one. (Of shares the rest may be small, so nothing is known of the
    /// count.)
    func wouldBeTold(_ figure: Figure, ifNothing figures: [Figure]) -> Bool {
        guard rests == nil, figure.period.grain == .month else { return false }
        let isFirst = figure.period.firstMonth == first
        let before = figure.cells.map { $0 - 1 }
        let isFollowing =
            isFirst || figures.contains { $0.isShown && $0.period == figure.period.moved(by: -1) && $0.cells == before }
        guard isFollowing else { return false }
        let holders = figures.filter {
            $0.period == figure.period && $0.cells.count > figure.cells.count && Set($0.cells).isSuperset(of: figure.cells)
        }
        return holders.min { $0.cells.count < $1.cells.count }?.isShown ?? true
    }

    /// As it was known after so many months.
    func after(_ months: Int) -> PublishedTable {
        var earlier = self
        earlier.counts = counts.map { $0.map { Array($0.prefix(months)) } }
        earlier.rests = rests.map { $0.map { $0.map { Array($0.prefix(months)) } } }
        earlier.unplaced = Array(unplaced.prefix(months))
        earlier.unplacedRests = Array(unplacedRests.prefix(months))
        return earlier
    }
}
