public import AlertStore
import Alerting
import Diagnostics
public import Foundation

/// Takes what waits in the outbox to its channels.
public struct Courier: Sendable {
    private let store: AlertStore
    private let channels: [any NoticeChannel]

    public init(store: AlertStore, channels: [any NoticeChannel]) {
        self.store = store
        self.channels = channels
    }

    /// Tries every waiting notice once, in the order in which they were put in. One that fails holds no other up.
    ///
    /// - Parameters:
    ///   - time: when the run does this; remembered with each delivery and each failure.
    ///   - isPatient: whether one that failed shortly before goes on waiting, as `RetrySchedule` says.
    /// - Throws: where the store can't tell what waits, or can't remember what went out.
    public func deliverWaiting(at time: Date, isPatient: Bool = false) async throws(AlertStoreError) -> DeliveryReport {
        var report = DeliveryReport()
        for waiting in try store.waitingNotices() {
            let key = waiting.notice.key
            if isPatient, !RetrySchedule.isDue(failed: waiting.failedAttempts.map(\.at), now: time) {
                report.postponed += 1
                continue
            }
            do throws(DeliveryError) {
                guard let channel = channels.first(where: { $0.name == waiting.channel }) else {
                    throw DeliveryError(.unknownChannel(waiting.channel))
                }
                try await channel.deliver(waiting.notice)
            } catch {
                try store.recordFailure(of: key, by: waiting.channel, at: time, error.words)
                report.failures.append(
                    DeliveryReport.Failure(
                        key: key, channel: waiting.channel, attempts: waiting.failedAttempts.count + 1, error: error))
                continue
            }
            try store.markDelivered(key, by: waiting.channel, at: time)
            report.delivered += 1
        }
        return report
    }
}
