import Definitions
import Measures
import ModuleKit
import RuleLanguage
import Warehouse

/// Which periods of a KPI have their records in, and what is to be said of those that have not.
struct Coverage {
    private let asOf: CalendarDate
    /// Months whose records are in; nil where no dataset comes by the period.
    private let months: Set<Month>?
    private let earliest: Month
    /// Of the datasets that it rests on.
    private let contracts: [DatasetContract]
    private let monthsBehind: Int
    private let kpi: KPI
    private let placements: [MonthPlacement]
    /// Whether it rests on figures that come for each area, so that one which is not there is missing.
    private let restsOnFigures: Bool
    /// Of each dataset that holds several senders' records: whose are in, and how often they come.
    private let senders: [(coverage: SenderCoverage, every: Grain)]
    let made: Bool
    /// Whether any dataset is absent or refused, so that nothing can be told.
    let isBroken: Bool

    /// How far back a series without dates is asked for.
    private static let undatedYears = 15

    init(_ planned: PlannedKPI, contracts: [DatasetContract], receipts: [DatasetReceipt], asOf: CalendarDate) {
        self.asOf = asOf
        // A module that gave no queries has said before what it reads.
        let names = Set(planned.queries.map(\.dataset) + planned.kpi.datasets)
        let used = contracts.filter { names.contains($0.name) }
        let found = receipts.filter { names.contains($0.dataset) }
        var common: Set<Month>?
        for contract in used {
            guard let receipt = found.first(where: { $0.dataset == contract.name }),
                let months = ReceivedEditions(contract, receipt)?.months
            else { continue }
            common = common?.intersection(months) ?? months
        }
        months = common
        let dated = found.flatMap(\.months).min()
        earliest = common?.min() ?? dated ?? asOf.month.advanced(by: -12 * Self.undatedYears)
        self.contracts = used
        monthsBehind = planned.kpi.declaration.monthsBehind
        kpi = planned.kpi
        restsOnFigures = used.contains { $0.holding == .figures && $0.every != nil }
        let records = Set(used.filter { $0.holding == .records }.map(\.name))
        placements = found.filter { records.contains($0.dataset) }.flatMap(\.placements)
        senders = used.compactMap { contract in
            guard let every = contract.every else { return nil }
            return found.first { $0.dataset == contract.name }?.senders.map { ($0, every) }
        }
        made = found.contains(where: \.made)
        isBroken = names.contains { name in found.first { $0.dataset == name }?.standing != .usable }
    }

    /// The closed periods of a grain whose records are all in, with as much history behind them as the indicator needs.
    func periods(_ grain: Grain) -> [Period] {
        let last = Period.latestClosed(grain, on: asOf)
        let first = Period(grain, holding: earliest)
        guard first <= last else { return [] }
        return (first.ordinal...last.ordinal).map { Period(grain: grain, ordinal: $0) }.filter(isIn)
    }

    /// What the module is asked for: every level and grain, with the periods whose records are in.
    func frames(of kpi: KPI, in geography: Geography) -> [Frame] {
        kpi.levels.flatMap { level in
            kpi.grains.map { grain in
                Frame(
                    level: level, grain: grain, areas: kpi.areas(at: level, in: geography),
                    periods: periods(grain).map(\.ordinal))
            }
        }
    }

    /// Whether a period's records are in: each of its months has some, and the day is past by which they are due. What is there
    /// before that day may be a part of what will be, so it is not taken for the whole.
    private func isIn(_ period: Period) -> Bool {
        guard let months else { return kpi.isMature(period, on: asOf) }
        guard isDue(period) else { return false }
        let behind = period.firstMonth.advanced(by: -monthsBehind)
        return (behind.ordinal...period.lastMonth.ordinal).allSatisfy { months.contains(Month(ordinal: $0)) }
    }

    /// The area's own periods: nil where all of them are in as soon as any is.
    ///
    /// A month that is in from one sender may not be in from another: what the module told of it then is no zero.
    func ownMonths(of area: AreaCode) -> Set<Month>? {
        var common: Set<Month>?
        for (coverage, every) in senders {
            let months = Set(coverage.months(of: area).flatMap { Period(every, holding: $0).months })
            common = common?.intersection(months) ?? months
        }
        return common
    }

    /// Whether each month of a period, and of the history that the indicator needs, is among an area's own.
    func holds(_ period: Period, in months: Set<Month>) -> Bool {
        let behind = period.firstMonth.advanced(by: -monthsBehind)
        return (behind.ordinal...period.lastMonth.ordinal).allSatisfy { months.contains(Month(ordinal: $0)) }
    }

    /// What is to be said of a period of an area whose own sender's records, or those of the history that it needs, are not in.
    ///
    /// - Parameter months: the area's own.
    func absenceOfSender(_ period: Period, in months: Set<Month>) -> Observation.State {
        lacksHistoryAlone(period, in: months) ? .beforeHistory : state(of: period)
    }

    /// Whether the records of the period are in, and only some of the months behind it, which the indicator needs, are not.
    private func lacksHistoryAlone(_ period: Period, in months: Set<Month>) -> Bool {
        monthsBehind > 0 && isDue(period) && period.months.allSatisfy(months.contains) && !holds(period, in: months)
    }

    /// What is to be said of a period that the module told nothing of.
    ///
    /// - Parameters:
    ///   - first: the first period that it told anything of; nil where there is none.
    ///   - last: the last such.
    func absence(_ period: Period, first: Period?, last: Period?) -> Observation.State {
        if isBroken { return state(of: period) }
        if let months, lacksHistoryAlone(period, in: months) { return .beforeHistory }
        guard let first, let last else { return months?.isEmpty ?? true ? .beforeHistory : state(of: period) }
        if period < first { return .beforeHistory }
        // Its records are in, and the module told nothing of it: there is nothing to tell, or this area's figure is not there.
        if months != nil, isIn(period) { return restsOnFigures ? .missing : .noValue }
        // What comes once has no later edition that could be late.
        if months == nil, period > last { return .notDue }
        return state(of: period)
    }

    private func state(of period: Period) -> Observation.State {
        isDue(period) ? .missing : .notDue
    }

    private func isDue(_ period: Period) -> Bool {
        kpi.isMature(period, on: asOf) && contracts.allSatisfy { $0.isDue(period, on: asOf) }
    }

    /// Records of a period that lie in the whole and in no single area of a level.
    func recordsInNoArea(of level: AreaLevel, _ period: Period) -> Int {
        placements.reduce(0) { sum, placement in
            guard let month = placement.month, period.firstMonth <= month, month <= period.lastMonth else { return sum }
            return sum + placement.inWholeOnly(level)
        }
    }

    func isProvisional(_ period: Period) -> Bool { contracts.contains { $0.isProvisional(period, on: asOf) } }
}
