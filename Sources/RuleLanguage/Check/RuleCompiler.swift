import Diagnostics
public import Measures

/// A problem and the text of the rule that it stands in.
public struct RuleFinding: Error, Sendable, Equatable {
    public var part: RulePart
    public var finding: LanguageFinding
}

/// Checks a rule's texts against the KPIs that it may name, and compiles them into one program.
public struct RuleCompiler {
    let declarations: [KPIDeclaration]
    /// The levels of the partnership's areas, the whole first.
    let levels: [AreaLevel]
    let source: RuleSource
    var instructions: [Instruction] = []
    var series: [ProgramSeries] = []
    var part: RulePart = .when

    /// The program of a rule, or everything that is wrong with it, a finding a text at the least.
    ///
    /// - Parameters:
    ///   - levels: the levels of the partnership's areas, the whole first.
    ///   - unguarded: whether the rule waives the guard that a change needs.
    public static func compile(
        _ source: RuleSource, kpis: [KPIDeclaration], levels: [AreaLevel] = [], unguarded: Bool = false
    ) -> Result<RuleProgram, RuleFindings> {
        var compiler = RuleCompiler(declarations: kpis, levels: levels, source: source)
        return compiler.compile(unguarded: unguarded)
    }

    /// Every finding of one rule.
    public struct RuleFindings: Error, Sendable, Equatable {
        public var findings: [RuleFinding]
    }

    private init(declarations: [KPIDeclaration], levels: [AreaLevel], source: RuleSource) {
        self.declarations = declarations
        self.levels = levels
        self.source = source
    }

    var grain: Grain { source.grain }
    var whole: AreaLevel? { levels.first }
    var knownNames: [String] { declarations.map(\.name) }

    private mutating func compile(unguarded: Bool) -> Result<RuleProgram, RuleFindings> {
        var findings: [RuleFinding] = []
        let when = gathering(.when, &findings) { compiler throws(LanguageFinding) in
            try compiler.condition(of: compiler.source.when)
        }
        var guards: [RuleProgram.Guard] = []
        for (place, text) in source.given.enumerated() {
            let compiled = gathering(.given(place), &findings) { compiler throws(LanguageFinding) in
                try compiler.guards(of: text)
            }
            guards += compiled ?? []
        }
        var clear: Int?
        if let text = source.clear {
            clear = gathering(.clear, &findings) { compiler throws(LanguageFinding) in try compiler.condition(of: text) }
        }
        let message = gathering(.message, &findings) { compiler throws(LanguageFinding) in
            try compiler.pieces(of: compiler.source.message)
        }
        // A guard that does not compile has been reported; that it is missing would be no news.
        if findings.isEmpty, let when, !unguarded, let finding = unguardedChange(under: when, guards: guards) {
            findings.append(RuleFinding(part: .when, finding: finding))
        }
        guard findings.isEmpty, let when, let message else { return .failure(RuleFindings(findings: findings)) }
        return .success(
            RuleProgram(
                grain: grain, series: series, instructions: instructions, when: when, guards: guards, clear: clear,
                message: message, source: source, unguarded: unguarded ? self.unguarded(under: when) : nil))
    }

    private mutating func gathering<Value>(
        _ part: RulePart, _ findings: inout [RuleFinding],
        _ body: (inout Self) throws(LanguageFinding) -> Value
    ) -> Value? {
        self.part = part
        do throws(LanguageFinding) {
            return try body(&self)
        } catch {
            findings.append(RuleFinding(part: part, finding: error))
            return nil
        }
    }

    private mutating func condition(of text: String) throws(LanguageFinding) -> Int {
        let expression = try ExpressionParser.parse(text)
        return try condition(expression)
    }

    /// A guard for each of the conditions that the text joins by `and`.
    private mutating func guards(of text: String) throws(LanguageFinding) -> [RuleProgram.Guard] {
        var guards: [RuleProgram.Guard] = []
        for conjunct in Self.conjuncts(try ExpressionParser.parse(text)) {
            let register = try condition(conjunct)
            guards.append(
                RuleProgram.Guard(kind: kind(ofGuard: register), register: register, part: part, range: conjunct.range))
        }
        return guards
    }

    private static func conjuncts(_ expression: Expression) -> [Expression] {
        guard case .binary(.and, let left, let right, _) = expression else { return [expression] }
        return conjuncts(left) + conjuncts(right)
    }

    private func kind(ofGuard register: Int) -> GuardKind {
        var kind = GuardKind.condition
        // What stands under `not` asks for the opposite, and is a plain condition.
        if case .not = instructions[register].operation { return .condition }
        for operation in operations(under: register) {
            switch operation {
            case .significant, .beyond, .outlier, .unusual, .processControl: return .chance
            case .base, .smallest: kind = .size
            default: break
            }
        }
        return kind
    }

    /// Every operation that a register's value depends on.
    func operations(under register: Int) -> [Instruction.Operation] {
        [instructions[register].operation] + instructions[register].operands.flatMap { operations(under: $0) }
    }

    mutating func emit(
        _ operation: Instruction.Operation, unit: Unit?, isTruth: Bool = false, _ range: Range<Int>
    ) -> Int {
        instructions.append(Instruction(operation: operation, unit: unit, isTruth: isTruth, part: part, range: range))
        return instructions.count - 1
    }

    /// The place of a KPI's series among the program's.
    mutating func series(named name: String, at range: Range<Int>) throws(LanguageFinding) -> Int {
        place(of: ProgramSeries(try declaration(named: name, at: range)))
    }

    /// The place of a KPI's series for the areas of a level that hold those judged.
    mutating func series(
        named name: String, at range: Range<Int>, of level: AreaLevel, at levelRange: Range<Int>
    ) throws(LanguageFinding) -> Int {
        let kpi = try declaration(named: name, at: range)
        guard levels.contains(level) else {
            throw LanguageFinding(.unknownLevel(level.rawValue, known: levels.map(\.rawValue)), at: levelRange)
        }
        guard kpi.levels.contains(level) else {
            throw LanguageFinding(
                .notAtLevel(kpi: name, level: level.rawValue, offered: kpi.levels.map(\.rawValue)), at: levelRange)
        }
        return place(of: ProgramSeries(kpi, level: level))
    }

    private func declaration(named name: String, at range: Range<Int>) throws(LanguageFinding) -> KPIDeclaration {
        guard let declaration = declarations.first(where: { $0.name == name }) else {
            throw LanguageFinding(.unknownName(name, known: knownNames), at: range)
        }
        guard declaration.grains.contains(grain) else {
            throw LanguageFinding(
                .notAtGrain(kpi: name, grain: grain.rawValue, offered: declaration.grains.map(\.rawValue)), at: range)
        }
        return declaration
    }

    private mutating func place(of wanted: ProgramSeries) -> Int {
        if let place = series.firstIndex(where: { $0.name == wanted.name && $0.level == wanted.level }) { return place }
        series.append(wanted)
        return series.count - 1
    }
}
