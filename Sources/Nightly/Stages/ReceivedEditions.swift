import Measures
import ModuleKit
import Warehouse

/// How much of each edition of a dataset is there, and whether that is enough to be taken for the edition.
///
/// What is in is judged, and an area without records in it reads zero. So an edition that holds next to nothing (one record with a
/// mistaken date, a file whose place column holds something else) is not in: it is missing, which is told, where a zero would be believed.
struct ReceivedEditions {
    let every: Grain
    /// Records by edition; of files that hold other areas' records too, those that lie in the partnership.
    let records: [Period: Int]

    /// Editions by which the usual number is known: at most, and at least.
    static let usualOf = 4...12
    /// Below so many records, half of them may be missing by chance.
    static let leastUsual = 20.0
    /// An edition with less of the usual number than one in so many is not in.
    private static let leastShare = 10

    /// Nil for a dataset that does not come by the period.
    init?(_ contract: DatasetContract, _ receipt: DatasetReceipt) {
        guard let every = contract.every else { return nil }
        let holdsOthers = contract.extent == .wider && contract.senders == nil && contract.areaColumn != nil
        var records: [Period: Int] = [:]
        if receipt.standing == .usable {
            for placement in receipt.placements {
                guard let month = placement.month, placement.records > 0 else { continue }
                let others = holdsOthers ? placement.elsewhere + placement.unplaced : 0
                records[Period(every, holding: month), default: 0] += placement.records - others
            }
        }
        self.every = every
        self.records = records
    }

    /// The median of the last editions with records before this one, whether they were in or not: so what has come to be the
    /// usual is, in half a year of months, taken as such. Nil where there are too few.
    func usual(before period: Period) -> Double? {
        let earlier = records.filter { $0.key < period && $0.value > 0 }.sorted { $0.key < $1.key }
            .suffix(Self.usualOf.upperBound).map(\.value).sorted()
        guard earlier.count >= Self.usualOf.lowerBound else { return nil }
        let middle = earlier.count / 2
        return earlier.count.isMultiple(of: 2)
            ? Double(earlier[middle - 1] + earlier[middle]) / 2 : Double(earlier[middle])
    }

    /// Whether there is enough of an edition. That it is due is another matter.
    func isIn(_ period: Period) -> Bool {
        guard let count = records[period], count > 0 else { return false }
        guard let usual = usual(before: period), usual >= Self.leastUsual else { return true }
        return Double(count * Self.leastShare) >= usual
    }

    /// The months of all editions that are in.
    var months: Set<Month> { Set(records.keys.filter(isIn).flatMap(\.months)) }
}
