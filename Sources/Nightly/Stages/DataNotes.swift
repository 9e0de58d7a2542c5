import Definitions
import Diagnostics
import Measures
import ModuleKit
import Reporting
import Warehouse

/// What readers are told of the data: from the warehouse's receipts.
enum DataNotes {
    /// Records set aside that are named one by one in a list, at most, for a dataset and reason.
    private static let namedRecords = 20

    static func notes(
        of receipts: [DatasetReceipt], _ contracts: [DatasetContract], in geography: Geography,
        naming named: Int = namedRecords
    ) -> [DataNote] {
        receipts.flatMap { receipt in
            let contract = contracts.first { $0.name == receipt.dataset }
            let title = contract?.title ?? receipt.dataset
            // A dataset that has no area column is told for the whole; that its records name none is no news.
            let isPlaced = contract?.areaColumn != nil && contract?.holding == .records
            var notes = standing(receipt, title)
            notes += files(receipt, title) + versions(receipt, title) + absentSenders(receipt, title)
            notes += gaps(receipt, title, geography)
            notes += setAside(receipt, title, named) + expired(receipt, title)
            if isPlaced { notes += unplaced(receipt, title) + straddling(receipt, title, geography.straddledLevels) }
            return notes
        }
    }

    private static func standing(_ receipt: DatasetReceipt, _ title: String) -> [DataNote] {
        switch receipt.standing {
        case .usable: []
        case .missing:
            [
                DataNote(
                    kind: .datasetMissing, dataset: receipt.dataset, title: title, reason: "no file of this dataset is there"
                )
            ]
        case .refused:
            [
                DataNote(
                    kind: .datasetRefused, dataset: receipt.dataset, title: title,
                    reason: receipt.files.allSatisfy(\.refused)
                        ? "none of its files could be used" : "too great a share of its records does not fit",
                    count: receipt.setAsideCount)
            ]
        }
    }

    private static func files(_ receipt: DatasetReceipt, _ title: String) -> [DataNote] {
        receipt.files.filter(\.refused).map { file in
            let problems = receipt.diagnostics.filter { $0.path == file.path }.map(\.problem)
            return DataNote(
                kind: .fileRefused, dataset: receipt.dataset, title: title, file: file.path,
                reason: reason(problems))
        }
    }

    private static func versions(_ receipt: DatasetReceipt, _ title: String) -> [DataNote] {
        receipt.versions.map { pair in
            let months = pair.months.map { " for \($0)" } ?? ""
            return DataNote(
                kind: .fileVersions, dataset: receipt.dataset, title: title, file: pair.second,
                reason:
                    "most of what is in it\(months) is in \(pair.first) too, and counts twice: remove the one that no longer holds"
            )
        }
    }

    private static func absentSenders(_ receipt: DatasetReceipt, _ title: String) -> [DataNote] {
        (receipt.senders?.absent ?? []).map { name in
            DataNote(
                kind: .other, dataset: receipt.dataset, title: title,
                reason: "no record names the sender '\(name)', so the figures of its area are missing")
        }
    }

    /// Names that a reader is told, at most.
    private static let namedGaps = 5

    private static func gaps(_ receipt: DatasetReceipt, _ title: String, _ geography: Geography) -> [DataNote] {
        func some(_ names: [String]) -> String {
            let shown = names.prefix(namedGaps).joined(separator: "; ")
            return names.count > namedGaps ? "\(shown) and \(names.count - namedGaps) more" : shown
        }
        return receipt.gaps.map { gap in
            let areas = gap.areas.map { geography.area($0)?.name ?? $0.rawValue }
            let group = gap.words.map { "in \($0) " } ?? ""
            return DataNote(
                kind: .incomplete, dataset: receipt.dataset, title: title,
                reason: "\(group)it has no whole record of \(some(gap.missing)), so that it is not used for \(some(areas))")
        }
    }

    /// File by file: the records one by one as far as they are named, then how many more there are. Where many keys came before in
    /// one other file, only how many: a file that is there in two versions would fill the list.
    private static func setAside(_ receipt: DatasetReceipt, _ title: String, _ limit: Int) -> [DataNote] {
        let listed = Dictionary(grouping: receipt.setAside, by: \.file)
        return receipt.setAsideCounts.keys.sorted().flatMap { reason in
            var open = limit
            return receipt.files.flatMap { file -> [DataNote] in
                let many = reason == .repeated ? file.repeatedFrom.filter { $0.value > namedRecords } : [:]
                func words(_ first: String?) -> String { reason.rawValue + (first.map { ", which \($0) has" } ?? "") }
                func note(_ record: SetAsideRecord?, _ words: String, _ count: Int) -> DataNote {
                    DataNote(
                        kind: reason == .repeated ? .recordsRepeated : .recordsSetAside, dataset: receipt.dataset,
                        title: title, file: file.path, line: record?.line, column: record?.column, reason: words,
                        count: count)
                }
                let named = (listed[file.path] ?? []).filter { record in
                    record.reason == reason && record.countedIn.flatMap { many[$0] } == nil
                }.prefix(open)
                open -= named.count
                let rest = (file.reasons[reason] ?? 0) - named.count - many.values.reduce(0, +)
                return named.map { note($0, words($0.countedIn), 1) }
                    + many.sorted { $0.key < $1.key }.map { note(nil, words($0.key), $0.value) }
                    + (rest > 0 ? [note(nil, "\(reason.rawValue), in other lines", rest)] : [])
            }
        }
    }

    private static func expired(_ receipt: DatasetReceipt, _ title: String) -> [DataNote] {
        receipt.files.filter { $0.expired > 0 }.map { file in
            DataNote(
                kind: .other, dataset: receipt.dataset, title: title, file: file.path,
                reason: "older than the dataset's retention; not kept", count: file.expired)
        }
    }

    private static func unplaced(_ receipt: DatasetReceipt, _ title: String) -> [DataNote] {
        guard receipt.unplaced > 0, receipt.loaded > 0 else { return [] }
        let share = Quantity(Double(receipt.unplaced) / Double(receipt.loaded), .percent)
        return [
            DataNote(
                kind: .recordsUnplaced, dataset: receipt.dataset, title: title,
                reason: "\(share) of its records name no area",
                withoutCounts: "\(Self.roughly(receipt.unplaced, of: receipt.loaded)) of its records name no area",
                count: receipt.unplaced)
        ]
    }

    /// A share from which the number of records can't be told.
    private static func roughly(_ part: Int, of all: Int) -> String {
        guard all >= leastForShare else { return "some" }
        let percent = (part * 100 + all / 2) / all
        return percent == 0 ? "under 1%" : "about \(percent)%"
    }

    private static let leastForShare = 1_000

    /// Records of codes that lie in several areas of a level, as an old code whose successors do: counted for the whole, placed in none.
    private static func straddling(_ receipt: DatasetReceipt, _ title: String, _ levels: [AreaLevel]) -> [DataNote] {
        levels.compactMap { level in
            // Records that all name the whole, as a region's extract names the authority, have no old code.
            guard receipt.placements.contains(where: { ($0.placed[level.rawValue] ?? 0) > 0 }) else { return nil }
            let count = receipt.placements.reduce(0) { $0 + $1.inWholeOnly(level) }
            guard count > 0 else { return nil }
            return DataNote(
                kind: .recordsUnplaced, dataset: receipt.dataset, title: title,
                reason: "their area code lies in more than one \(level.title); counted for the whole, placed in none",
                count: count)
        }
    }
}
