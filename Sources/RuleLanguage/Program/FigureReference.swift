public import Measures

/// A figure that a program reads: one of its series, and the period as seen from the one that is judged.
public struct FigureReference: Sendable, Hashable {
    public var series: Int
    public var period: PeriodReference

    public init(series: Int, period: PeriodReference) {
        self.series = series
        self.period = period
    }
}

extension Instruction.Operation {
    /// The figures of the areas judged, and of those that hold them, on which the result rests. A sign of special cause names the
    /// points that are tested, and not those that its limits are made from; an age, the period judged.
    public var figuresRead: [FigureReference] {
        switch self {
        case .value(let series, let period), .missing(let series, let period), .provisional(let series, let period):
            [FigureReference(series: series, period: period)]
        case .change(let pair), .difference(let pair), .base(let pair), .smallest(let pair), .significant(let pair, _):
            [
                FigureReference(series: pair.series, period: .earlier(0)),
                FigureReference(series: pair.series, period: pair.earlier),
            ]
        case .window(_, let series, let steps): Self.run(of: series, steps)
        case .processControl(let rule, let series): Self.run(of: series, rule.pointCount)
        case .target(let series), .tolerance(let series), .benchmark(let series), .annual(let series), .rank(let series),
            .age(let series), .outlier(let series, _), .unusual(let series, _):
            [FigureReference(series: series, period: .earlier(0))]
        case .shareOfTotal(let series, let total):
            [
                FigureReference(series: series, period: .earlier(0)),
                FigureReference(series: total, period: .earlier(0)),
            ]
        // What it compares stands in registers, and is read by those.
        case .beyond: []
        case .constant, .arithmetic, .negative, .compare, .and, .or, .not: []
        }
    }

    /// The newest first.
    private static func run(of series: Int, _ steps: Int) -> [FigureReference] {
        (0..<steps).map { FigureReference(series: series, period: .earlier($0)) }
    }
}

extension Instruction.Operation {
    /// Whether it judges by a chance that can be held against a false discovery rate.
    var hasPValue: Bool {
        switch self {
        case .significant, .beyond: true
        default: false
        }
    }
}

extension RuleProgram {
    /// Whether the verdict rests on a test that has a p-value.
    public var judgesByPValue: Bool { judgedRegisters.contains { instructions[$0].operation.hasPValue } }

    /// The series in which the rule looks for areas outside the funnel of the others; nil where it looks for none.
    public var outlierSeries: Int? {
        for register in judgedRegisters {
            if case .outlier(let series, _) = instructions[register].operation { return series }
        }
        return nil
    }

    /// Every figure that the condition, the guards, the recovery condition and the message read, each once. A verdict,
    /// its message and its explanation tell of these and of nothing else.
    public var figuresRead: [FigureReference] { Self.eachOnce(instructions) }

    /// Those on which the verdict and the recovery rest.
    public var figuresJudged: [FigureReference] { Self.eachOnce(judgedRegisters.map { instructions[$0] }) }

    /// Whether an area's result rests on those of the other areas judged.
    public var comparesAreas: Bool {
        instructions.contains { instruction in
            switch instruction.operation {
            case .rank, .outlier: true
            default: source.discoveryRate != nil && instruction.operation.hasPValue
            }
        }
    }

    /// Whether a result rests on more of an area's past than the periods that it names: on limits, or on what a season leads to expect.
    public var learnsFromPast: Bool {
        instructions.contains { instruction in
            switch instruction.operation {
            case .processControl, .unusual: true
            default: false
            }
        }
    }

    private static func eachOnce(_ instructions: [Instruction]) -> [FigureReference] {
        var seen: Set<FigureReference> = []
        return instructions.flatMap(\.operation.figuresRead).filter { seen.insert($0).inserted }
    }
}

extension Evaluation {
    /// The observation that a reference means, seen from a period of the frame.
    public func observed(_ reference: FigureReference, area: Int, period: Int) -> Observation {
        observation(reference.series, area, period, reference.period)
    }

    /// The period that a reference means, seen from a period of the frame.
    public func period(of reference: FigureReference, seenFrom period: Int) -> Period {
        switch reference.period {
        case .earlier(let steps): frame.first.moved(by: period - steps)
        case .fixed(let fixed): fixed
        }
    }
}
