import Diagnostics
import Measures
import ModuleKit

/// One fetch: the files, then the questions, then the account of both.
struct Fetch {
    let request: FetchRequest
    let settings: WarehouseSettings
    let dialect: any SQLDialect
    let state: StateFolder
    let engine: EngineStarter
    let places: Places
    let personKey: PersonKey?
    let data: DataFolder

    init(
        request: FetchRequest, settings: WarehouseSettings, dialect: any SQLDialect, state: StateFolder,
        engine: EngineStarter
    ) throws(WarehouseError) {
        self.request = request
        self.settings = settings
        self.dialect = dialect
        self.state = state
        self.engine = engine
        places = Places(request.geography)
        let hasPersons = request.contracts.contains { $0.columns.contains { $0.type == .person } }
        personKey = hasPersons ? try PersonKey(in: state) : nil
        data = DataFolder(path: request.dataFolder)
    }

    private var loader: Loader {
        Loader(
            request: request, settings: settings, dialect: dialect, engine: engine, version: engine.program.version,
            state: state, places: places, personKey: personKey, data: data)
    }

    /// Files are read while answering only where a dataset is a view of them.
    private func answerer(_ datasets: [DatasetState], isFresh: Bool) -> QuestionAnswerer {
        let readsFiles = datasets.contains { $0.table.isView }
        return QuestionAnswerer(
            dialect: dialect, engine: engine, kept: KeptResults(folder: state),
            session: EngineSession(
                database: state.file(dialect.store.file), workFolder: state.work,
                readable: readsFiles ? [data.root, state.path] : [state.path], settings: settings, places: places,
                personKey: readsFiles ? personKey : nil, opensForWriting: false),
            isFresh: isFresh)
    }

    /// - Parameter isFresh: the cache is made anew in this run.
    func run(_ index: CacheIndex, isFresh: Bool, _ counter: StartCounter) async throws(WarehouseError) -> FetchResult {
        try state.makeWork()
        for file in places.files { try state.write(file.bytes, to: "work/\(file.name)") }
        var index = index
        let datasets = try await loader.bringUpToDate(&index)
        let answerer = answerer(datasets, isFresh: isFresh)
        var receipts = datasets.map { ReceiptWriter.receipt($0) }
        var tables: [QueryIdentity: Result<Table, QueryFailure>] = [:]
        var asked: [(identity: QueryIdentity, question: Question)] = []
        for query in request.queries {
            switch question(query.query, datasets, receipts) {
            case .success(let question): asked.append((query.identity, question))
            case .failure(let failure): tables[query.identity] = .failure(failure)
            }
        }
        let placements = datasets.map { dataset in dataset.known.isEmpty ? nil : placementQuestion(dataset) }
        let senders = datasets.map { dataset in dataset.known.isEmpty ? nil : senderQuestion(dataset) }
        let versions = datasets.map(versionsQuestion)
        let held = datasets.map { dataset in dataset.known.isEmpty ? nil : heldQuestion(dataset) }
        let questions =
            asked.map(\.question) + [placements, senders, versions, held].flatMap { $0.compactMap { $0 } }
        var answers = try await answerer.answers(questions)
        for dataset in datasets where dataset.table.isView && !isUnchanged(dataset) {
            for question in questions where question.table == dataset.table.name {
                answerer.kept.remove(question.key)
                answers[question.key] = .failed("a file of the dataset changed while it was read; run again")
            }
        }
        for (place, question) in held.enumerated() {
            guard let question, let key = CompleteKey(request.contracts[place]),
                case .table(let table) = answers[question.key]
            else { continue }
            let gaps = TableGaps(key, of: request.contracts[place], geography: request.geography, places: places)
            receipts[place].tell(gaps.gaps(in: table))
        }
        for (identity, question) in asked {
            switch answers[question.key] {
            case .table(let table): tables[identity] = .success(whole(table, question, receipts))
            case .failed(let complaint): tables[identity] = .failure(.engine(complaint))
            case nil: tables[identity] = .failure(.engine("no answer came"))
            }
        }
        for (place, question) in placements.enumerated() {
            guard let question else { continue }
            if datasets[place].table.isView, case .failed = answers[question.key] { continue }
            guard case .table(let table) = answers[question.key] else {
                throw .answerUnreadable("the places of \(request.contracts[place].name) did not come")
            }
            receipts[place].placements = PlacementAnswer.placements(table, levels: request.geography.levels)
        }
        for (place, question) in senders.enumerated() {
            guard let question, let senders = request.contracts[place].senders,
                case .table(let table) = answers[question.key]
            else { continue }
            receipts[place].tell(SenderCoverage(senders, sent: table, geography: request.geography))
        }
        for (place, question) in versions.enumerated() {
            guard let question, case .table(let table) = answers[question.key] else { continue }
            receipts[place].tell(FileVersions.pairs(table))
        }
        answerer.kept.removeOthers(than: Set(questions.map(\.key)))
        SetAsideFiles(folder: state).removeOthers(
            than: datasets.flatMap { dataset in dataset.known.map { ($0.path, dataset.table.name) } })
        return FetchResult(tables: tables, receipts: receipts, engineStarts: counter.count,
            engine: "\(dialect.engine) \(engine.program.version)")
    }

