public import Measures

/// A program run over a frame: every instruction's result for every area and period.
///
/// Instructions are run in the order of the program, each down all cells before the next; a register is written once, so all of them
/// are there to be explained afterwards. The registers of a program lie in one stretch of memory.
public struct Evaluation: Sendable {
    public let program: RuleProgram
    public let frame: EvaluationFrame
    let inputs: [SeriesInput]
    let withheld: WithheldFigures
    /// By instruction, then by area, then by period.
    private var cells: ContiguousArray<Cell> = []

    /// - Parameters:
    ///   - inputs: one for each of the program's series, in its order.
    ///   - withheld: what figures are that are withheld.
    /// - Precondition: each block has the areas of the frame, in its order, and the program's grain.
    public init(
        _ program: RuleProgram, over frame: EvaluationFrame, inputs: [SeriesInput], withheld: WithheldFigures = .absent
    ) {
        precondition(inputs.count == program.series.count, "an input for each series")
        precondition(
            inputs.allSatisfy { $0.observations.areas == frame.areas && $0.observations.grain == frame.first.grain },
            "a block has the areas and the grain of the frame")
        self.program = program
        self.frame = frame
        self.inputs = inputs
        self.withheld = withheld
        var cells = ContiguousArray(
            repeating: Cell.exact(0), count: program.instructions.count * frame.cellCount)
        cells.withUnsafeMutableBufferPointer { buffer in
            for (place, instruction) in program.instructions.enumerated() {
                run(instruction, into: Column(register: place, count: frame.cellCount, periodCount: frame.periodCount, of: buffer))
            }
        }
        self.cells = cells
    }

    /// A register's result in a cell of the frame.
    func result(_ register: Int, _ cell: Int) -> Cell { cells[register * frame.cellCount + cell] }

    private func run(_ instruction: Instruction, into result: Column) {
        switch instruction.operation {
        case .constant(let value): result.fill(with: .exact(value))
        case .value(let series, let reference): fill(result) { figure(series, $0, $1, reference) }
        case .target(let series): fillByPeriod(result) { Self.held(inputs[series].target, $0).map(Cell.exact) }
        case .tolerance(let series): fillByPeriod(result) { Self.held(inputs[series].tolerance, $0).map(Cell.exact) }
        case .benchmark(let series): fillByPeriod(result) { Self.held(inputs[series].benchmark, $0).map(Self.cell) }
        case .change(let pair): fill(result) { relativeChange(pair, $0, $1) }
        case .difference(let pair): fill(result) { difference(pair, $0, $1) }
        case .base(let pair): fill(result) { base(pair, $0, $1) { ($0 + $1) / 2 } }
        case .smallest(let pair): fill(result) { base(pair, $0, $1) { min($0, $1) } }
        case .significant(let pair, let level):
            fill(result) { significance(pair, level, $0, $1) }
            keepDiscoveries(result) { chance(of: pair, $0, $1) }
        case .beyond(let side, let series, _, let reference, let level):
            fill(result) { beyond(side, series, result.result(reference, $0, $1), level, $0, $1) }
            keepDiscoveries(result) { chance(of: side, series, result.result(reference, $0, $1), $0, $1) }
        case .outlier(let series, let level): outliers(series, level, into: result)
        case .unusual(let series, let level): fill(result) { unusual(series, level, $0, $1) }
        case .missing(let series, let reference):
            fill(result) { area, period in
                switch state(series, area, period, reference) {
                case .missing: .truth(true)
                case .reported, .noValue: .truth(false)
                case let state: .unknown(Self.reason(state) ?? .missing)
                }
            }
        case .provisional(let series, let reference):
            fill(result) { area, period in
                let found = observation(series, area, period, reference)
                return Self.reason(found.state).map(Cell.unknown) ?? .truth(found.provisional)
            }
        case .window(let aggregate, let series, let steps): window(aggregate, series, steps, into: result)
        case .annual(let series): fill(result) { annual(series, $0, $1) }
        case .rank(let series): ranks(series, into: result)
        case .shareOfTotal(let series, let total): fill(result) { share(of: series, in: total, $0, $1) }
        case .age(let series): fill(result) { age(series, $0, $1) }
        case .processControl(let rule, let series): fill(result) { specialCause(rule, series, $0, $1) }
        case .arithmetic(let operation, let left, let right):
            result.combine(left, right) { Self.arithmetic(operation, $0, $1) }
        case .compare(let comparison, let left, let right):
            result.combine(left, right) { Self.compare(comparison, $0, $1) }
        case .and(let left, let right):
            result.combine(left, right) {
                .between(min($0.low, $1.low), min($0.high, $1.high), Self.openReason($0, $1))
            }
        case .or(let left, let right):
            result.combine(left, right) {
                .between(max($0.low, $1.low), max($0.high, $1.high), Self.openReason($0, $1))
            }
        case .not(let operand):
            result.combine(operand, operand) { cell, _ in .between(1 - cell.high, 1 - cell.low, cell.reason) }
        case .negative(let operand):
            result.combine(operand, operand) { cell, _ in
                Cell(value: -cell.value, low: -cell.high, high: -cell.low, reason: cell.reason)
            }
        }
    }

