import Diagnostics
import Digests
import ModuleKit

/// Brings a dataset of Parquet files up to date: its columns read first and matched by name, then every row held against the
/// contract. The table is a view of the files, with the rows that do not fit left out.
struct ParquetFiles {
    let loader: Loader

    /// Reads what changed. Whatever changes, all files of the dataset are looked through again: that is quick, and no row has
    /// been copied.
    func examine(
        _ dataset: inout DatasetState, unaccounted: [String: DataProblem]
    ) throws(WarehouseError) {
        let accounts = Dictionary(
            (dataset.before?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [(path: String, fingerprint: FileFingerprint)] = []
        for path in dataset.paths {
            if let problem = unaccounted[path] {
                dataset.refuse(path, [problem])
                continue
            }
            switch fingerprint(path, known: accounts[path]) {
            case .success(let fingerprint): found.append((path, fingerprint))
            case .failure(let refusal): dataset.refuse(path, [refusal.problem])
            }
        }
        let isSame =
            found.count == accounts.count
            && found.allSatisfy { accounts[$0.path]?.fingerprint.digest == $0.fingerprint.digest }
        if dataset.before != nil, isSame {
            dataset.known = found.compactMap { file in
                var account = accounts[file.path]
                account?.fingerprint = file.fingerprint
                return account
            }
            return
        }
        dataset.before = nil
        dataset.reading = found.map { file in
            ReadFile(
                path: file.path, fingerprint: file.fingerprint, flaws: [], recordCount: 0,
                source: DatasetLoad.Source(
                    path: file.path, opened: loader.data.absolute(file.path),
                    match: HeaderMatch(fieldCount: 0, places: []), lineEnds: .lineFeed))
        }
    }

    private struct Refusal: Error { var problem: DataProblem }

    private func fingerprint(_ path: String, known: CacheIndex.File?) -> Result<FileFingerprint, Refusal> {
        let absolute = loader.data.absolute(path)
        guard let status = FileStatus(path: absolute) else {
            return .failure(Refusal(problem: .fileUnreadable(reason: "it is not a file")))
        }
        // The engine takes some characters of a path for a pattern.
        guard !absolute.contains(where: { "*?[]{}\\".contains($0) }) else {
            return .failure(
                Refusal(
                    problem: .fileUnreadable(
                        reason: "its path holds one of * ? [ ] { } \\, which the engine takes for a pattern")))
        }
        if let known, known.fingerprint.status == status { return .success(known.fingerprint) }
        do {
            return try FileContent.with(absolute, size: status.size) { bytes in
                let mark = Array("PAR1".utf8)
                guard bytes.count >= 12, bytes.starts(with: mark), bytes[(bytes.count - 4)...].elementsEqual(mark) else {
                    return .failure(Refusal(problem: .parquetDamaged(reason: "it does not begin and end as one")))
                }
                let digest = SHA256.hexadecimal(of: UnsafeRawBufferPointer(bytes))
                return .success(FileFingerprint(status: status, digest: digest))
            }
        } catch {
            return .failure(Refusal(problem: .fileUnreadable(reason: "the system refuses to open it")))
        }
    }

    /// Asks for the columns of the files to be read, matches them, and then for their rows that do not fit. Files that cannot
    /// be used are refused.
    func survey(_ dataset: inout DatasetState) async throws(WarehouseError) {
        try await readSchemas(&dataset)
        guard !dataset.reading.isEmpty else { return }
        while true {
            let load = loader.load(of: dataset)
            let (answer, output) = try await loader.engine.run(
                loader.dialect.opening(loader.session(attached: false)) + loader.dialect.survey(load))
            if output.failure == nil, answer.isWhole {
                dataset.surveyed = try LoadReport.surveys(dataset.table.name, dataset.reading.map(\.path), in: answer)
                return
            }
            // The answers come file by file, so the one that was not finished names the file.
            let named = dataset.reading.first { answer.unfinished == "\(dataset.table.name) file \($0.path)" }
            guard let damaged = named else {
                throw .engineFailed(status: output.failure ?? "an answer cut short", message: output.complaint)
            }
            dataset.reading.removeAll { $0.path == damaged.path }
            dataset.refuse(damaged.path, [.parquetDamaged(reason: Self.firstLine(output.complaint))])
            if dataset.reading.isEmpty { return }
        }
    }

    private func readSchemas(_ dataset: inout DatasetState) async throws(WarehouseError) {
        var read: [ReadFile] = []
        var open = dataset.reading
        while !open.isEmpty {
            let items = open.map {
                ScriptItem.answer(name: $0.path, loader.dialect.parquetColumns(of: $0.source.opened))
            }
            let (answer, output) = try await loader.engine.run(
                loader.dialect.opening(loader.session(attached: false)) + items)
            var rest: [ReadFile] = []
            for var file in open {
                if let rows = answer.rows(file.path) {
                    let schema = try ParquetSchema(rows)
                    file.recordCount = schema.rows
                    file.source.schema = schema
                    switch HeaderMatch.match(schema.columns.map(\.header), to: dataset.contract) {
                    case .success(let match):
                        file.source.match = match
                        read.append(file)
                    case .failure(let mismatch): dataset.refuse(file.path, mismatch.problems)
                    }
                } else if answer.unfinished == file.path {
                    dataset.refuse(file.path, [.parquetDamaged(reason: Self.firstLine(output.complaint))])
                } else {
                    rest.append(file)
                }
            }
            guard rest.count < open.count else {
                throw .engineFailed(status: output.failure ?? "an answer cut short", message: output.complaint)
            }
            open = rest
        }
        dataset.reading = read
    }

    /// The engine's complaint without the paths of this machine.
    private static func firstLine(_ complaint: String) -> String {
        let line = complaint.split(separator: "\n").first.map(String.init) ?? "the engine gave no reason"
        return line.contains("/") ? "the engine cannot read it" : line
    }
}
