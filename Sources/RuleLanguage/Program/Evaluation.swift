public import Measures

/// A program run over a frame: every instruction's result for every area and period.
///
/// Instructions are run in the order of the program, each down all cells before the next; a register is written once, so all of them
/// are there to be explained afterwards.
public struct Evaluation: Sendable {
    public let program: RuleProgram
    public let frame: EvaluationFrame
    let inputs: [SeriesInput]
    private(set) var registers: [Register]

    /// - Parameter inputs: one for each of the program's series, in its order.
    /// - Precondition: each block has the areas of the frame, in its order, and the program's grain.
    public init(_ program: RuleProgram, over frame: EvaluationFrame, inputs: [SeriesInput]) {
        precondition(inputs.count == program.series.count, "an input for each series")
        precondition(
            inputs.allSatisfy { $0.observations.areas == frame.areas && $0.observations.grain == frame.first.grain },
            "a block has the areas and the grain of the frame")
        self.program = program
        self.frame = frame
        self.inputs = inputs
        registers = []
        registers.reserveCapacity(program.instructions.count)
        for instruction in program.instructions { registers.append(run(instruction)) }
    }

    private func run(_ instruction: Instruction) -> Register {
        var result = Register(count: frame.cellCount)
        switch instruction.operation {
        case .constant(let value): fill(&result) { _, _ in .exact(value) }
        case .value(let series, let reference):
            fill(&result) { area, period in Self.cell(observation(series, area, period, reference)) }
        case .target(let series):
            fill(&result) { _, period in
                let targets = inputs[series].target
                return (period < targets.count ? targets[period] : nil).map(Cell.exact) ?? .absent(.noValue)
            }
        case .benchmark(let series):
            fill(&result) { _, period in
                let benchmarks = inputs[series].benchmark
                let benchmark = period < benchmarks.count ? benchmarks[period] : nil
                return benchmark.map(Self.cell) ?? .absent(.noValue)
            }
        case .change(let pair): fill(&result) { relativeChange(pair, $0, $1) }
        case .difference(let pair): fill(&result) { difference(pair, $0, $1) }
        case .base(let pair): fill(&result) { base(pair, $0, $1) { ($0 + $1) / 2 } }
        case .smallest(let pair): fill(&result) { base(pair, $0, $1) { min($0, $1) } }
        case .significant(let pair, let level): fill(&result) { significance(pair, level, $0, $1) }
        case .missing(let series, let reference):
            fill(&result) { area, period in
                switch observation(series, area, period, reference).state {
                case .missing: .truth(true)
                case .reported, .noValue: .truth(false)
                case let state: .unknown(Self.reason(state) ?? .missing)
                }
            }
        case .provisional(let series, let reference):
            fill(&result) { area, period in
                let found = observation(series, area, period, reference)
                return Self.reason(found.state).map(Cell.unknown) ?? .truth(found.provisional)
            }
        case .arithmetic(let operation, let left, let right):
            combine(&result, left, right) { Self.arithmetic(operation, $0, $1) }
        case .compare(let comparison, let left, let right):
            combine(&result, left, right) { Self.compare(comparison, $0, $1) }
        case .and(let left, let right):
            combine(&result, left, right) {
                .between(min($0.low, $1.low), min($0.high, $1.high), Self.openReason($0, $1))
            }
        case .or(let left, let right):
            combine(&result, left, right) {
                .between(max($0.low, $1.low), max($0.high, $1.high), Self.openReason($0, $1))
            }
        case .not(let operand):
            combine(&result, operand, operand) { cell, _ in .between(1 - cell.high, 1 - cell.low, cell.reason) }
        case .negative(let operand):
            combine(&result, operand, operand) { cell, _ in
                Cell(value: -cell.value, low: -cell.high, high: -cell.low, reason: cell.reason)
            }
        }
        return result
    }

    /// The reason of the operands that are not settled.
    private static func openReason(_ left: Cell, _ right: Cell) -> UInt8 {
        Cell.first(left.low < left.high ? left.reason : 0, right.low < right.high ? right.reason : 0)
    }

    private func fill(_ register: inout Register, _ body: (_ area: Int, _ period: Int) -> Cell) {
        var cell = 0
        for area in 0..<frame.areas.count {
            for period in 0..<frame.periodCount {
                register.set(cell, body(area, period))
                cell += 1
            }
        }
    }

    private func combine(_ register: inout Register, _ left: Int, _ right: Int, _ body: (Cell, Cell) -> Cell) {
        for cell in 0..<frame.cellCount { register.set(cell, body(registers[left][cell], registers[right][cell])) }
    }

    /// The observation that a reference means, seen from a period of the frame.
    func observation(_ series: Int, _ area: Int, _ period: Int, _ reference: PeriodReference) -> Observation {
        let block = inputs[series].observations
        let wanted: Period
        switch reference {
        case .earlier(let steps): wanted = frame.first.moved(by: period - steps)
        case .fixed(let fixed): wanted = fixed
        }
        if let index = block.index(of: wanted) { return block[area, index] }
        return Observation(absent: wanted < block.first ? .beforeHistory : .notDue)
    }
}

extension Evaluation {
    /// The verdict for an area and a period of the frame, by their places.
    public func verdict(area: Int, period: Int) -> Verdict {
        let cell = area * frame.periodCount + period
        return Verdict(
            when: registers[program.when].truth(cell),
            guards: program.guards.map { ($0.kind, registers[$0.register].truth(cell)) })
    }

    /// Whether an alert that fires may recover: the recovery condition, or else that `when` is false.
    public func clears(area: Int, period: Int) -> Truth {
        let cell = area * frame.periodCount + period
        guard let clear = program.clear else {
            switch registers[program.when].truth(cell) {
            case .isTrue: return .isFalse
            case .isFalse: return .isTrue
            case .unknown(let reason): return .unknown(reason)
            }
        }
        return registers[clear].truth(cell)
    }

    /// What the program read of one of its series, for a period of the frame or so many steps earlier.
    public func observed(_ series: Int, area: Int, period: Int, earlier steps: Int = 0) -> Observation {
        observation(series, area, period, .earlier(steps))
    }

    /// The target that one of the series has in a period of the frame.
    public func target(_ series: Int, period: Int) -> Double? {
        inputs[series].target.indices.contains(period) ? inputs[series].target[period] : nil
    }

    /// The benchmark that one of the series has in a period of the frame.
    public func benchmark(_ series: Int, period: Int) -> Observation? {
        inputs[series].benchmark.indices.contains(period) ? inputs[series].benchmark[period] : nil
    }

    /// Whether a value that the verdict rests on may still be revised.
    public func isProvisional(area: Int, period: Int) -> Bool {
        program.judgedSeries.contains { observation($0, area, period, .earlier(0)).provisional }
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
        if let reason = reason(observation.state) { return .absent(reason) }
        guard let value = observation.value, value.isFinite else { return .absent(.noValue) }
        guard let bounds = observation.bounds else { return .exact(value) }
        return Cell(value: value, low: bounds.low, high: bounds.high, reason: 0)
    }
}
