import Diagnostics
import Randomness
import Testing

@testable import YAMLText

@Suite("Whatever the bytes are")
struct FuzzTests {
    static let fragments: [[UInt8]] = [
        "\n", "  ", "- ", ": ", "? ", "&a ", "*a", "!t ", "'", "\"", "|\n", ">-\n", "[", "]", "{", "}", ", ", "#", "---\n",
        "...\n", "%", "\t", "\r\n", "\u{FEFF}", "\u{2028}", "é", "😀", "\\x41", "\\\n", "<<: ", "\0", "\u{85}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80]]

    static let sources =
        SourceMapTests.values.map { "key: \($0)\nnext: 1\n" } + BadFileTests.cases.map(\.source) + [
            "beacon: 1\nkpis:\n  a: {title: A, grains: [month, quarter]}\nrules:\n  r:\n    when: >\n      a\n      > 10%\n"
        ]

    @Test("a file is read or refused, never a crash, and every place lies in it", arguments: 0..<8 as Range<UInt64>)
    func mutated(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<400 {
            var bytes = Array(try #require(Self.sources.randomElement(using: &random)).utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) { try mutate(&bytes, &random) }
            check(bytes)
        }
    }

    @Test("random bytes are refused", arguments: 0..<4 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 0...300, using: &random)
            check((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) throws {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...4, using: &random))
        let fragment = try #require(Self.fragments.randomElement(using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: fragment, at: place)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        default: bytes.replaceSubrange(place..<end, with: fragment)
        }
    }

    private func check(_ bytes: [UInt8]) {
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", bytes: bytes))
        #expect(document.root != nil || !document.diagnostics.isEmpty, "\(bytes)")
        let report = DiagnosticReport(document.diagnostics)
        #expect(report.rendered(as: .text).isEmpty == report.isEmpty)
        if let root = document.root { walk(root, bytes) }
    }

    private func walk(_ node: YAMLNode, _ bytes: [UInt8]) {
        switch node.content {
        case .scalar(let scalar): checkMap(scalar, bytes)
        case .sequence(let items): for item in items { walk(item, bytes) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                checkMap(entry.key, bytes)
                walk(entry.value, bytes)
            }
        }
    }

    /// A value that has text has an exact map: the walk over its source gave the text that libyaml gave.
    private func checkMap(_ scalar: YAMLScalar, _ bytes: [UInt8]) {
        guard !scalar.text.isEmpty else { return }
        let source = String(decoding: bytes, as: UTF8.self).debugDescription
        #expect(scalar.sourceMap.isExact, "\(scalar.text.debugDescription) in \(source)")
    }
}
