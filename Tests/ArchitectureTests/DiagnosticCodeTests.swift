import Foundation
import Testing

/// Codes are promises: each is documented under its own heading, and no heading outlives its code.
@Suite struct DiagnosticCodeTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: ImportTableTests.root.appending(path: path), encoding: .utf8)
    }

    /// The codes in the `code` of every enum of problems. The only one that is put together is that of an unknown reference.
    private static func codes() throws -> Set<String> {
        let folder = ImportTableTests.root.appending(path: "Sources/Diagnostics/Problems")
        var codes: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            let source = try text("Sources/Diagnostics/Problems/\(file)")
            for part in source.components(separatedBy: "public var code: String").dropFirst() {
                let body = part.components(separatedBy: "\n    }\n")[0]
                codes.formUnion(body.matches(of: /"([a-z0-9-]+)"/).map { String($0.output.1) })
            }
            if source.contains("\"unknown-\\(reference.rawValue.lowercased())\"") {
                let cases = try #require(source.firstMatch(of: /enum Reference: String, Sendable \{\s+case ([^\n]+)/))
                codes.formUnion(cases.output.1.split(separator: ", ").map { "unknown-\($0.lowercased())" })
            }
        }
        return codes
    }

    @Test func everyCodeHasItsEntryAndEveryEntryItsCode() throws {
        let codes = try Self.codes()
        let headings = try Self.text("Rules/diagnostics.md").matches(of: /(?m)^### `([^`]+)`$/).map { String($0.output.1) }
        #expect(codes.count > 100)
        #expect(Set(headings).subtracting(codes) == [], "entries without a code")
        #expect(codes.subtracting(headings) == [], "codes without an entry")
        #expect(Set(headings).count == headings.count, "an entry twice")
    }
}
