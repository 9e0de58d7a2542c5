import Measures
import RuleLanguage

/// A figure that a program reads: one of its series, and the period as seen from the one that is judged.
struct FigureReference: Hashable {
    var series: Int
    var period: PeriodReference
}

extension RuleProgram {
    /// Every figure that the condition, the guards, the recovery condition and the message read, each once. A verdict,
    /// its message and its explanation tell of these and of nothing else.
    var figuresRead: [FigureReference] {
        var references: [FigureReference] = []
        func add(_ series: Int, _ period: PeriodReference) {
            let reference = FigureReference(series: series, period: period)
            if !references.contains(reference) { references.append(reference) }
        }
        for instruction in instructions {
            switch instruction.operation {
            case .value(let series, let period), .missing(let series, let period), .provisional(let series, let period):
                add(series, period)
            case .change(let pair), .difference(let pair), .base(let pair), .smallest(let pair), .significant(let pair, _):
                add(pair.series, .earlier(0))
                add(pair.series, pair.earlier)
            case .target(let series), .benchmark(let series): add(series, .earlier(0))
            case .constant, .arithmetic, .negative, .compare, .and, .or, .not: break
            }
        }
        return references
    }
}

extension Evaluation {
    /// The observation that a reference means, seen from a period of the frame.
    func observed(_ reference: FigureReference, area: Int, period: Int) -> Observation {
        switch reference.period {
        case .earlier(let steps): observed(reference.series, area: area, period: period, earlier: steps)
        case .fixed(let fixed):
            observed(
                reference.series, area: area, period: period,
                earlier: frame.first.moved(by: period).ordinal - fixed.ordinal)
        }
    }
}
