import Alerting
import Delivery
import Diagnostics
import Foundation
import Testing

@Suite("Notices by mail", .serialized)
struct MailTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static func notice(_ subject: String = "Burglary group: 1 new breach") -> Notice {
        var notice = Sample.notice("2026-02-16-burglary-group-1")
        notice.subject = subject
        notice.mail = Notice.MailParts(
            html: "<!DOCTYPE html><p>12 → 18</p>", csv: "\u{FEFF}as_of,state\r\n2026-02-16,new\r\n")
        return notice
    }

    func channel(
        _ program: String, to: [String] = ["lead@example.org", "deputy@example.org"], timeout: Double = 300
    ) -> MailChannel {
        MailChannel(
            route: "mail", from: "beacon@example.org", to: to, program: program, timeoutSeconds: timeout, now: { Sample.time })
    }

    /// What a mail program would show: headers unfolded, parts decoded, by content type.
    static func parts(_ lines: [String]) -> (headers: [String: String], parts: [String: String]) {
        var headers: [String: String] = [:]
        var last = ""
        for line in lines.prefix(while: { !$0.isEmpty }) {
            if line.hasPrefix(" ") {
                headers[last, default: ""] += line
            } else {
                let pieces = line.split(separator: ":", maxSplits: 1)
                last = String(pieces[0])
                headers[last] = pieces.count > 1 ? String(pieces[1].dropFirst()) : ""
            }
        }
        var parts: [String: String] = [:]
        var type: String?
        var encoded = ""
        for line in lines {
            if line.hasPrefix("--_beacon") {
                if let type { parts[type] = Data(base64Encoded: encoded).map { String(decoding: $0, as: UTF8.self) } }
                (type, encoded) = (nil, "")
            } else if line.hasPrefix("Content-Type: text/") {
                type = String(line.dropFirst(14).prefix { $0 != ";" })
            } else if type != nil, !line.contains(":") {
                encoded += line
            }
        }
        return (headers, parts)
    }

    @Test("a notice comes to each of its readers as text and as a page, with its alerts as a table")
    func sent() async throws {
        let sink = try MailSink()
        try await channel(sink.sendmail(in: folder.path)).deliver(Self.notice())
        let mail = try #require(sink.mails.first)
        #expect(sink.mails.count == 1)
        #expect(mail.recipients == ["lead@example.org", "deputy@example.org"])
        let (headers, parts) = Self.parts(mail.lines)
        #expect(headers["From"] == "Beacon <beacon@example.org>")
        #expect(headers["Subject"] == "Burglary group: 1 new breach")
        #expect(headers["Auto-Submitted"] == "auto-generated")
        #expect(headers["Date"] == "Mon, 02 Feb 2026 02:40:00 +0000")
        #expect(parts["text/plain"] == Self.notice().text)
        #expect(parts["text/html"] == "<!DOCTYPE html><p>12 → 18</p>")
        #expect(parts["text/csv"] == Self.notice().mail?.csv)
        #expect(mail.lines.contains("Content-Disposition: attachment; filename=\"burglary-group-2026-02-16.csv\""))
        #expect(mail.lines.allSatisfy { $0.utf8.count <= 120 && $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("handed over twice it is the same message, and to others another")
    func sameMessage() async throws {
        let sink = try MailSink()
        let program = try sink.sendmail(in: folder.path)
        for _ in 1...2 { try await channel(program).deliver(Self.notice()) }
        try await channel(program, to: ["board@example.org"]).deliver(Self.notice())
        let ids = sink.mails.map { Self.parts($0.lines).headers["Message-ID"] }
        #expect(ids.count == 3 && ids[0] == ids[1] && ids[1] != ids[2])
    }

    @Test(
        "a title begins no other header, and is read as it is written",
        arguments: [
            "Rise\r\nBcc: thief@example.org", "Pressure on « Malinslee » — £5,000, 12 → 18",
            String(repeating: "Überfall ", count: 30), "=?utf-8?B?x?=",
        ])
    func hostileSubject(_ subject: String) async throws {
        let sink = try MailSink()
        try await channel(sink.sendmail(in: folder.path)).deliver(Self.notice(subject))
        let mail = try #require(sink.mails.first)
        #expect(mail.recipients == ["lead@example.org", "deputy@example.org"])
        let (headers, _) = Self.parts(mail.lines)
        #expect(headers["Bcc"] == nil)
        let told = try #require(headers["Subject"])
        let words = told.split(separator: " ").filter { $0.hasPrefix("=?utf-8?B?") }
        let decoded = words.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }
            .map { String(decoding: $0, as: UTF8.self) }.joined()
        let wanted = subject.replacing("\r\n", with: "  ")
        #expect(words.allSatisfy { $0.count <= 75 })
        #expect((words.isEmpty ? told : decoded) == wanted)
    }

    @Test("what the mail program complains of is told, and the notice goes out once it takes it")
    func refused() async throws {
        let sink = try MailSink()
        let good = try sink.sendmail(in: folder.path)
        let bad = folder.path + "/refusing"
        try "#!/bin/sh\necho 'mail queue is full' >&2\nexit 75\n".write(toFile: bad, atomically: true, encoding: .utf8)
        chmod(bad, 0o755)
        let store = try Sample.store(in: folder.state, [Self.notice()], channels: ["mail"])
        let first = try await Courier(store: store, channels: [channel(bad)]).deliverWaiting(at: Sample.time)
        #expect(first.failures.map(\.error.problem) == [.mailRefused(program: bad, reason: "mail queue is full")])
        let second = try await Courier(store: store, channels: [channel(good)]).deliverWaiting(at: Sample.time)
        #expect(second.delivered == 1 && sink.mails.count == 1)
        #expect(
            try await Courier(store: store, channels: [channel(good)]).deliverWaiting(at: Sample.time) == DeliveryReport())
    }

    @Test("a program that is not there, or that never ends, holds nothing up for long")
    func noProgram() async throws {
        let absent = folder.path + "/no-such-program"
        await #expect(throws: DeliveryError(.noMailProgram(path: absent))) {
            try await channel(absent).deliver(Self.notice())
        }
        let stuck = folder.path + "/stuck"
        try "#!/bin/sh\nexec sleep 60\n".write(toFile: stuck, atomically: true, encoding: .utf8)
        chmod(stuck, 0o755)
        await #expect(throws: DeliveryError(.mailStalled(program: stuck, seconds: 2))) {
            try await channel(stuck, timeout: 2).deliver(Self.notice())
        }
    }
}