    /// The reason of the operands that are not settled.
    private static func openReason(_ left: Cell, _ right: Cell) -> UInt8 {
        Cell.first(left.low < left.high ? left.reason : 0, right.low < right.high ? right.reason : 0)
    }

    private func fill(_ column: Column, _ body: (_ area: Int, _ period: Int) -> Cell) {
        var cell = 0
        for area in frame.areas.indices {
            for period in 0..<frame.periodCount {
                column[cell] = body(area, period)
                cell += 1
            }
        }
    }

    /// What is the same for every area; nil is no value.
    private func fillByPeriod(_ column: Column, _ body: (_ period: Int) -> Cell?) {
        fill(column) { _, period in body(period) ?? .absent(.noValue) }
    }

    private static func held<Value>(_ values: [Value?], _ period: Int) -> Value? {
        period < values.count ? values[period] : nil
    }
}

extension Evaluation {
    /// The place, in a series' rows, of the period that a reference means; it may lie outside them.
    func column(_ series: Int, _ period: Int, _ reference: PeriodReference) -> Int {
        let first = inputs[series].observations.first.ordinal
        return switch reference {
        case .earlier(let steps): frame.first.ordinal + period - steps - first
        case .fixed(let fixed): fixed.ordinal - first
        }
    }

    func periodCount(of series: Int) -> Int { inputs[series].observations.periodCount }

    /// The period that a reference means, seen from a period of the frame.
    func period(_ reference: PeriodReference, seenFrom period: Int) -> Period {
        switch reference {
        case .earlier(let steps): frame.first.moved(by: period - steps)
        case .fixed(let fixed): fixed
        }
    }

    /// The observation that a reference means, seen from a period of the frame.
    func observation(_ series: Int, _ area: Int, _ period: Int, _ reference: PeriodReference) -> Observation {
        let column = column(series, period, reference)
        if column >= 0, column < periodCount(of: series) { return inputs[series].observations[area, column] }
        return Observation(absent: column < 0 ? .beforeHistory : .notDue)
    }

    /// Its state alone.
    func state(_ series: Int, _ area: Int, _ period: Int, _ reference: PeriodReference) -> Observation.State {
        let column = column(series, period, reference)
        if column >= 0, column < periodCount(of: series) { return inputs[series].observations.state(area, column) }
        return column < 0 ? .beforeHistory : .notDue
    }

