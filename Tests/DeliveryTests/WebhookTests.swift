import Alerting
import Delivery
import Diagnostics
import Foundation
import Testing

@Suite("Notices by webhook")
struct WebhookTests {
    static func channel(_ address: String, timeout: Double = 60) -> WebhookChannel {
        WebhookChannel(route: "control-room", address: address, waits: [0.01, 0.01], timeoutSeconds: timeout)
    }

    @Test("a notice is posted as JSON, with its key")
    func posted() async throws {
        let receiver = try PostReceiver(.status(202))
        var notice = Sample.notice("key-1")
        notice.mail = Notice.MailParts(html: "<p>", csv: "")
        try await Self.channel(receiver.address).deliver(notice)
        let post = try #require(receiver.posts.first)
        #expect(receiver.posts.count == 1 && post.path == "/notices?token=secret")
        #expect(post.headers["idempotency-key"] == "key-1")
        #expect(post.headers["content-type"] == "application/json; charset=utf-8")
        #expect(try JSONDecoder().decode(Notice.self, from: Data(post.body)) == Sample.notice("key-1"))
    }

    @Test(
        "a receiver that is busy, stalls or hangs up is asked again, each time with the same key, until it takes it",
        arguments: [
            [.status(503), .status(200)], [.status(429, ["Retry-After": "0"]), .status(204)], [.stall, .status(200)],
            [.hangUp, .status(500), .status(201)],
        ] as [[PostReceiver.Behaviour]])
    func recovers(_ script: [PostReceiver.Behaviour]) async throws {
        let receiver = try PostReceiver(script)
        let timeout = script.contains(.stall) ? 2.0 : 60
        try await Self.channel(receiver.address, timeout: timeout).deliver(Sample.notice("key-2"))
        #expect(receiver.posts.count == script.count)
        #expect(receiver.posts.allSatisfy { $0.headers["idempotency-key"] == "key-2" })
    }

    @Test(
        "what it refuses is not asked again in the same run, nor does another address get it; no message tells the address",
        arguments: [
            ([.status(404)], 1, "it answers with status 404"), ([.status(500)], 3, "it answers with status 500"),
            ([.status(307, ["Location": "http://127.0.0.1:1/elsewhere"])], 1, "it answers with status 307"),
        ] as [([PostReceiver.Behaviour], Int, String)])
    func fails(_ script: [PostReceiver.Behaviour], _ posts: Int, _ reason: String) async throws {
        let receiver = try PostReceiver(script)
        let wanted = DeliveryError(.webhookFailed(route: "control-room", reason: reason))
        await #expect(throws: wanted) {
            try await Self.channel(receiver.address).deliver(Sample.notice("a"))
        }
        #expect(receiver.posts.count == posts)
        #expect(!wanted.words.contains("secret"))
    }

    @Test("one that lets the whole time pass is asked once more, and no oftener")
    func stalls() async throws {
        let receiver = try PostReceiver([.stall])
        let wanted = DeliveryError(.webhookSilent(route: "control-room", reason: "it does not answer in time"))
        await #expect(throws: wanted) {
            try await Self.channel(receiver.address, timeout: 0.5).deliver(Sample.notice("a"))
        }
        #expect(receiver.posts.count == 2)
    }

    @Test("one that cannot be reached is told, and an address that is none")
    func unreachable() async throws {
        let gone = try PostReceiver(.status(200)).address
        await #expect(throws: DeliveryError(.webhookSilent(route: "control-room", reason: "it cannot be reached"))) {
            try await Self.channel(gone).deliver(Sample.notice("a"))
        }
        await #expect(throws: DeliveryError(.noWebhookAddress(route: "control-room"))) {
            try await Self.channel("").deliver(Sample.notice("a"))
        }
    }

    @Test("a failed notice waits 5 minutes, then ever longer up to 6 hours; a clock set back holds nothing up")
    func schedule() {
        let now = Sample.time
        func due(_ failures: Int, after seconds: Double) -> Bool {
            RetrySchedule.isDue(failed: Array(repeating: now.addingTimeInterval(-seconds), count: failures), now: now)
        }
        #expect(due(0, after: 0))
        for (failures, wait) in [(1, 300.0), (2, 600), (3, 1_200), (8, 21_600), (40, 21_600)] {
            #expect(!due(failures, after: wait - 1) && due(failures, after: wait), "\(failures)")
        }
        #expect(due(3, after: -86_400))
    }

    @Test("one that failed shortly before is left in peace, and is counted; a run tries it all the same")
    func patience() async throws {
        let folder = try TemporaryFolder()
        let store = try Sample.store(in: folder.state, [Sample.notice("a")], channels: ["control-room"])
        let receiver = try PostReceiver(.status(404), .status(200))
        let courier = Courier(store: store, channels: [Self.channel(receiver.address)])
        #expect(try await courier.deliverWaiting(at: Sample.time, isPatient: true).failures.count == 1)
        let soon = Sample.time.addingTimeInterval(60)
        #expect(try await courier.deliverWaiting(at: soon, isPatient: true) == DeliveryReport(postponed: 1))
        #expect(try await courier.deliverWaiting(at: soon) == DeliveryReport(delivered: 1))
    }
}
