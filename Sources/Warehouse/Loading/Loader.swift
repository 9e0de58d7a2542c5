import Diagnostics
import Digests
import Foundation
import Measures
import ModuleKit

/// Brings the cache up to what the files hold: looks at the files, loads what changed, and holds every load against
/// its files.
struct Loader {
    let request: FetchRequest
    let settings: WarehouseSettings
    let dialect: any SQLDialect
    let engine: EngineStarter
    let version: String
    let state: StateFolder
    let places: Places
    let personKey: PersonKey?
    let data: DataFolder

    /// Earlier dates are mistakes: no record of ours is older.
    static let earliestDay = Month(year: 1990, month: 1).firstDay

    /// The end of the year after the present one: later dates are mistakes. It moves once a year, and then everything is
    /// read again.
    var latestDay: CalendarDate {
        Month(year: max(request.asOf, request.today).month.year + 1, month: 12).lastDay
    }

    /// The first day whose records are kept: by the clock, so that a run that stands in the past brings nothing back.
    func earliestKept(_ contract: DatasetContract) -> CalendarDate? {
        contract.retentionMonths.map { max(request.asOf, request.today).month.advanced(by: -$0).firstDay }
    }

    /// - Returns: the datasets as loaded, in the order of the contracts. `index` is written where it changed.
    func bringUpToDate(_ index: inout CacheIndex) async throws(WarehouseError) -> [DatasetState] {
        var unaccounted: [String: [String: DataProblem]] = [:]
        while true {
            var states: [DatasetState] = []
            for (number, contract) in request.contracts.enumerated() {
                var state = try state(of: contract, number: number, index: index, unaccounted: unaccounted)
                if state.table.isView, !state.reading.isEmpty { try await ParquetFiles(loader: self).survey(&state) }
                states.append(state)
            }
            let found = try await load(&states, index: &index)
            guard !found.isEmpty else { return states }
            // A file whose records are not all accounted for is out, and the load is done again without it.
            for (table, problems) in found { unaccounted[table, default: [:]].merge(problems) { first, _ in first } }
        }
    }

    /// All that is known of a dataset without the engine.
    func state(
        of contract: DatasetContract, number: Int, index: CacheIndex, unaccounted: [String: [String: DataProblem]]
    ) throws(WarehouseError) -> DatasetState {
        let table = RecordTable(
            name: RecordTable.name(for: contract), contract: contract, latestDay: nil, lastMonth: request.asOf.month,
            whole: request.geography.whole.flatMap { request.geography.areas(at: $0).first })
        let signature = DatasetSignature.of(
            contract, latestDay: latestDay, earliestKept: earliestKept(contract), places: places, personKey: personKey,
            engine: version, dialect: dialect.version)
        var dataset = DatasetState(contract: contract, table: table, signature: signature)
        dataset.find(in: data)
        let formats = Dictionary(grouping: dataset.paths, by: FileFormat.init)
        if let csv = formats[.csv]?.first, let parquet = formats[.parquet]?.first {
            dataset.refused.formUnion(dataset.paths)
            dataset.diagnostics.append(
                Diagnostic(DataProblem.mixedFormats(csv: csv, dataset: contract.name), inFile: parquet))
            dataset.before = index.datasets[table.name].flatMap { $0.signature == signature ? $0 : nil }
            dataset.needsLoad = dataset.before?.files.isEmpty != true
            return dataset
        }
        if formats[.parquet] != nil {
            dataset.table.name = table.nameOfView
            // A view holds the places of its files.
            dataset.signature = SHA256.hexadecimal(of: signature + "\u{1F}" + data.root)
        }
        let tableName = dataset.table.name
        if let before = index.datasets[tableName], before.signature == dataset.signature {
            dataset.before = before
        }
        if dataset.table.isView {
            try ParquetFiles(loader: self).examine(&dataset, unaccounted: unaccounted[tableName] ?? [:])
            dataset.needsLoad = dataset.before == nil
            return dataset
        }
        try examine(&dataset, number: number, unaccounted: unaccounted[table.name] ?? [:])
        if !contract.key.isEmpty, dataset.before != nil, isChanged(dataset) {
            // Which of the records with one key comes first may change with any file: all are read again.
            dataset.before = nil
            dataset.find(in: data)
            try examine(&dataset, number: number, unaccounted: unaccounted[table.name] ?? [:])
        }
        dataset.needsLoad = dataset.before == nil || isChanged(dataset)
        return dataset
    }

    private func isChanged(_ dataset: DatasetState) -> Bool {
        !dataset.reading.isEmpty || dataset.known.count != dataset.before?.files.count
    }

