import Measures

extension Evaluation {
    /// Why the verdict for an area and a period of the frame is what it is.
    public func explanation(area: Int, period: Int) -> Explanation {
        let place = ExplainedPlace(area: area, period: period, cell: area * frame.periodCount + period)
        let verdict = verdict(area: area, period: period)
        let guards = program.guards.map { step($0.register, at: place) }
        let clear: Explanation.Step
        if let register = program.clear {
            clear = step(register, at: place)
        } else {
            clear = Explanation.Step(text: "when is no longer met", result: Self.words(clears(area: area, period: period)))
        }
        return Explanation(
            verdict: verdict.words, conclusion: conclusion(verdict, at: place), when: step(program.when, at: place),
            given: guards, clear: clear)
    }

    struct ExplainedPlace {
        var area: Int
        var period: Int
        var cell: Int
    }

    private func step(_ register: Int, at place: ExplainedPlace) -> Explanation.Step {
        let instruction = program.instructions[register]
        var step = Explanation.Step(
            text: program.source.text(of: instruction.part, instruction.range), result: words(register, place.cell))
        switch instruction.operation {
        case .constant: break
        case .value(let series, let reference):
            let found = observationStep(series, reference, at: place)
            step.period = found.period
            step.details = found.details
        case .target, .benchmark: step.period = frame.first.moved(by: place.period).title
        case .change(let pair), .difference(let pair), .base(let pair), .smallest(let pair):
            step.steps = observationSteps(pair, at: place)
            if pair.byDailyRates { step.details.append("months of unequal length compared by daily rates") }
        case .significant(let pair, let level):
            step.details = significanceDetails(pair, level, at: place)
            step.steps = observationSteps(pair, at: place)
        case .missing(let series, let reference), .provisional(let series, let reference):
            step.steps = [observationStep(series, reference, at: place)]
        case .arithmetic, .compare, .and, .or, .not, .negative:
            step.steps = steps(below: instruction, at: place)
        }
        return step
    }

    /// The steps of the operands. A literal says nothing that the text beside it does not; and of the two comparisons that make
    /// up a `between`, which have its text, what they compare is told once.
    private func steps(below instruction: Instruction, at place: ExplainedPlace) -> [Explanation.Step] {
        var steps: [Explanation.Step] = []
        for operand in instruction.operands where !isConstant(operand) {
            let below = program.instructions[operand]
            let isPart = below.part == instruction.part && below.range == instruction.range
            for step in isPart ? self.steps(below: below, at: place) : [step(operand, at: place)] where !steps.contains(step)
            {
                steps.append(step)
            }
        }
        return steps
    }

    private func isConstant(_ register: Int) -> Bool {
        switch program.instructions[register].operation {
        case .constant: true
        case .negative(let operand): isConstant(operand)
        default: false
        }
    }

    private func observationSteps(_ pair: Comparison, at place: ExplainedPlace) -> [Explanation.Step] {
        [
            observationStep(pair.series, .earlier(0), at: place),
            observationStep(pair.series, pair.earlier, at: place),
        ]
    }

    private func observationStep(
        _ series: Int, _ reference: PeriodReference, at place: ExplainedPlace
    ) -> Explanation.Step {
        let declaration = program.series[series]
        let found = observation(series, place.area, place.period, reference)
        let cell = Self.cell(found)
        let period: Period
        switch reference {
        case .earlier(let steps): period = frame.first.moved(by: place.period - steps)
        case .fixed(let fixed): period = fixed
        }
        let result =
            cell.isAbsent
            ? Self.words(.unknown(Self.reason(found.state) ?? .missing))
            : Self.words(cell, declaration.unit, asPublished: declaration.unit != .count)
        return Explanation.Step(
            text: declaration.name, result: result, period: period.title,
            details: details(found, declaration.unit) + exceptions(declaration, period))
    }

    /// What is to be known of a period before a comparison with it is believed.
    private func exceptions(_ declaration: KPIDeclaration, _ period: Period) -> [String] {
        declaration.exceptional.filter { $0.touches(period) }.map { stretch in
            "exceptional, \(stretch.from.title) to \(stretch.to.title): \(stretch.because)"
        }
    }

