public import ModuleKit

/// How much time and room a module gets.
public struct ModuleLimits: Sendable, Hashable {
    public var describe: Duration
    public var plan: Duration
    public var compute: Duration
    /// How long a module may go on once its input or its output is closed.
    public var grace: Duration
    /// The longest header and body of an answer.
    public var answer: WireLimits
    /// How much of the end of standard error is kept, in bytes.
    public var standardError: Int

    public init(
        describe: Duration = .seconds(10), plan: Duration = .seconds(30), compute: Duration = .seconds(600),
        grace: Duration = .seconds(2), answer: WireLimits = WireLimits(header: 64 << 20, body: 1 << 30),
        standardError: Int = 64 << 10
    ) {
        self.describe = describe
        self.plan = plan
        self.compute = compute
        self.grace = grace
        self.answer = answer
        self.standardError = standardError
    }

    func deadline(_ kind: HostMessage.Kind) -> Duration {
        switch kind {
        case .describe: describe
        case .plan: plan
        case .compute: compute
        }
    }
}
