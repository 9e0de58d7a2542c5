public import Measures
public import RuleLanguage

/// How a KPI's status is told: red, amber or green, and which way it travels.
public struct StatusRule: Sendable {
    /// The conditions of one direction of travel.
    public struct Travel: Sendable {
        public var improved: RuleProgram
        public var worsened: RuleProgram

        public init(improved: RuleProgram, worsened: RuleProgram) {
            self.improved = improved
            self.worsened = worsened
        }
    }

    public var grain: Grain
    public var red: RuleProgram
    /// What is not red and not green; nil where there is nothing between.
    public var amber: RuleProgram?
    /// Against the period before; nil on grains whose periods overlap.
    public var short: Travel?
    /// Against the same period of the year before.
    public var long: Travel
    /// Who set the bounds, and why there.
    public var owner: String?
    public var because: String?

    public init(
        grain: Grain, red: RuleProgram, amber: RuleProgram?, short: Travel?, long: Travel, owner: String?, because: String?
    ) {
        self.grain = grain
        self.red = red
        self.amber = amber
        self.short = short
        self.long = long
        self.owner = owner
        self.because = because
    }

    /// Every program, for what they read.
    public var programs: [RuleProgram] {
        [red] + (amber.map { [$0] } ?? []) + [short, long].compactMap(\.self).flatMap { [$0.improved, $0.worsened] }
    }
}
