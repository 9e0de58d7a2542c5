import Alerting
import Diagnostics
import Foundation
import Testing

@testable import AlertStore

@Suite("Notices wait until they have gone out")
struct OutboxTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a notice waits for each channel by itself, whole")
    func waits() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let run = try store.commit(Sample.record()).run
        let waiting = try store.waitingNotices()
        #expect(waiting.map(\.notice) == [Sample.notice(), Sample.notice()])
        #expect(waiting.map(\.channel) == ["folder", "mail"])
        #expect(waiting.allSatisfy { $0.run == run && $0.failedAttempts.isEmpty })
        try store.markDelivered(Sample.notice().key, by: "folder", at: Sample.time)
        #expect(try store.waitingNotices().map(\.channel) == ["mail"])
        #expect(try store.memory().waitingNotices == 1)
    }

    @Test("a key that is known is never put in again, also after delivery, and also with other words")
    func knownKey() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(channels: ["folder"]))
        try store.markDelivered(Sample.notice().key, by: "folder", at: Sample.time)
        var other = Sample.notice()
        other.subject = "other words"
        let receipt = try store.commit(Sample.record(day: 1, notices: [other, other], channels: ["folder"]))
        #expect(receipt.notices == 0)
        #expect(try store.waitingNotices().isEmpty)
    }

    @Test("failures are kept with the notice, oldest first")
    func failures() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(channels: ["folder"]))
        let attempts = ["no route", "no answer"].enumerated().map { place, words in
            WaitingNotice.FailedAttempt(at: Sample.time.addingTimeInterval(Double(place)), failure: words)
        }
        for attempt in attempts {
            try store.tellFailure(
                of: try store.beginAttempt(of: Sample.notice().key, by: "folder", at: attempt.at), attempt.failure)
        }
        #expect(try store.waitingNotices().map(\.failedAttempts) == [attempts])
        try store.markDelivered(Sample.notice().key, by: "folder", at: Sample.time)
        #expect(try store.waitingNotices().isEmpty)
        #expect(try store.count("failed_attempt") == 2)
    }

    @Test("an attempt is known before it is made, and one whose end was never told counts as failed")
    func cutOff() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(channels: ["folder"]))
        _ = try store.beginAttempt(of: Sample.notice().key, by: "folder", at: Sample.time)
        let attempt = try #require(try store.waitingNotices().first?.failedAttempts.first)
        #expect(attempt.at == Sample.time && attempt.failure == DeliveryAttempt.withoutEnd)
        try store.markDelivered(Sample.notice().key, by: "folder", at: Sample.time)
        #expect(try store.waitingNotices().isEmpty && store.count("failed_attempt") == 1)
    }

    @Test("what waits for a channel is let go of, and nothing else")
    func dropped() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(notices: [Sample.notice("a"), Sample.notice("b")], channels: ["folder", "mail"]))
        try store.markDelivered("a", by: "mail", at: Sample.time)
        _ = try store.beginAttempt(of: "b", by: "mail", at: Sample.time)
        #expect(try store.dropWaiting(for: "mail", at: Sample.time) == 1)
        #expect(try store.dropWaiting(for: "mail", at: Sample.time) == 0)
        #expect(try store.waitingNotices().map(\.channel) == ["folder", "folder"])
        #expect(try store.count("outbox") == 3 && store.count("failed_attempt") == 0 && store.check().isEmpty)
        // It is an entry of the audit chain, and nothing where nothing waited.
        #expect(try store.count("dropping") == 1 && store.auditHead()?.place == 2 && store.verifyAudit().isEmpty)
    }

    /// What one night told a reader, and by which channels.
    struct Telling: Sendable {
        var section: AlertStanding.Section
        var channels: [String]
        /// Channels by which it went out.
        var delivered: [String] = []
    }

    struct DropCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Night after night.
        var nights: [Telling]
        /// What the reader knows once all that waits for `web` is dropped, and from which night.
        var section: AlertStanding.Section?
        var night: Int?
        var lines: [String] = []
    }

    @Test(
        "what a dropped notice told is known no more, unless its reader heard it by another channel or notice",
        arguments: [
            DropCase(testDescription: "told by no other", nights: [Telling(section: .new, channels: ["web"])]),
            DropCase(
                testDescription: "waits for another", nights: [Telling(section: .new, channels: ["web", "mail"])], section: .new,
                night: 0, lines: ["line 0"]),
            DropCase(
                testDescription: "went out by another",
                nights: [Telling(section: .new, channels: ["web", "mail"], delivered: ["mail"])], section: .new, night: 0,
                lines: ["line 0"]),
            DropCase(
                testDescription: "went out by the very channel",
                nights: [Telling(section: .new, channels: ["web"], delivered: ["web"])], section: .new, night: 0,
                lines: ["line 0"]),
            DropCase(
                testDescription: "the end is unheard of: as told before",
                nights: [
                    Telling(section: .new, channels: ["web"], delivered: ["web"]), Telling(section: .recovered, channels: ["web"]),
                ], section: .new, night: 0),
            DropCase(
                testDescription: "a later notice told it again by another",
                nights: [Telling(section: .new, channels: ["web"]), Telling(section: .worse, channels: ["mail"])],
                section: .worse, night: 1, lines: ["line 1"]),
            DropCase(
                testDescription: "two dropped after one that was heard",
                nights: [
                    Telling(section: .new, channels: ["mail"]), Telling(section: .worse, channels: ["web"]),
                    Telling(section: .recovered, channels: ["web"]),
                ], section: .new, night: 0),
        ])
    func forgotten(_ example: DropCase) throws {
        let store = try AlertStore(stateFolder: folder.state)
        for (night, telling) in example.nights.enumerated() {
            var notice = Sample.notice("\(night)")
            notice.items[0].section = telling.section
            notice.body = ["line \(night)"]
            var record = Sample.record(day: night, notices: [])
            record.notices = [OutgoingNotice(notice, by: telling.channels, ofListOf: "list", lines: ["line \(night)"])]
            try store.commit(record)
            for channel in telling.delivered { try store.markDelivered("\(night)", by: channel, at: Sample.time) }
        }
        _ = try store.dropWaiting(for: "web", at: Sample.time)
        let memory = try store.memory()
        #expect(memory.toldAlerts.map(\.item.section) == (example.section.map { [$0] } ?? []))
        #expect(memory.toldAlerts.map(\.asOf) == (example.night.map { [Sample.asOf($0)] } ?? []))
        #expect(memory.toldAlerts.allSatisfy { $0.list == "list" && $0.reader == "burglary-group" })
        #expect(memory.toldLines.map(\.line) == example.lines)
        #expect(try store.check().isEmpty && store.verifyAudit().isEmpty)
    }

    @Test("the run delivered last is the last before any that waits")
    func lastDelivered() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let keys = ["a", "b", "c"]
        let runs = try keys.enumerated().map { night, key in
            try store.commit(Sample.record(day: night, notices: [Sample.notice(key)], channels: ["folder"])).run
        }
        #expect(try store.memory().lastDelivered == nil)
        try store.markDelivered("b", by: "folder", at: Sample.time)
        #expect(try store.memory().lastDelivered == nil)
        try store.markDelivered("a", by: "folder", at: Sample.time)
        #expect(try store.memory().lastDelivered?.id == runs[1])
        try store.markDelivered("c", by: "folder", at: Sample.time)
        #expect(try store.memory().lastDelivered?.id == runs[2])
    }

    @Test(
        "a notice or channel that is not there is told",
        arguments: [
            ("other", "folder"), ("2026-02-16.burglary-group", "fax"),
        ])
    func unknown(_ key: String, _ channel: String) throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let expected = AlertStoreError(.unknownNotice(key: key, channel: channel))
        #expect(throws: expected) { try store.beginAttempt(of: key, by: channel, at: Sample.time) }
    }
}
