public import Measures
public import Statistics

/// Which period of a series an instruction reads, seen from the period that is judged.
public enum PeriodReference: Sendable, Hashable {
    /// So many steps of the grain earlier; 0 is the period itself.
    case earlier(Int)
    case fixed(Period)
}

/// Two observations of one series that are compared.
public struct Comparison: Sendable, Hashable {
    /// Place of the series in `RuleProgram.series`.
    public var series: Int
    public var earlier: PeriodReference
    /// Whether both are taken as daily rates, since the periods have unequal length.
    public var byDailyRates: Bool
}

/// What a window makes of its figures.
public enum Aggregate: String, Sendable, Hashable, CaseIterable {
    case mean, sum, min, max, median
}

/// The signs of special cause of an XmR chart, as the terms of the language name them.
public enum ProcessControlRule: String, Sendable, Hashable, CaseIterable {
    case outsideLimits = "outside_limits"
    case shift, trend
    case twoOfThree = "two_of_three"
    /// Any of the four.
    case specialCause = "special_cause"
}

/// A step of a rule program. Its result goes into the register of its own place; operands are earlier places, so a program
/// is a list that is run once, front to back, with nothing looked up by name.
public struct Instruction: Sendable, Hashable {
    public enum Operation: Sendable, Hashable {
        case constant(Double)
        /// An observation of a series.
        case value(series: Int, PeriodReference)
        case target(series: Int)
        /// The worst figure that is still within the target's tolerance.
        case tolerance(series: Int)
        case benchmark(series: Int)
        /// Relative change: current ÷ earlier − 1. From zero to more it is infinite; from zero to zero it is 0.
        case change(Comparison)
        case difference(Comparison)
        /// The mean of the counts behind a comparison, or the smaller of them.
        case base(Comparison)
        case smallest(Comparison)
        /// Whether chance is excluded at the level by the exact test.
        case significant(Comparison, level: Double)
        /// Whether the figure in one register lies on one side of the reference in another, and chance is excluded at the level by the exact
        /// test of an observed count against a stated one.
        case beyond(Direction, series: Int, figure: Int, reference: Int, level: Double)
        /// Whether the figure lies the worse way outside the funnel about the other areas' at the level.
        case outlier(series: Int, level: Double)
        /// Whether the figure lies the worse way outside what season and trend of earlier years lead to expect at the level.
        case unusual(series: Int, level: Double)
        /// Whether the observation is due and not there.
        case missing(series: Int, PeriodReference)
        case provisional(series: Int, PeriodReference)
        /// The figures of so many periods, the one judged the last, as one.
        case window(Aggregate, series: Int, steps: Int)
        /// A figure of a part of a year, as one of the year that ends with it.
        case annual(series: Int)
        /// The place among the areas judged, from the greatest figure down.
        case rank(series: Int)
        /// The part of the whole that the area is.
        case shareOfTotal(series: Int, total: Int)
        /// Days from the end of the last period with a figure to the end of the one judged.
        case age(series: Int)
        /// Whether the period shows a sign of special cause.
        case processControl(ProcessControlRule, series: Int)
        case arithmetic(BinaryOperator, Int, Int)
        case negative(Int)
        case compare(BinaryOperator, Int, Int)
        case and(Int, Int)
        case or(Int, Int)
        case not(Int)
    }

    public var operation: Operation
    /// The unit of a figure; nil for a truth value and for a bare number.
    public var unit: Unit?
    public var isTruth: Bool
    /// Where in the rule's text the instruction comes from.
    public var part: RulePart
    public var range: Range<Int>

    /// The registers that it reads.
    public var operands: [Int] {
        switch operation {
        case .arithmetic(_, let left, let right), .compare(_, let left, let right), .and(let left, let right),
            .or(let left, let right):
            [left, right]
        case .negative(let operand), .not(let operand): [operand]
        case .beyond(_, _, let figure, let reference, _): [figure, reference]
        default: []
        }
    }
}

/// Which of a rule's texts something stands in.
public enum RulePart: Sendable, Hashable {
    case when
    /// The place among the guards.
    case given(Int)
    case clear
    case message
}
