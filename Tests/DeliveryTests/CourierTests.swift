import AlertStore
import Alerting
import Delivery
import Diagnostics
import Foundation
import Measures
import Testing

@Suite("What waits goes out once")
struct CourierTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a notice goes out, and never again")
    func once() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a"), Sample.notice("b")])
        let courier = Courier(store: store, channels: [FolderChannel(folder: folder.notices)])
        #expect(try await courier.deliverWaiting(at: Sample.time) == DeliveryReport(delivered: 2))
        #expect(try folder.files() == ["a.json", "a.txt", "b.json", "b.txt"])
        try FileManager.default.removeItem(atPath: folder.notices)
        #expect(try await courier.deliverWaiting(at: Sample.time) == DeliveryReport())
        #expect(!FileManager.default.fileExists(atPath: folder.notices))
    }

    @Test("a notice whose lists readers do not have yet waits for them")
    func unpublished() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a"), Sample.notice("b")])
        let run = try #require(try store.memory().lastCommitted?.id)
        let courier = Courier(store: store, channels: [FolderChannel(folder: folder.notices)])
        let waiting = try await courier.deliverWaiting(at: Sample.time, upTo: RunID(rawValue: run.rawValue - 1))
        #expect(waiting.unpublished == 2 && waiting.delivered == 0 && waiting.failures.isEmpty)
        #expect(try await courier.deliverWaiting(at: Sample.time, upTo: run) == DeliveryReport(delivered: 2))
    }

    @Test("a run cut off between sending and remembering sends nothing twice")
    func cutOff() async throws {
        let channel = FolderChannel(folder: folder.notices)
        try await channel.deliver(Sample.notice("a"))
        let before = try folder.contents()
        let store = try Sample.store(in: folder.state, [Sample.notice("a")])
        let report = try await Courier(store: store, channels: [channel]).deliverWaiting(at: Sample.time)
        #expect(report == DeliveryReport(delivered: 1))
        #expect(try folder.contents() == before)
    }

    @Test("a notice that fails is told, holds no other up, and goes out with the next run")
    func retried() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a"), Sample.notice("b")])
        try FileManager.default.createDirectory(atPath: folder.notices + "/a.txt", withIntermediateDirectories: true)
        let courier = Courier(store: store, channels: [FolderChannel(folder: folder.notices)])
        for attempt in 1...2 {
            let report = try await courier.deliverWaiting(at: Sample.time)
            #expect(report.delivered == (attempt == 1 ? 1 : 0))
            #expect(
                report.failures == [
                    DeliveryReport.Failure(
                        key: "a", reader: "burglary-group", channel: "folder", attempts: attempt,
                        error: DeliveryError(.differs(file: folder.notices + "/a.txt")))
                ])
        }
        #expect(
            try store.waitingNotices().first?.failedAttempts.map(\.failure)
                == Array(
                    repeating: "a file `\(folder.notices)/a.txt` is there already, and says something else", count: 2))
        try FileManager.default.removeItem(atPath: folder.notices + "/a.txt")
        #expect(try await courier.deliverWaiting(at: Sample.time) == DeliveryReport(delivered: 1))
        #expect(try store.waitingNotices().isEmpty)
    }

    @Test("a notice for a channel that is not set up is kept, and told")
    func noChannel() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a")], channels: ["mail", "folder"])
        let report = try await Courier(store: store, channels: [FolderChannel(folder: folder.notices)])
            .deliverWaiting(at: Sample.time)
        #expect(report.delivered == 1)
        #expect(report.failures.map(\.error.problem) == [.unknownChannel("mail")])
        #expect(try store.waitingNotices().map(\.channel) == ["mail"])
    }

    @Test("where the store can't remember an attempt nothing is handed over, however often it is tried")
    func storeHeld() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a")], channels: ["recorder"])
        let recorder = Recorder()
        let holder = try DatabaseHolder(folder.state + "/beacon.sqlite")
        await #expect(throws: AlertStoreError(.busy(path: store.path))) {
            try await Courier(store: store, channels: [recorder]).deliverWaiting(at: Sample.time)
        }
        #expect(await recorder.notices.isEmpty)
        holder.letGo()
        #expect(try await Courier(store: store, channels: [recorder]).deliverWaiting(at: Sample.time).delivered == 1)
    }

    @Test("a notice that went out and could not be remembered is told so, and is left in peace by the next pass")
    func notRemembered() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a")], channels: ["recorder"])
        let holder = try DatabaseHolder(folder.state + "/beacon.sqlite", isHolding: false)
        let recorder = Recorder { holder.hold() }
        let courier = Courier(store: store, channels: [recorder])
        let wanted = StoreProblem.attemptNotRemembered(
            key: "a", channel: "recorder", hasGoneOut: true, reason: "another program holds the database `\(store.path)`")
        await #expect(throws: AlertStoreError(wanted)) { try await courier.deliverWaiting(at: Sample.time, isPatient: true) }
        holder.letGo()
        #expect(wanted.words.contains("went out"))
        let soon = Sample.time.addingTimeInterval(60)
        #expect(try await courier.deliverWaiting(at: soon, isPatient: true) == DeliveryReport(postponed: 1))
        #expect(await recorder.notices.count == 1)
    }

    @Test("a receiver that does not answer is asked for one notice, and the others of its route wait")
    func silent() async throws {
        let store = try Sample.store(in: folder.state, ["a", "b", "c"].map(Sample.notice), channels: ["folder", "web"])
        let silent = SilentChannel(name: "web")
        let courier = Courier(store: store, channels: [FolderChannel(folder: folder.notices), silent])
        let report = try await courier.deliverWaiting(at: Sample.time)
        #expect(report.delivered == 3 && report.postponed == 2 && report.failures.map(\.key) == ["a"])
        #expect(await silent.attempts == 1)
    }

    @Test("a channel of another kind gets the notice as it was stored")
    func otherChannel() async throws {
        let store = try Sample.store(in: folder.state, [Sample.notice("a")], channels: ["recorder"])
        let recorder = Recorder()
        let report = try await Courier(store: store, channels: [recorder]).deliverWaiting(at: Sample.time)
        #expect(report == DeliveryReport(delivered: 1))
        #expect(await recorder.notices == [Sample.notice("a")])
    }
}

private actor Recorder: NoticeChannel {
    nonisolated let name = "recorder"
    var notices: [Notice] = []
    private let onDelivery: @Sendable () -> Void

    init(_ onDelivery: @escaping @Sendable () -> Void = {}) { self.onDelivery = onDelivery }

    func deliver(_ notice: Notice) async throws(DeliveryError) {
        notices.append(notice)
        onDelivery()
    }
}

private actor SilentChannel: NoticeChannel {
    nonisolated let name: String
    var attempts = 0

    init(name: String) { self.name = name }

    func deliver(_ notice: Notice) async throws(DeliveryError) {
        attempts += 1
        throw DeliveryError(.webhookSilent(route: name, reason: "it does not answer in time"))
    }
}
