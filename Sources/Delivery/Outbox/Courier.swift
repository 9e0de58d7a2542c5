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

    /// Tries every waiting notice once, in the order in which they were put in. One that fails holds no other up, but those of the
    /// same channel where its receiver did not answer at all.
    ///
    /// The store knows of each attempt before it is made. So where it can't be written nothing is handed over.
    ///
    /// - Parameters:
    ///   - time: when the run does this; remembered with each delivery and each failure.
    ///   - last: the last run whose notices are to go out, since readers have its lists; nil for all.
    ///   - isPatient: whether one that failed shortly before goes on waiting, as `RetrySchedule` says.
    /// - Throws: where the store can't tell what waits, or can't remember an attempt.
    public func deliverWaiting(
        at time: Date, isPatient: Bool = false, upTo last: RunID? = nil
    ) async throws(AlertStoreError) -> DeliveryReport {
        var report = DeliveryReport()
        var silent: Set<String> = []
        for waiting in try store.waitingNotices() {
            if let last, waiting.run > last {
                report.unpublished += 1
                continue
            }
            let isDue = !isPatient || RetrySchedule.isDue(failed: waiting.failedAttempts.map(\.at), now: time)
            guard isDue, !silent.contains(waiting.channel) else {
                report.postponed += 1
                continue
            }
            let attempt = try store.beginAttempt(of: waiting.notice.key, by: waiting.channel, at: time)
            do throws(DeliveryError) {
                try await handOver(waiting)
            } catch {
                try remember(waiting, hasGoneOut: false) { () throws(AlertStoreError) in
                    try store.tellFailure(of: attempt, error.words)
                }
                if error.isSilence { silent.insert(waiting.channel) }
                report.failures.append(
                    DeliveryReport.Failure(
                        key: waiting.notice.key, reader: waiting.notice.group, channel: waiting.channel,
                        attempts: waiting.failedAttempts.count + 1, error: error))
                continue
            }
            try remember(waiting, hasGoneOut: true) { () throws(AlertStoreError) in
                try store.tellDelivery(by: attempt, at: time)
            }
            report.delivered += 1
        }
        return report
    }

    private func handOver(_ waiting: WaitingNotice) async throws(DeliveryError) {
        guard let channel = channels.first(where: { $0.name == waiting.channel }) else {
            throw DeliveryError(.unknownChannel(waiting.channel))
        }
        try await channel.deliver(waiting.notice)
    }

    private func remember(
        _ waiting: WaitingNotice, hasGoneOut: Bool, _ work: () throws(AlertStoreError) -> Void
    ) throws(AlertStoreError) {
        do throws(AlertStoreError) { try work() } catch {
            throw AlertStoreError(
                .attemptNotRemembered(
                    key: waiting.notice.key, channel: waiting.channel, hasGoneOut: hasGoneOut, reason: error.words))
        }
    }
}
