import Measures

/// What a program judges, and by what; its texts, message and places in them left out.
public struct Judgement: Sendable, Hashable {
    private var grain: Grain
    private var series: [Series]
    private var operations: [Instruction.Operation]
    private var answers: [Int]
    private var guards: [GuardKind]
    private var discoveryRate: Double?

    private struct Series: Hashable {
        var name: String
        var level: AreaLevel?
    }

    fileprivate init(_ program: RuleProgram) {
        grain = program.grain
        series = program.series.map { Series(name: $0.name, level: $0.level) }
        operations = program.judgedRegisters.map { program.instructions[$0].operation }
        answers = [program.when] + program.guards.map(\.register) + [program.clear ?? -1]
        guards = program.guards.map(\.kind)
        discoveryRate = program.source.discoveryRate
    }
}

extension RuleProgram {
    /// Equal for two programs that judge alike, from the same terms in the same order.
    public var judgement: Judgement { Judgement(self) }
}
