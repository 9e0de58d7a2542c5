import Measures

/// Why a rule says what it says of one area and period, from the program that was run: every term with its value, the
/// comparison, and the gate that stopped it. Made for a rule that did not fire as for one that did.
public struct Explanation: Sendable, Hashable, Encodable {
    /// A part of the rule's text, what it came to, and what it rests on.
    public struct Step: Sendable, Hashable, Encodable {
        /// As the rule writes it, or the name of an observation.
        public var text: String
        /// `148`, `+9.6% to +10.4%`, `yes`, `not known: missing`.
        public var result: String
        /// The period of an observation, as `Period.title`.
        public var period: String?
        /// What the reader should know beside the result: numerator and denominator, rounding, p-value.
        public var details: [String]
        /// The result for programs; nil for a condition.
        public var figure: Figure?
        public var steps: [Step]

        public init(
            text: String, result: String, period: String? = nil, details: [String] = [], figure: Figure? = nil,
            steps: [Step] = []
        ) {
            self.text = text
            self.result = result
            self.period = period
            self.details = details
            self.figure = figure
            self.steps = steps
        }
    }

    /// A figure for programs, in its unit's own scale: percents, changes and points are fractions.
    public struct Figure: Sendable, Hashable, Encodable {
        /// Nil where there is none, and for a change from none, which no number tells.
        public var value: Double?
        /// The bounds between which it lies, where it isn't exact.
        public var low: Double?
        public var high: Double?
        /// As YAML writes it; nil for a bare number.
        public var unit: String?
        /// Why there is no value: the code of an `AbsenceReason`.
        public var absent: String?
        public var numerator: Double?
        public var denominator: Double?
        /// The events behind it, from which chance is judged.
        public var count: Double?
    }

    /// A comparison that was not met, and by how much it was missed.
    public struct Shortfall: Sendable, Hashable, Encodable {
        /// As the rule writes it.
        public var text: String
        public var figure: String
        public var threshold: String
        /// How far apart they are, in the figure's unit; nil where no number tells it.
        public var gap: Double?
        /// The gap in words: `6 points short`.
        public var words: String
    }

    public var verdict: String
    /// One sentence that says which gate decided.
    public var conclusion: String
    /// Where `when` is not met: what kept it, comparison by comparison.
    public var shortfalls: [Shortfall]
    public var when: Step
    public var given: [Step]
    /// Whether an alert that fires would recover.
    public var clear: Step
}

extension Explanation {
    /// The explanation as an indented tree in words.
    public var lines: [String] {
        var lines = ["\(verdict): \(conclusion)", "  when"]
        when.write(into: &lines, indent: "    ")
        for step in given {
            lines.append("  given")
            step.write(into: &lines, indent: "    ")
        }
        lines.append("  clear")
        clear.write(into: &lines, indent: "    ")
        return lines
    }
}

extension Explanation.Step {
    /// The step as an indented tree in words.
    public func lines(indent: Int) -> [String] {
        var lines: [String] = []
        write(into: &lines, indent: String(repeating: " ", count: indent))
        return lines
    }

    fileprivate func write(into lines: inout [String], indent: String) {
        var line = indent + text
        if let period { line += " (\(period))" }
        line += " → \(result)"
        for detail in details { line += "; \(detail)" }
        lines.append(line)
        for step in steps { step.write(into: &lines, indent: indent + "  ") }
    }
}
