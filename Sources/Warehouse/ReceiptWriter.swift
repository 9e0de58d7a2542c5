import Diagnostics
import Measures
import ModuleKit

/// Makes a dataset's receipt of what its load found; the placements come later.
enum ReceiptWriter {
    static func receipt(_ dataset: DatasetState, isPlan: Bool = false) -> DatasetReceipt {
        let known = dataset.known.sorted { $0.path < $1.path }
        let refused = dataset.refused.map {
            FileReceipt(path: $0, records: 0, loaded: 0, setAside: 0, expired: 0, refused: true, digest: "")
        }
        var receipt = DatasetReceipt(
            dataset: dataset.contract.name, files: (known.map(\.receipt) + refused).sorted { $0.path < $1.path },
            copies: dataset.copies.map { FileCopy(path: $0.key, first: $0.value) }.sorted { $0.path < $1.path },
            setAside: known.flatMap(\.setAside),
            setAsideCounts: known.reduce(into: [:]) { $0.merge($1.reasons, uniquingKeysWith: +) },
            placements: [], made: (known.map(\.path) + dataset.reading.map(\.path)).contains(where: isMade),
            standing: .usable, diagnostics: dataset.diagnostics)
        let usable = known.count + dataset.reading.count
        if dataset.paths.isEmpty {
            receipt.standing = .missing
        } else if usable == 0 {
            receipt.standing = .refused
            receipt.diagnostics.append(Diagnostic(DataProblem.noUsableFile(dataset: dataset.contract.name)))
        } else if !isPlan, Double(receipt.setAsideCount) > dataset.contract.mostUnfit * Double(receipt.records) {
            receipt.standing = .refused
            receipt.diagnostics.append(
                Diagnostic(
                    DataProblem.tooManyUnfit(
                        dataset: dataset.contract.name, setAside: receipt.setAsideCount, records: receipt.records,
                        most: dataset.contract.mostUnfit)))
        }
        return receipt
    }

    /// Whether a file lies below a folder named `sample`.
    private static func isMade(_ path: String) -> Bool {
        path.split(separator: "/").dropLast().contains("sample")
    }
}

extension DatasetReceipt {
    /// Takes files that hold the same records, and tells of them.
    mutating func tell(_ versions: [FileVersions]) {
        self.versions = versions
        diagnostics += versions.map { pair in
            Diagnostic(
                DataProblem.fileVersions(
                    first: pair.first, records: pair.records, months: pair.months, dataset: dataset), inFile: pair.second)
        }
    }

    /// Takes whose records are in, and tells of senders that have none.
    mutating func tell(_ coverage: SenderCoverage) {
        senders = coverage
        diagnostics += coverage.absent.map { name in
            Diagnostic(DataProblem.senderAbsent(name, dataset: dataset, found: coverage.found))
        }
    }

    /// Takes what a complete dataset lacks, and tells of it.
    mutating func tell(_ gaps: [TableGap]) {
        self.gaps = gaps
        diagnostics += gaps.map { gap in
            Diagnostic(
                DataProblem.incomplete(
                    dataset: dataset, group: gap.words, missing: gap.missing, areas: gap.areas.map(\.rawValue)))
        }
    }
}