    /// An answer without what a complete dataset tells only in part.
    private func whole(_ table: Table, _ question: Question, _ receipts: [DatasetReceipt]) -> Table {
        guard let plan = question.asked?.plan else { return table }
        return table.without(
            receipts[plan.dataset].gaps, of: plan, whole: request.geography.areas.first?.code)
    }

    private func isUnchanged(_ dataset: DatasetState) -> Bool {
        dataset.known.allSatisfy { FileStatus(path: data.absolute($0.path)) == $0.fingerprint.status }
    }

    func plan() throws(WarehouseError) -> String {
        try state.makeWork()
        var datasets: [DatasetState] = []
        for (number, contract) in request.contracts.enumerated() {
            datasets.append(try loader.state(of: contract, number: number, index: CacheIndex(), unaccounted: [:]))
        }
        let receipts = datasets.map { ReceiptWriter.receipt($0, isPlan: true) }
        var named: [(name: String, question: Question)] = []
        var faults: [String] = []
        for query in request.queries {
            switch question(query.query, datasets, receipts) {
            case .success(let question): named.append(("\(query.identity)", question))
            case .failure(let failure): faults.append("-- \(query.identity): \(failure)")
            }
        }
        let opening = answerer(datasets, isFresh: true).opening(named.map(\.question))
        let names = Dictionary(grouping: named) { $0.question.key }.mapValues { $0.map(\.name) }
        var known: Set<String> = []
        let questions = named.map(\.question).filter { known.insert($0.key).inserted }
        let asked = Ask.asks(questions, dialect).map { ask in
            let name = ask.parts.flatMap { names[$0.question.key] ?? [] }.joined(separator: "\n-- ")
            return ScriptItem.answer(name: name, ask.statement)
        }
        return ScriptText.shown(loader.script(datasets, stale: [])) + "\n" + ScriptText.shown(opening + asked)
            + faults.map { $0 + "\n" }.joined()
    }

    private func question(
        _ query: Query, _ datasets: [DatasetState], _ receipts: [DatasetReceipt]
    ) -> Result<Question, QueryFailure> {
        let plan: PlannedQuery
        do {
            plan = try QueryPlanner.plan(query, contracts: request.contracts, geography: request.geography)
        } catch {
            return .failure(.invalid(error.findings))
        }
        switch receipts[plan.dataset].standing {
        case .missing: return .failure(.datasetMissing(query.dataset))
        case .refused: return .failure(.datasetRefused(query.dataset))
        case .usable: break
        }
        let dataset = datasets[plan.dataset]
        let shape = AnswerShape(plan)
        let records = dated(dataset)
        var statement = dialect.statement(plan, over: records)
        if shape.columns.count == 1, !shape.columns[0].isNumber { statement = dialect.widened(statement) }
        let usesPlaces = plan.groupings.contains { if case .area = $0.key { true } else { false } }
        let asked = Question.Asked(plan: plan, records: records)
        return .success(question(statement, shape, dataset, usesPlaces: usesPlaces, asked: asked))
    }

    private func placementQuestion(_ dataset: DatasetState) -> Question {
        question(
            dialect.placements(of: dated(dataset), levels: request.geography.levels),
            PlacementAnswer.shape(levels: request.geography.levels), dataset, usesPlaces: true, asked: nil)
    }

    private func senderQuestion(_ dataset: DatasetState) -> Question? {
        dataset.contract.senders.map { senders in
            question(
                dialect.sentMonths(of: dated(dataset), senders), SenderCoverage.shape, dataset, usesPlaces: false, asked: nil
            )
        }
    }

    /// Nil where no two files can hold the same records: of a key, each counts once.
    private func versionsQuestion(_ dataset: DatasetState) -> Question? {
        guard dataset.contract.key.isEmpty else { return nil }
        let paths = FileVersions.candidates(dataset.known, isDated: dataset.table.dateIndex != nil)
        guard !paths.isEmpty else { return nil }
        return question(
            dialect.versions(of: dataset.table, among: paths), FileVersions.shape, dataset, usesPlaces: false, asked: nil)
    }

    private func heldQuestion(_ dataset: DatasetState) -> Question? {
        CompleteKey(dataset.contract).map { key in
            question(dialect.held(key, of: dataset.table), key.shape, dataset, usesPlaces: true, asked: nil)
        }
    }

    private func question(
        _ statement: String, _ shape: AnswerShape, _ dataset: DatasetState, usesPlaces: Bool, asked: Question.Asked?
    ) -> Question {
        let stamp = dataset.stampAfter
        let key = KeptResults.key(
            statement: statement, shape: shape, stamp: stamp, places: usesPlaces ? places.digest : "",
            engine: engine.program.version, dialect: dialect.version)
        return Question(statement: statement, shape: shape, key: key, table: dataset.table.name, stamp: stamp, asked: asked)
    }

    /// The as-of date is written into statements only where the table holds later records, so that answers of a dataset
    /// that has none stay right from night to night.
    private func dated(_ dataset: DatasetState) -> RecordTable {
        var table = dataset.table
        let latest = dataset.known.compactMap(\.latestDate).max() ?? .min
        let isUnknown = !dataset.reading.isEmpty
        if isUnknown || latest > request.asOf.daysSince1970 { table.latestDay = request.asOf }
        return table
    }
}
