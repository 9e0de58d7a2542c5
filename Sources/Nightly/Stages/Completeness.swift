import Measures
import ModuleKit
import Reporting
import Warehouse

/// Which editions of the datasets that come by the period are in, late or not due.
enum Completeness {
    /// Editions that are told of, the newest.
    private static let longest = 24
    /// Editions before it by which the usual number of records is known: at most, and at least.
    private static let usualOf = 4...12
    /// Below so many records, half of them may be missing by chance.
    private static let leastUsual = 20.0

    /// In the order of the contracts. An edition is in when one of its months holds a record: a module is asked for it from then on.
    static func datasets(
        _ contracts: [DatasetContract], _ receipts: [DatasetReceipt], asOf: CalendarDate
    ) -> [DatasetEditions] {
        contracts.compactMap { contract in
            guard let every = contract.every, let receipt = receipts.first(where: { $0.dataset == contract.name }) else {
                return nil
            }
            return DatasetEditions(
                dataset: contract.name, title: contract.title, every: every, dueDays: contract.dueDays,
                editions: editions(contract, every, receipt, asOf))
        }
    }

    private static func editions(
        _ contract: DatasetContract, _ every: Grain, _ receipt: DatasetReceipt, _ asOf: CalendarDate
    ) -> [DatasetEditions.Edition] {
        var records: [Period: Int] = [:]
        if receipt.standing == .usable {
            for placement in receipt.placements {
                guard let month = placement.month, placement.records > 0 else { continue }
                records[Period(every, holding: month), default: 0] += placement.records
            }
        }
        // The one that runs is not due; of a dataset without records only the last that was due is told as late.
        let current = Period(every, holding: asOf.month)
        let lastDue = (0...).lazy.map { current.moved(by: -$0) }.first { contract.isDue($0, on: asOf) } ?? current
        let first = min(records.keys.min() ?? lastDue, current)
        var told: [DatasetEditions.Edition] = []
        for ordinal in first.ordinal...current.ordinal {
            let period = Period(grain: every, ordinal: ordinal)
            let due = period.lastDay.advanced(byDays: contract.dueDays)
            let count = records[period] ?? 0
            let standing: DatasetEditions.Standing =
                if !contract.isDue(period, on: asOf) {
                    .notDue
                } else if count > 0 {
                    .isIn
                } else {
                    .late(days: asOf.daysSince1970 - due.daysSince1970)
                }
            let before = told.filter { $0.standing == .isIn }.suffix(usualOf.upperBound).map(\.records)
            told.append(
                DatasetEditions.Edition(
                    period: period, due: due, standing: standing, records: count, usual: median(before)))
        }
        return told.suffix(longest)
    }

    private static func median(_ counts: [Int]) -> Double? {
        guard counts.count >= usualOf.lowerBound else { return nil }
        let sorted = counts.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
    }

    /// A note for each of the last editions that holds fewer than half of the records that are usual: a file that was cut short still
    /// holds some of every month, and nothing else tells it. It withholds nothing.
    static func notes(of datasets: [DatasetEditions]) -> [DataNote] {
        datasets.flatMap { dataset in
            dataset.editions.suffix(usualOf.upperBound).compactMap { edition in
                guard edition.standing == .isIn, let usual = edition.usual, usual >= leastUsual,
                    Double(edition.records) * 2 < usual
                else { return nil }
                let usualWords = Quantity(usual.rounded(), .count).number
                return DataNote(
                    kind: .fewerRecords, dataset: dataset.dataset, title: dataset.title,
                    reason:
                        "\(Quantity(Double(edition.records), .count).number) against a usual \(usualWords) in \(edition.period.title)"
                )
            }
        }
    }
}
