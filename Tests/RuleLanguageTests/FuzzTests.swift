import Diagnostics
import Measures
import Randomness
import Testing

@testable import RuleLanguage

@Suite("Whatever the text is")
struct FuzzTests {
    static let sources = [
        "change(incidents) > 10%", "significant(change(incidents), at: 99%) and base(incidents) >= 20",
        "share between 5% and 10% or not missing(rate)", "at(incidents, 2023 Q1) * 110% < incidents",
        "rate > benchmark(rate) - 1.5",
        "difference(share, from: previous period) > 3 points", "spend > £5000 and delay < 20 days",
        "incidents in ['a', \"b\"]",
        "target(share) - share > 2 points and previous(share, 3) < 2023/24", "((incidents))-2024-03-31",
    ]
    static let fragments: [[UInt8]] =
        [
            "(", ")", "[", "]", ",", ":", " and ", " or ", " not ", " between ", " in ", "<", "<=", "==", "!", "!=", "+",
            "-", "*", "/", "%", "£",
            "'", "\"", "0", "9", "2024", "2023/24", "2024-13", " Q1", "points", "months", "from", "previous period",
            "change(", "\n", "\t", "\0",
            "é", "😀", "\u{202E}", "\u{0430}", ".", "_", "{", "}", "{{",
        ].map { Array($0.utf8) } + [[0xC2], [0xFF], [0xE2, 0x80]]

    @Test(
        "a rule compiles or is refused, never a crash, and every place lies in its text", arguments: 0..<8 as Range<UInt64>)
    func mutated(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var compiled = 0
        for _ in 0..<1_500 {
            var bytes = Array(try #require(Self.sources.randomElement(using: &random)).utf8)
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(contentsOf: Self.fragments.randomElement(using: &random) ?? [], at: place)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...6, using: &random)))
                case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
                default: bytes.insert(contentsOf: Array((Self.sources.randomElement(using: &random) ?? "").utf8), at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let source = RuleSource(
                grain: Grain.allCases.randomElement(using: &random) ?? .month, when: text, given: [text], clear: text,
                message: Bool.random(using: &random) ? "{area} {\(text)}" : "{area} \(text)")
            switch RuleCompiler.compile(source, kpis: Declarations.all) {
            case .success(let program):
                compiled += 1
                #expect(
                    program.instructions.enumerated().allSatisfy { place, step in step.operands.allSatisfy { $0 < place } })
            case .failure(let failure):
                #expect(!failure.findings.isEmpty)
                for found in failure.findings {
                    let length = source.text(of: found.part).utf8.count
                    #expect(found.finding.range.upperBound <= max(length, 1) && !found.finding.problem.words.isEmpty)
                }
            }
        }
        // A fuzz whose every text is refused at once would test nothing but the lexer.
        #expect(compiled > 20)
    }
}
