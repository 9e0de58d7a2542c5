/// Turns queries over datasets into tables.
///
/// Files that changed since the last fetch are loaded into a cache, statements whose answers are not kept from an
/// earlier fetch are asked, and everything is accounted for in a receipt for each dataset. With nothing changed, no engine
/// is started.
public struct Warehouse: Sendable {
    private let settings: WarehouseSettings
    private let dialect: any SQLDialect = SpokenDialect.dialect
    private let makeEngine: @Sendable (EngineProgram) -> any QueryEngine

    public init(settings: WarehouseSettings = WarehouseSettings()) {
        self.init(settings: settings) { ProgramEngine(program: $0.path, timeoutSeconds: settings.timeoutSeconds) }
    }

    init(settings: WarehouseSettings, makeEngine: @escaping @Sendable (EngineProgram) -> any QueryEngine) {
        self.settings = settings
        self.makeEngine = makeEngine
    }

    /// Fetches everything that the request asks. Faults of single queries, files and datasets are in the result; an
    /// error says that nothing could be fetched.
    public func fetch(_ request: FetchRequest) async throws(WarehouseError) -> FetchResult {
        let state = try StateFolder(path: request.stateFolder)
        let lock = try await StateLock(in: state, seconds: settings.lockSeconds)
        defer { lock.release() }
        let counter = StartCounter()
        let index = CacheIndex.read(from: state)
        let program = try await self.program(index, counter)
        let fetch = try Fetch(
            request: request, settings: settings, dialect: dialect, state: state,
            engine: EngineStarter(program: program, engine: makeEngine(program), counter: counter))
        defer { state.removeWork() }
        do {
            return try await fetch.run(index, isFresh: false, counter)
        } catch WarehouseError.engineFailed {
            // The store is a cache: whatever is wrong with it, making it anew cures, or else the error stands.
            state.removeCache([dialect.store.file] + dialect.store.others)
            return try await fetch.run(CacheIndex(), isFresh: true, counter)
        }
    }

    /// The script that a fetch would run, as a person reads it; nothing is run and nothing is written but the state
    /// folder itself. Its load has all files, whatever is kept.
    public func plan(_ request: FetchRequest) throws(WarehouseError) -> String {
        let state = try StateFolder(path: request.stateFolder)
        defer { state.removeWork() }
        let program = EngineProgram(path: "", status: nil, version: dialect.leastVersion)
        let fetch = try Fetch(
            request: request, settings: settings, dialect: dialect, state: state,
            engine: EngineStarter(program: program, engine: NoEngine(), counter: StartCounter()))
        return try fetch.plan()
    }

    /// The engine's program; its version is asked only where the program is not the one of the last run.
    private func program(_ index: CacheIndex, _ counter: StartCounter) async throws(WarehouseError) -> EngineProgram {
        let (path, status) = try EngineProgram.locate(settings.program ?? dialect.program)
        if let known = index.engine, known.path == path, known.status == status { return known }
        counter.add()
        let answer = try await ProgramEngine(program: path, timeoutSeconds: settings.timeoutSeconds).version()
        let version = try EngineProgram.version(answer, program: path, least: dialect.leastVersion)
        return EngineProgram(path: path, status: status, version: version)
    }
}

/// Stands where nothing is run.
private struct NoEngine: QueryEngine {
    func run(_ script: String) async throws(WarehouseError) -> EngineOutput {
        throw .engineUnusable(program: "none", reason: "a plan runs nothing")
    }
}
