import Diagnostics
import Foundation
import Measures
import Randomness
import RuleLanguage

/// One rule's texts, changed, compiled, and judged over random figures.
struct RuleTrial: CustomStringConvertible {
    var source: RuleSource
    var unguarded: Bool
    private var random: SplitMix

    init(from corpus: Corpus, _ stream: SplitMix) {
        var random = stream
        unguarded = random.happens(1, in: 2)
        let texts = corpus.conditions.map { Array($0.utf8) }
        let names = corpus.kpis.map { Array($0.name.utf8) }
        let mutation = Mutation(texts: texts, names: names, isWild: random.happens(1, in: 3))
        var source = random.one(of: corpus.rules)
        if random.happens(1, in: 3) { source.grain = random.one(of: Grain.allCases) }
        func changed(_ text: String, _ random: inout SplitMix) -> String {
            String(decoding: mutation.changed(Array(text.utf8), &random), as: UTF8.self)
        }
        source.when = changed(source.when, &random)
        if random.happens(1, in: 3) { source.given = source.given.map { changed($0, &random) } }
        if random.happens(1, in: 3) { source.clear = changed(random.one(of: corpus.conditions), &random) }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: source.message = changed(random.one(of: corpus.messages), &random)
        case 1: source.message = "{area} in {period}: {\(changed(random.one(of: corpus.figures), &random))}"
        default: source.message = "{area}: {incidents}, {change(incidents)}"
        }
        self.source = source
        self.random = random
    }

    var description: String {
        let texts =
            ["when: \(source.when)"] + source.given.map { "given: \($0)" }
            + (source.clear.map { ["clear: \($0)"] } ?? []) + ["message: \(source.message)", "unguarded: \(unguarded)"]
        return (["on: \(source.grain.rawValue)"] + texts).joined(separator: "\n")
    }

    /// What came of it, for the tally.
    mutating func run(against corpus: Corpus) throws -> [String] {
        switch RuleCompiler.compile(source, kpis: corpus.kpis, levels: Corpus.levels, unguarded: unguarded) {
        case .success(let program):
            try Self.checkOrder(of: program)
            try judge(program)
            return ["compiled"] + termsJudged
        case .failure(let failure):
            guard !failure.findings.isEmpty else { throw Failure("refused without a finding") }
            for found in failure.findings { try check(found) }
            return failure.findings.map(\.finding.problem.code)
        }
    }

    /// `judges mean` for each term that the rule's conditions hold.
    private var termsJudged: [String] {
        let conditions = ([source.when] + source.given + [source.clear ?? ""]).joined(separator: " ")
        let words = conditions.split { !($0.isASCII && ($0.isLetter || $0 == "_")) }.map(String.init)
        return Mutation.termNames.filter(words.contains).map { "judges \($0)" }
    }

    private func check(_ found: RuleFinding) throws {
        let text = Array(source.text(of: found.part).utf8)
        let (problem, range) = (found.finding.problem, found.finding.range)
        guard !problem.words.isEmpty, !problem.code.isEmpty else { throw Failure("\(problem) has no words") }
        guard range.lowerBound >= 0, range.upperBound <= text.count else {
            throw Failure("\(problem.code) at \(range) of a text of \(text.count) bytes")
        }
        for end in [range.lowerBound, range.upperBound] where end < text.count && UTF8.isContinuation(text[end]) {
            throw Failure("\(problem.code) at \(range) cuts a character")
        }
    }

    static func checkOrder(of program: RuleProgram) throws {
        for (place, step) in program.instructions.enumerated() where !step.operands.allSatisfy({ $0 < place && $0 >= 0 }) {
            throw Failure("instruction \(place) reads what comes later")
        }
        let answers = [program.when] + program.guards.map(\.register) + (program.clear.map { [$0] } ?? [])
        guard answers.allSatisfy(program.instructions.indices.contains) else { throw Failure("an answer has no register") }
        guard !program.meaning.isEmpty else { throw Failure("the program means nothing") }
    }

    private mutating func judge(_ program: RuleProgram) throws {
        let evaluation = Figures.evaluation(of: program, &random)
        let packed = evaluation.packedVerdicts
        let periods = evaluation.frame.periodCount
        for cell in packed.indices {
            let verdict = evaluation.verdict(area: cell / periods, period: cell % periods)
            guard verdict.code == packed[cell], Verdict(code: packed[cell]) == verdict else {
                throw Failure("the verdict \(verdict) is packed as \(packed[cell])")
            }
            _ = evaluation.clears(area: cell / periods, period: cell % periods)
            _ = evaluation.isProvisional(area: cell / periods, period: cell % periods)
        }
        for cell in Set([0, packed.count / 2, packed.count - 1]).sorted() {
            let explanation = evaluation.explanation(area: cell / periods, period: cell % periods)
            guard !explanation.conclusion.isEmpty, explanation.lines.count >= 3 else {
                throw Failure("nothing is explained")
            }
            do {
                _ = try JSONEncoder().encode(explanation)
            } catch {
                throw Failure("the explanation is no JSON: \(error)")
            }
            let message = evaluation.message(area: cell / periods, period: cell % periods, areaName: "Town")
            if !program.message.isEmpty, message.isEmpty { throw Failure("the message is empty") }
        }
    }
}