    private func details(_ observation: Observation, _ unit: Unit) -> [String] {
        guard observation.state == .reported else { return [] }
        var details: [String] = []
        if let numerator = observation.numerator, let denominator = observation.denominator {
            let vintage = observation.denominatorVintage.map { " (\($0))" } ?? ""
            details.append(
                "\(DecimalText.shortest(numerator, upTo: 1)) of \(DecimalText.shortest(denominator, upTo: 1))\(vintage)")
        }
        if let bounds = observation.bounds, bounds.low == observation.value, bounds.high > bounds.low {
            details.append("at least: records of codes that lie in two areas may belong here too")
        } else if let bounds = observation.bounds {
            details.append(
                unit == .count
                    ? "known only as a rounded figure"
                    : "rounded by its source: \(Quantity(bounds.low, unit).precise) to \(Quantity(bounds.high, unit).precise)"
            )
        }
        if let sources = observation.sources, sources.received < sources.expected {
            details.append("\(sources.expected - sources.received) of \(sources.expected) sources missing")
        }
        if observation.provisional { details.append("provisional") }
        if observation.made { details.append("made sample data") }
        return details
    }

    private func significanceDetails(_ pair: Comparison, _ level: Double, at place: ExplainedPlace) -> [String] {
        let (now, before) = observations(pair, place.area, place.period)
        guard now.state == .reported, before.state == .reported else { return [] }
        guard now.count != nil, before.count != nil else {
            return ["the figures carry no counts, and without them nobody can tell how far chance reaches"]
        }
        let values = (endTests(pair, place.area, place.period) ?? []).map(\.pValue)
        guard let least = values.min(), let greatest = values.max() else {
            return ["the figures lack what the exact test needs"]
        }
        let p = least == greatest ? Self.pWords(least) : "\(Self.pWords(least)) to \(Self.pWords(greatest))"
        let method: String
        switch program.series[pair.series].unit {
        case .percent: method = "exact conditional test of two shares"
        case .index: method = "exact conditional test of two weighted counts"
        default: method = "exact conditional test of two counts"
        }
        let wanted = DecimalText.shortest(1 - level, upTo: 4)
        return ["p = \(p), \(method), two-sided; under \(wanted) would be significant"]
    }

    private static func pWords(_ p: Double) -> String {
        p < 0.0005 ? "under 0.001" : DecimalText.grouped(p, places: 3)
    }

    private func conclusion(_ verdict: Verdict, at place: ExplainedPlace) -> String {
        let when = registers[program.when].truth(place.cell)
        switch verdict {
        case .fired: return program.guards.isEmpty ? "the condition is met" : "the condition is met and every guard holds"
        case .withinChance:
            return when == .isTrue
                ? "the threshold is met, and chance is not excluded"
                : "the threshold is not decided, and either way chance is not excluded"
        case .didNotFire:
            guard when == .isFalse else { return "a guard is not met" }
            return "the condition is not met" + distance(at: place)
        case .notAssessed(.noCounts): return "the figures come without the counts behind them"
        case .notAssessed(.tooSmall): return "the counts behind the comparison are too small to judge"
        case .notAssessed(.borderline): return "the verdict depends on where a figure lies within its bounds"
        case .notAssessed(.insufficientHistory): return "a figure it needs lies before the series begins"
        case .notAssessed(.noValue):
            return "a figure it needs has no value: a share of nothing, or no target or benchmark for the period"
        case .notAssessed(.missing): return "a figure it needs is due and not there"
        case .notAssessed(.notDue): return "a figure it needs is not due yet"
        case .notAssessed(.withheld): return "a figure it needs is withheld by its source"
        case .notAssessed(.moduleFailed): return "the module that computes a figure it needs failed"
        }
    }

    /// How far a single comparison was from being met.
    private func distance(at place: ExplainedPlace) -> String {
        guard case .compare(_, let left, let right) = program.instructions[program.when].operation else { return "" }
        return ": \(words(left, place.cell)) against \(words(right, place.cell))"
    }
}

extension Quantity {
    /// With a place more than usual, so that the ends of a rounding can be told apart.
    fileprivate var precise: String {
        switch unit {
        case .percent, .change, .points: "\(DecimalText.shortest(value * 100, upTo: 3))%"
        default: DecimalText.shortest(value, upTo: 4)
        }
    }
}
