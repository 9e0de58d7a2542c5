/// What became of the notices that waited.
public struct DeliveryReport: Sendable, Equatable {
    public struct Failure: Sendable, Equatable {
        public var key: String
        /// The thematic group or board that it is for, by id.
        public var reader: String
        public var channel: String
        /// How often it was tried by now.
        public var attempts: Int
        public var error: DeliveryError

        public init(key: String, reader: String, channel: String, attempts: Int, error: DeliveryError) {
            self.key = key
            self.reader = reader
            self.channel = channel
            self.attempts = attempts
            self.error = error
        }
    }

    /// Notices that went out, each channel by itself.
    public var delivered = 0
    public var failures: [Failure] = []
    /// Notices that were not tried: they failed so shortly before, or their receiver did not answer for another.
    public var postponed = 0
    /// Notices of runs whose lists readers do not have yet.
    public var unpublished = 0

    public init(delivered: Int = 0, failures: [Failure] = [], postponed: Int = 0) {
        self.postponed = postponed
        self.delivered = delivered
        self.failures = failures
    }
}
