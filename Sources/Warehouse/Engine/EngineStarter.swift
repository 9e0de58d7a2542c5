/// Runs scripts, and counts how often the engine was started for them.
final class EngineStarter: Sendable {
    let program: EngineProgram
    private let engine: any QueryEngine
    private let counter: StartCounter

    init(program: EngineProgram, engine: any QueryEngine, counter: StartCounter) {
        self.program = program
        self.engine = engine
        self.counter = counter
    }

    func run(_ items: [ScriptItem]) async throws(WarehouseError) -> (answer: ScriptAnswer, output: EngineOutput) {
        var generator = SystemRandomNumberGenerator()
        let token = "beacon-\(generator.next() as UInt64)-\(generator.next() as UInt64)"
        counter.add()
        let output = try await engine.run(ScriptText(token: token).text(items))
        return (ScriptAnswer(output.output, token: token), output)
    }
}
