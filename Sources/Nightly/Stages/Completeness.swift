import Measures
import ModuleKit
import Reporting
import Warehouse

/// Which editions of the datasets that come by the period are in, late or not due.
enum Completeness {
    /// Editions that are told of, the newest.
    private static let longest = 24
    /// An edition with so many times the usual number may be there twice.
    private static let mostOfUsual = 1.75
    /// Below so many usual records, so many more are no rare thing.
    private static let leastUsualOfMore = 100.0

    /// In the order of the contracts. An edition is in when there is enough of it: a module is asked for it from then on.
    static func datasets(
        _ contracts: [DatasetContract], _ receipts: [DatasetReceipt], asOf: CalendarDate
    ) -> [DatasetEditions] {
        contracts.compactMap { contract in
            guard let receipt = receipts.first(where: { $0.dataset == contract.name }),
                let received = ReceivedEditions(contract, receipt)
            else { return nil }
            return DatasetEditions(
                dataset: contract.name, title: contract.title, every: received.every, dueDays: contract.dueDays,
                editions: editions(contract, received, asOf))
        }
    }

    private static func editions(
        _ contract: DatasetContract, _ received: ReceivedEditions, _ asOf: CalendarDate
    ) -> [DatasetEditions.Edition] {
        // The one that runs is not due; of a dataset without records only the last that was due is told as late.
        let current = Period(received.every, holding: asOf.month)
        let lastDue = (0...).lazy.map { current.moved(by: -$0) }.first { contract.isDue($0, on: asOf) } ?? current
        let first = min(received.records.keys.min() ?? lastDue, current)
        var told: [DatasetEditions.Edition] = []
        for ordinal in first.ordinal...current.ordinal {
            let period = Period(grain: received.every, ordinal: ordinal)
            let due = period.lastDay.advanced(byDays: contract.dueDays)
            let standing: DatasetEditions.Standing =
                if !contract.isDue(period, on: asOf) {
                    .notDue
                } else if received.isIn(period) {
                    .isIn
                } else {
                    .late(days: asOf.daysSince1970 - due.daysSince1970)
                }
            told.append(
                DatasetEditions.Edition(
                    period: period, due: due, standing: standing, records: received.records[period] ?? 0,
                    usual: received.usual(before: period), isElsewhere: received.records[period] == 0))
        }
        return told.suffix(longest)
    }

    /// A note for each of the last editions that holds fewer than half of the records that are usual, or nearly twice as many: a file
    /// that was cut short still holds some of every month, one that is there in two versions counts twice, and nothing else tells either.
    /// It withholds nothing but what is so little that it is not in.
    static func notes(of datasets: [DatasetEditions]) -> [DataNote] {
        datasets.flatMap { dataset in
            dataset.editions.suffix(ReceivedEditions.usualOf.upperBound).compactMap { note($0, dataset) }
        }
    }

    private static func note(_ edition: DatasetEditions.Edition, _ dataset: DatasetEditions) -> DataNote? {
        guard edition.standing != .notDue, let usual = edition.usual, usual >= ReceivedEditions.leastUsual,
            let records = edition.records.map(Double.init), records > 0 || edition.isElsewhere
        else { return nil }
        let kind: DataNote.Kind
        let share: String
        let consequence: String
        if edition.isElsewhere {
            (kind, share, consequence) = (
                .fewerRecords, "none", ", and so taken as not in; is the column of its areas the right one?"
            )
        } else if edition.standing != .isIn {
            (kind, share, consequence) = (.fewerRecords, "fewer than a tenth", ", and so taken as not in")
        } else if records * 2 < usual {
            (kind, share, consequence) = (.fewerRecords, "fewer than half", "")
        } else if usual >= leastUsualOfMore, records >= usual * mostOfUsual {
            (kind, share, consequence) = (
                .moreRecords, "nearly twice as many, or more", "; is a file there in two versions?"
            )
        } else {
            return nil
        }
        let (told, usually) = (Quantity(records, .count).number, Quantity(usual.rounded(), .count).number)
        let title = edition.period.title
        return DataNote(
            kind: kind, dataset: dataset.dataset, title: dataset.title,
            reason: "\(told) against a usual \(usually) in \(title)\(consequence)",
            withoutCounts: "\(share) in \(title)\(consequence)")
    }
}
