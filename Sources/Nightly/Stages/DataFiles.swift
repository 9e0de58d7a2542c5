import Reporting
import Warehouse

/// What became of every data file: from the warehouse's receipts.
enum DataFiles {
    static func files(of receipts: [DatasetReceipt]) -> [DataFile] { receipts.flatMap(files) }

    private static func files(of receipt: DatasetReceipt) -> [DataFile] {
        let read = receipt.files.map { file(of: $0, receipt) }
        let byPath = Dictionary(read.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let copies = receipt.copies.compactMap { copy in
            byPath[copy.first].map { first in
                var file = first
                file.path = copy.path
                file.copyOf = copy.first
                if first.standing != .refused { file.standing = .copy }
                return file
            }
        }
        return (read + copies).sorted { $0.path < $1.path }
    }

    private static func file(of file: FileReceipt, _ receipt: DatasetReceipt) -> DataFile {
        DataFile(
            dataset: receipt.dataset, path: file.path,
            standing: file.refused ? .refused : receipt.standing == .refused ? .datasetRefused : .used,
            counts: file.refused
                ? nil
                : DataFile.Counts(
                    records: file.records, loaded: file.loaded, setAside: file.setAside, tooOld: file.expired),
            firstMonth: file.firstMonth, lastMonth: file.lastMonth, digest: file.digest)
    }
}