    /// Its figure alone, with its bounds.
    func figure(_ series: Int, _ area: Int, _ period: Int, _ reference: PeriodReference) -> Cell {
        let column = column(series, period, reference)
        guard column >= 0, column < periodCount(of: series) else {
            return .absent(column < 0 ? .insufficientHistory : .notDue)
        }
        // Here and wherever each cell is asked for, the block is read where it lies: a copy of it counts a reference for each of its parts.
        return Self.cell(
            inputs[series].observations.state(area, column), inputs[series].observations.value(area, column),
            inputs[series].observations.bounds(area, column))
    }
}

extension Evaluation {
    /// The verdict for an area and a period of the frame, by their places.
    public func verdict(area: Int, period: Int) -> Verdict {
        let cell = area * frame.periodCount + period
        return Verdict(
            when: result(program.when, cell).truth,
            guards: program.guards.lazy.map { (kind: $0.kind, truth: result($0.register, cell).truth) })
    }

    /// Whether `when` is met, whatever the guards say.
    public func conditionTruth(area: Int, period: Int) -> Truth {
        result(program.when, area * frame.periodCount + period).truth
    }

    /// The codes of all verdicts, row by row: area × periods.
    public var packedVerdicts: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: frame.cellCount) { codes, count in
            for area in frame.areas.indices {
                for period in 0..<frame.periodCount {
                    codes.initializeElement(at: count, to: verdict(area: area, period: period).code)
                    count += 1
                }
            }
        }
    }

    /// Whether an alert that fires may recover: the recovery condition, or else that `when` is false.
    public func clears(area: Int, period: Int) -> Truth {
        let cell = area * frame.periodCount + period
        guard let clear = program.clear else {
            switch result(program.when, cell).truth {
            case .isTrue: return .isFalse
            case .isFalse: return .isTrue
            case .unknown(let reason): return .unknown(reason)
            }
        }
        return result(clear, cell).truth
    }

    /// What the program read of one of its series, for a period of the frame or so many steps earlier.
    public func observed(_ series: Int, area: Int, period: Int, earlier steps: Int = 0) -> Observation {
        observation(series, area, period, .earlier(steps))
    }

    /// The target that one of the series has in a period of the frame.
    public func target(_ series: Int, period: Int) -> Double? {
        inputs[series].target.indices.contains(period) ? inputs[series].target[period] : nil
    }

    /// The worst figure within the target's tolerance that one of the series has in a period of the frame.
    public func tolerance(_ series: Int, period: Int) -> Double? {
        inputs[series].tolerance.indices.contains(period) ? inputs[series].tolerance[period] : nil
    }

    /// The benchmark that one of the series has in a period of the frame.
    public func benchmark(_ series: Int, period: Int) -> Observation? {
        inputs[series].benchmark.indices.contains(period) ? inputs[series].benchmark[period] : nil
    }

    /// Whether a value that the verdict rests on may still be revised.
    public func isProvisional(area: Int, period: Int) -> Bool {
        program.judgedSeries.contains { isProvisional($0, area, period) }
    }

    private func isProvisional(_ series: Int, _ area: Int, _ period: Int) -> Bool {
        let column = column(series, period, .earlier(0))
        return column >= 0 && column < periodCount(of: series) && inputs[series].observations.isProvisional(area, column)
    }

    static func reason(_ state: Observation.State) -> AbsenceReason? {
        switch state {
        case .reported: nil
        case .missing: .missing
        case .notDue: .notDue
        case .withheld: .withheld
        case .beforeHistory: .insufficientHistory
        case .noValue: .noValue
        case .moduleFailed: .moduleFailed
        }
    }

    static func cell(_ observation: Observation) -> Cell {
        cell(observation.state, observation.value, observation.bounds)
    }

    static func cell(_ state: Observation.State, _ value: Double?, _ bounds: Observation.Bounds?) -> Cell {
        if let reason = reason(state) { return .absent(reason) }
        guard let value, value.isFinite else { return .absent(.noValue) }
        guard let bounds else { return .exact(value) }
        return Cell(value: value, low: bounds.low, high: bounds.high, reason: 0)
    }
}
