/// How the engine is run.
public struct WarehouseSettings: Sendable, Hashable {
    /// The engine's program; nil to look for the one of its name in the folders of `PATH`.
    public var program: String?
    /// Of the engine, in megabytes. What does not fit goes to work files in the state folder.
    public var memoryMegabytes: Int
    public var threads: Int
    /// Seconds that one start of the engine may take.
    public var timeoutSeconds: Double
    /// Seconds to wait for another run that holds the state folder.
    public var lockSeconds: Double

    public init(
        program: String? = nil, memoryMegabytes: Int = 2_048, threads: Int = 2, timeoutSeconds: Double = 900,
        lockSeconds: Double = 60
    ) {
        self.program = program
        self.memoryMegabytes = memoryMegabytes
        self.threads = threads
        self.timeoutSeconds = timeoutSeconds
        self.lockSeconds = lockSeconds
    }
}
