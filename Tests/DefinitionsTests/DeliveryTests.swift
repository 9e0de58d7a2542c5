import Definitions
import Diagnostics
import Measures
import Testing

@Suite("How notices are routed")
struct DeliveryTests {
    static let plan = """

        delivery:
          channels:
            files: {kind: folder}
            post: {kind: mail, from: beacon@example.org}
            hook: {kind: webhook, url: "https://example.org/notices"}
            secret: {kind: webhook, variable: HOOK}
          routes:
            files: {channel: files}
            leads: {channel: post, of: duty-subgroup, to: [lead@example.org], severity: high}
            boards: {channel: secret, of: [board], priorities: violence, from: 2024-01-01, until: 2024-06-30}
        """

    static func files(_ old: String = "", _ new: String = "") -> Files {
        var files = Files()
        files.partnership += old.isEmpty ? plan : plan.replacing(old, with: new, maxReplacements: 1)
        return files
    }

    @Test("a plan is read as it is written, and serves whom it names on the days that it names")
    func read() throws {
        let definitions = try #require(Self.files().load().definitions)
        let partnership = definitions.partnership
        #expect(partnership.delivery.routes.map(\.id) == ["files", "leads", "boards"])
        #expect(
            partnership.delivery.routes.map(\.channel) == [
                .folder, .mail(from: "beacon@example.org"), .webhook(.variable("HOOK")),
            ])
        let group = try #require(partnership.body("duty-subgroup"))
        let board = try #require(partnership.body("board"))
        func routes(_ body: Body, _ day: String) throws -> [String] {
            partnership.delivery.routes(of: body, on: try #require(CalendarDate(day))).map(\.id)
        }
        #expect(try routes(group, "2024-06-01") == ["files", "leads"])
        for (day, wanted) in [
            ("2023-12-31", []), ("2024-01-01", ["boards"]), ("2024-06-30", ["boards"]), ("2024-07-01", []),
        ] as [(String, [String])] {
            #expect(try routes(board, day) == wanted, "\(day)")
        }
        let rule = try #require(definitions.rules.first)
        let told = partnership.delivery.routes.filter { $0.tells(of: rule) }.map(\.id)
        #expect(told == ["files"] + (rule.severity >= .high ? ["leads"] : []) + ["boards"])
    }

    @Test("without a plan every group's notice goes into the folder, and no board's")
    func standard() throws {
        let partnership = try #require(Files().load().definitions).partnership
        #expect(partnership.delivery == .folderOnly)
        let day = CalendarDate(daysSince1970: 19_900)
        #expect(partnership.bodies.map { partnership.delivery.routes(of: $0, on: day).map(\.id) } == [["folder"], []])
    }

    @Test(
        "one defect, one message",
        arguments: [
            ("kind: folder", "kind: fodler", "unknown-choice", "`fodler` is not one of the values of `kind`"),
            (
                "lead@example.org", "Lead <lead@example.org>", "not-mail-address",
                "`Lead <lead@example.org>` is not an address of mail"
            ),
            ("lead@example.org", "\"a@b\\nBcc: c@d\"", "not-mail-address", "is not an address of mail"),
            (
                "https://example.org", "http://example.org", "not-web-address",
                "is not an address that a notice may be posted to"
            ),
            ("https://example.org", "https://user:word@example.org", "not-web-address", "may be posted to"),
            (
                "variable: HOOK", "variable: HOOK, url: \"https://a.example\"", "two-web-addresses",
                "its `url`, or the `variable`"
            ),
            ("of: duty-subgroup", "of: duty-subgruop", "unknown-body", "there is no group or board `duty-subgruop`"),
            ("channel: post", "channel: pots", "unknown-channel", "there is no channel `pots`"),
            (", to: [lead@example.org]", "", "missing-key", "a route by mail needs the key `to`"),
            ("{channel: files}", "{channel: files, to: a@b.org}", "route-addresses", "has no use for addresses"),
            ("until: 2024-06-30", "until: 2023-06-30", "route-dates", "ends before it begins"),
            ("priorities: violence", "priorities: violance", "unknown-priority", "there is no priority `violance`"),
            ("severity: high", "severity: hihg", "unknown-choice", "`hihg` is not one of the values of `severity`"),
            ("files: {channel: files}", "files: {channel: files, of: board}", "", ""),
            ("    leads: {channel: post, of: duty-subgroup", "    leads: {channel: post, of: board", "", ""),
        ])
    func defects(_ old: String, _ new: String, _ code: String, _ words: String) {
        let errors = Self.files(old, new).load().report.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.problem.code) == (code.isEmpty ? [] : [code]))
        #expect(errors.allSatisfy { $0.problem.words.contains(words) })
    }

    @Test("a thematic group that no route serves is told, since nobody would hear of its news")
    func unrouted() {
        var files = Self.files("files: {channel: files}", "files: {channel: files, of: board}")
        files.partnership = files.partnership.replacing("of: duty-subgroup, to", with: "of: board, to")
        let told = files.load().report.diagnostics.filter { $0.problem.code == "group-without-route" }
        #expect(told.map(\.problem.words) == ["no route serves the thematic group `duty-subgroup`: its notices go nowhere"])
    }

    @Test(
        "an address is encrypted, or on this machine",
        arguments: [
            ("https://example.org/a?b=c", true), ("http://localhost:8080/x", true), ("http://127.0.0.1", true),
            ("http://[::1]:80/", true), ("http://localhost.evil.example/", false), ("http://127.0.0.1.evil.example/", false),
            ("http://localhost@evil.example/", false), ("ftp://example.org", false), ("https://", false), ("", false),
            ("https://exa mple.org", false), ("HTTPS://example.org", true),
        ])
    func addresses(_ text: String, _ isFit: Bool) {
        #expect(WebAddress.isFit(text) == isFit)
    }
}
