public import Measures

/// A figure of one series that a condition holds against something else.
public struct WatchedFigure: Sendable, Hashable {
    /// Place of the series in `RuleProgram.series`.
    public var series: Int
    /// Whether the condition asks for more, rather than for less.
    public var isRise: Bool
}

/// A comparison by `==` or `!=` of figures that are computed, not counted.
public struct ExactComparison: Sendable, Hashable {
    /// As the rule writes it.
    public var text: String
    public var unit: Unit
    public var part: RulePart
}

extension RuleProgram {
    /// For each comparison that the condition joins by `and`, of a figure that moves with one series alone, which way it asks. Empty where one of them
    /// can't be told so.
    public var watchedFigures: [WatchedFigure] {
        var watched: [WatchedFigure] = []
        for register in conjuncts(of: when) {
            guard case .compare(let comparison, let left, let right) = instructions[register].operation else { return [] }
            switch (movingSeries(left), movingSeries(right), comparison) {
            case (let series?, nil, .greater), (let series?, nil, .greaterOrEqual), (nil, let series?, .less),
                (nil, let series?, .lessOrEqual):
                watched.append(WatchedFigure(series: series, isRise: true))
            case (let series?, nil, .less), (let series?, nil, .lessOrEqual), (nil, let series?, .greater),
                (nil, let series?, .greaterOrEqual):
                watched.append(WatchedFigure(series: series, isRise: false))
            default: return []
            }
        }
        return watched
    }

    /// The comparisons of the condition, the guards and the recovery that ask for an exact figure of a computed unit. To compare with nothing
    /// is not among them: no change is a figure like no other.
    public var exactComparisons: [ExactComparison] {
        judgedRegisters.compactMap { register in
            guard case .compare(let comparison, let left, let right) = instructions[register].operation,
                comparison == .equal || comparison == .notEqual,
                let unit = instructions[left].unit ?? instructions[right].unit,
                constant(left) != 0, constant(right) != 0
            else { return nil }
            switch unit {
            case .percent, .change, .points, .rate, .index:
                return ExactComparison(
                    text: source.text(of: instructions[register].part, instructions[register].range), unit: unit,
                    part: instructions[register].part)
            case .count, .money, .days: return nil
            }
        }
    }

    /// The stated periods that the program compares with, by series, and where each is named first.
    public var fixedPeriods: [(series: Int, period: Period, part: RulePart)] {
        var seen: Set<FigureReference> = []
        var found: [(series: Int, period: Period, part: RulePart)] = []
        for register in judgedRegisters {
            for reference in instructions[register].operation.figuresRead {
                guard case .fixed(let period) = reference.period, seen.insert(reference).inserted else { continue }
                found.append((reference.series, period, instructions[register].part))
            }
        }
        return found
    }

    /// The place of a series whose change the condition asks to be significant, and neither way: no comparison beside it reads the series.
    public var undirectedSignificance: Int? {
        let conditions = conjuncts(of: when)
        let compared = Set(
            conditions.flatMap { register -> [Int] in
                guard case .compare = instructions[register].operation else { return [] }
                return series(under: register)
            })
        for register in conditions {
            if case .significant(let pair, _) = instructions[register].operation, !compared.contains(pair.series) {
                return pair.series
            }
        }
        return nil
    }

    /// Whether a guard asks for a size by the smaller of the two counts.
    public var isGuardedBySmallest: Bool {
        judgedRegisters.contains { if case .smallest = instructions[$0].operation { true } else { false } }
    }

    /// The message names the area.
    public var namesArea: Bool { message.contains(.area) }

    /// The series whose figure a register grows with; nil for a constant and for what stands still, and where it can't be told.
    private func movingSeries(_ register: Int) -> Int? {
        switch instructions[register].operation {
        case .value(let series, .earlier(0)), .window(_, let series, _), .annual(let series): series
        case .change(let pair), .difference(let pair): pair.series
        default: nil
        }
    }
}
