import Foundation
import Measures
import Testing

@testable import RuleLanguage

/// Runs every example of the language reference.
@Suite("The language reference")
struct ReferenceTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var kind: String
        var line: Int
        var lines: [String]
        var testDescription: String { "line \(line): \(text("when") ?? "")" }

        func text(_ key: String) -> String? {
            lines.first { $0.hasPrefix("\(key): ") }.map { String($0.dropFirst(key.count + 2)) }
        }

        /// The figures of every series, by name.
        var series: [(name: String, figures: [Observation])] {
            let words: Set<String> = ["when", "given", "clear", "verdict", "target", "tolerance", "benchmark"]
            return lines.dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: ":"), !words.contains(String(line[..<colon])) else { return nil }
                let texts = line[line.index(after: colon)...].split(separator: " ")
                return (String(line[..<colon]), texts.map(Example.figure))
            }
        }

        static func figure(_ text: Substring) -> Observation {
            if text == "_" { return Observation(absent: .missing) }
            if text == "?" { return Observation(absent: .notDue) }
            let parts = text.split(separator: "/").compactMap { Double($0) }
            if parts.count == 2 { return .share(parts[0], of: parts[1]) }
            let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { Double($0) }
            if text.contains(".."), ends.count == 2 { return .count(ends[0], to: ends[1]) }
            return .count(Double(text) ?? .nan)
        }

        func numbers(_ key: String) -> [Double] { (text(key) ?? "").split(separator: " ").compactMap { Double($0) } }
    }

    static let page: String = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Rules/language.md")
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    }()

    static let examples: [Example] = {
        var examples: [Example] = []
        var open: Example?
        for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line == "```", let example = open {
                examples.append(example)
                open = nil
            } else if line.hasPrefix("```") {
                open = Example(kind: String(line.dropFirst(3)), line: number + 1, lines: [])
            } else {
                open?.lines.append(String(line))
            }
        }
        return examples
    }()

    @Test("every example says what it shows", arguments: examples.filter { $0.kind == "example" })
    func runs(_ example: Example) throws {
        let head = try #require(example.lines.first).split(separator: " from ")
        let grain = try #require(Grain(rawValue: String(head[0].dropFirst(3))))
        var judging = Judging(grain, from: String(head[1]), [:])
        for series in example.series {
            #expect(series.figures.allSatisfy { $0.value?.isNaN != true }, "\(series.name)")
            if series.name.hasSuffix(" of others") {
                judging.others[String(series.name.dropLast(" of others".count))] = series.figures
            } else {
                judging.figures[series.name] = series.figures
            }
        }
        judging.target = example.numbers("target")
        judging.tolerance = example.numbers("tolerance")
        judging.benchmark = example.numbers("benchmark").map { Observation(value: $0) }
        let verdict = try judging.verdict(
            try #require(example.text("when")), given: example.text("given").map { [$0] } ?? [])
        #expect(verdict.words == example.text("verdict"))
    }

    @Test("every refused example is refused as it says", arguments: examples.filter { $0.kind == "refused" })
    func refused(_ example: Example) throws {
        let head = try #require(example.lines.first)
        let grain = try #require(Grain(rawValue: String(head.dropFirst(3))))
        let source = RuleSource(grain: grain, when: try #require(example.text("when")))
        let findings = Declarations.findings(Declarations.compile(source.when, on: grain), in: source)
        let wanted = try #require(example.lines.last)
        #expect(findings.count == 1 && findings[0].hasPrefix(wanted + " @ "), "\(findings)")
    }

    @Test("every term, literal and operator stands in an example that is run")
    func complete() {
        let rules = Self.examples.filter { $0.kind == "example" }
            .flatMap { [$0.text("when"), $0.text("given")].compactMap(\.self) }.joined(separator: "\n")
        for term in Term.allCases {
            #expect(rules.contains("\(term.rawValue)("), "\(term.rawValue)")
            #expect(Self.page.contains("`\(term.rawValue)") || Self.page.contains(term.rawValue), "\(term.rawValue)")
        }
        for sign in ["<", "<=", ">", ">=", "==", "!=", "between", " and ", " or ", "not ", "+", "-", "*", "/"] {
            #expect(rules.contains(sign), "\(sign)")
        }
        for literal in [
            "10%", "5 points", "£5000", "45 days", "3 months", "4 quarters", "2 years", "2020/21", "from: previous period",
        ] {
            #expect(rules.contains(literal), "\(literal)")
        }
    }

    @Test("every heading of the terms names terms, and all of them")
    func headings() {
        let named = Self.page.split(separator: "\n").filter { $0.hasPrefix("### ") }
            .flatMap { $0.dropFirst(4).split(separator: ", ").map(String.init) }
        #expect(Set(named) == Set(Term.allCases.map(\.rawValue)))
        #expect(named.count == Term.allCases.count)
    }
}