    private func examine(
        _ dataset: inout DatasetState, number: Int, unaccounted: [String: DataProblem]
    ) throws(WarehouseError) {
        let examiner = FileExaminer(contract: dataset.contract, data: data, state: state)
        let accounts = Dictionary(
            (dataset.before?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var byDigest: [String: String] = [:]
        func isCopy(_ path: String, _ records: Int, _ fingerprint: FileFingerprint) -> Bool {
            guard records > 0 else { return false }
            guard let first = byDigest[fingerprint.digest] else {
                byDigest[fingerprint.digest] = path
                return false
            }
            dataset.copies[path] = first
            dataset.diagnostics.append(
                Diagnostic(DataProblem.fileCopied(first: first, dataset: dataset.contract.name), inFile: path))
            return true
        }
        let looks = dataset.paths.enumerated().filter { unaccounted[$1] == nil }.map { place, path in
            FileExaminer.Look(path: path, known: accounts[path], copyName: "\(number)-\(place)")
        }
        for path in dataset.paths {
            if let problem = unaccounted[path] { dataset.refuse(path, [problem]) }
        }
        for (look, examination) in zip(looks, try examiner.examine(looks, threads: settings.threads)) {
            switch examination {
            case .known(let file):
                if isCopy(look.path, file.records, file.fingerprint) { continue }
                dataset.known.append(file)
            case .read(let file):
                if isCopy(look.path, file.recordCount, file.fingerprint) { continue }
                dataset.reading.append(file)
            case .refused(let problems): dataset.refuse(look.path, problems)
            }
        }
    }

    /// Runs one script for all that has changed. What comes back are the files whose records are not accounted for.
    private func load(
        _ states: inout [DatasetState], index: inout CacheIndex
    ) async throws(WarehouseError) -> [String: [String: DataProblem]] {
        let wanted = Set(states.map(\.table.name))
        let stale = index.datasets.keys.filter { !wanted.contains($0) }.sorted()
        if states.contains(where: \.needsLoad) || !stale.isEmpty {
            let answer = try await run(states, stale: stale)
            var problems: [String: [String: DataProblem]] = [:]
            for place in states.indices where states[place].needsLoad {
                let found = try account(&states[place], answer)
                if !found.isEmpty { problems[states[place].table.name] = found }
            }
            guard problems.isEmpty else {
                // Those tables hold what no index should speak of: the next load makes them anew.
                for dataset in states {
                    let name = dataset.table.name
                    index.datasets[name] = problems[name] == nil ? dataset.after : nil
                }
                return problems
            }
        }
        var accounts: [String: CacheIndex.Dataset] = [:]
        for dataset in states { accounts[dataset.table.name] = dataset.after }
        if accounts != index.datasets || index.engine != engine.program {
            index.datasets = accounts
            index.engine = engine.program
            try index.write(to: state)
        }
        return [:]
    }

    func script(_ states: [DatasetState], stale: [String]) -> [ScriptItem] {
        dialect.opening(session(attached: true)) + stale.flatMap { dialect.removal(of: $0) }
            + states.filter(\.needsLoad).flatMap { dataset in
                let load = load(of: dataset)
                guard dataset.table.isView else { return dialect.load(load) }
                let unfit = dataset.reading.map { file in
                    (path: file.path, rows: dataset.surveyed[file.path]?.faults.map(\.ordinal) ?? [])
                }
                return dialect.view(load, without: unfit)
            }
    }

    func session(attached: Bool) -> EngineSession {
        EngineSession(
            database: attached ? state.file(dialect.store.file) : nil, workFolder: state.work,
            readable: [data.root, state.path], settings: settings, places: places, personKey: personKey,
            opensForWriting: true)
    }

    func load(of dataset: DatasetState) -> DatasetLoad {
        var load = dataset.load(root: data.root, earliest: Self.earliestDay, latest: latestDay)
        load.earliestKept = earliestKept(dataset.contract)
        return load
    }

    private func run(_ states: [DatasetState], stale: [String]) async throws(WarehouseError) -> ScriptAnswer {
        let (answer, output) = try await engine.run(script(states, stale: stale))
        guard output.failure == nil, answer.isWhole else {
            throw .engineFailed(status: output.failure ?? "an answer cut short", message: output.complaint)
        }
        return answer
    }

    /// Takes the account of a dataset's load into its state.
    private func account(_ dataset: inout DatasetState, _ answer: ScriptAnswer) throws(WarehouseError) -> [String:
        DataProblem]
    {
        guard !dataset.reading.isEmpty else { return [:] }
        let reports =
            dataset.table.isView ? dataset.surveyed : try LoadReport.reports(dataset.table.name, in: answer)
        var problems: [String: DataProblem] = [:]
        for file in dataset.reading {
            let report = reports[file.path] ?? LoadReport()
            guard FileStatus(path: data.absolute(file.path)) == file.fingerprint.status else {
                problems[file.path] = .fileUnreadable(reason: "it changed or went while it was read")
                continue
            }
            do {
                let account = try FileAccount(file, report, contract: dataset.contract, data: data)
                try SetAsideFiles(folder: state).write(account.lines, file: file.path, table: dataset.table.name)
                dataset.known.append(account.file)
            } catch let error as WarehouseError {
                throw error
            } catch let error as FileAccount.Unaccounted {
                problems[file.path] = .unaccounted(
                    records: file.recordCount, loaded: error.loaded, setAside: error.setAside)
            } catch {
                problems[file.path] = .fileUnreadable(reason: "it changed or went while it was read")
            }
        }
        dataset.reading = []
        return problems
    }
}
