public import Alerting
public import Foundation

/// A notice that has not gone out by one of its channels yet.
public struct WaitingNotice: Sendable, Hashable {
    public struct FailedAttempt: Sendable, Hashable {
        public var at: Date
        public var failure: String

        public init(at: Date, failure: String) {
            self.at = at
            self.failure = failure
        }
    }

    public var notice: Notice
    public var channel: String
    /// The run that put it into the outbox.
    public var run: RunID
    /// Oldest first.
    public var failedAttempts: [FailedAttempt]
}
