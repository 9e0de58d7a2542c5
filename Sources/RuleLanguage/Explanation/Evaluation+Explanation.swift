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
            verdict: verdict.words, conclusion: conclusion(verdict, at: place), shortfalls: shortfalls(at: place),
            when: step(program.when, at: place),
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
            text: program.source.text(of: instruction.part, instruction.range), result: words(register, place.cell),
            figure: instruction.isTruth ? nil : Self.figure(result(register, place.cell), instruction.unit))
        switch instruction.operation {
        case .constant: break
        case .value(let series, let reference):
            let found = observationStep(FigureReference(series: series, period: reference), at: place)
            step.period = found.period
            step.details = found.details + crossings(series, from: reference, at: place)
            step.figure = found.figure
        case .target, .tolerance: step.period = frame.first.moved(by: place.period).title
        case .benchmark(let series):
            let judged = frame.first.moved(by: place.period)
            let periods = inputs[series].benchmarkPeriods
            let own = periods.indices.contains(place.period) ? periods[place.period] ?? judged : judged
            step.period = own.title
            if own != judged { step.details = ["the latest there is, carried forward"] }
        case .change(let pair), .difference(let pair):
            step.steps = figuresRead(by: instruction, at: place)
            step.details += dailyDetails(pair, at: place)
            step.details += crossings(pair.series, from: pair.earlier, at: place)
        case .significant(let pair, let level):
            step.details =
                significanceDetails(pair, level, at: place) + dailyDetails(pair, at: place)
                + familyDetails(instruction, at: place) + crossings(pair.series, from: pair.earlier, at: place)
            step.steps = figuresRead(by: instruction, at: place)
        case .beyond(let side, let series, _, let reference, let level):
            step.details = benchmarkDetails(side, series, reference, level, at: place) + familyDetails(instruction, at: place)
            step.steps = steps(below: instruction, at: place)
        case .outlier(let series, let level):
            step.details = funnelDetails(series, level, at: place)
            step.steps = figuresRead(by: instruction, at: place)
        case .unusual(let series, let level):
            step.details = seasonDetails(series, level, at: place)
            step.steps = figuresRead(by: instruction, at: place)
        case .annual(let series):
            let judged = frame.first.moved(by: place.period)
            let scale = DecimalText.shortest(annualScale(series, place.period), upTo: 3)
            step.details = ["\(judged.days) days as a year, times \(scale)"]
            step.steps = figuresRead(by: instruction, at: place)
        case .rank(let series):
            let absent = frame.areas.indices.count { figure(series, $0, place.period, .earlier(0)).isAbsent }
            step.details = ["of \(frame.areas.count) areas, 1 the greatest figure"]
            if absent > 0 { step.details.append("\(absent) without a figure") }
            step.steps = figuresRead(by: instruction, at: place)
        case .processControl(let rule, let series):
            step.details = controlDetails(rule, series, at: place)
            step.steps = figuresRead(by: instruction, at: place)
        case .window(_, let series, let steps):
            step.details = crossings(series, from: .earlier(steps - 1), at: place)
            step.steps = figuresRead(by: instruction, at: place)
        case .base, .smallest, .missing, .provisional, .shareOfTotal, .age:
            step.steps = figuresRead(by: instruction, at: place)
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
            guard below.part == instruction.part, below.range == instruction.range else {
                steps.append(step(operand, at: place))
                continue
            }
            for step in self.steps(below: below, at: place) where !steps.contains(step) { steps.append(step) }
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

    private func figuresRead(by instruction: Instruction, at place: ExplainedPlace) -> [Explanation.Step] {
        instruction.operation.figuresRead.map { observationStep($0, at: place) }
    }

    private func observationStep(_ reference: FigureReference, at place: ExplainedPlace) -> Explanation.Step {
        let series = program.series[reference.series]
        let found = observation(reference.series, place.area, place.period, reference.period)
        let cell = Self.cell(found)
        let period = self.period(reference.period, at: place)
        let result =
            cell.isAbsent
            ? Self.words(.unknown(Self.reason(found.state) ?? .missing))
            : Self.words(cell, series.unit, asPublished: series.unit != .count)
        var figure = Self.figure(cell, series.unit)
        if found.state == .reported {
            (figure.numerator, figure.denominator, figure.count) = (found.numerator, found.denominator, found.count)
        }
        return Explanation.Step(
            text: series.title, result: result, period: period.title,
            details: details(found, series.unit) + exceptions(series.kpi, period), figure: figure)
    }

    private func period(_ reference: PeriodReference, at place: ExplainedPlace) -> Period {
        period(reference, seenFrom: place.period)
    }

    /// That the figures of two periods of unequal length were compared per day.
    private func dailyDetails(_ pair: Comparison, at place: ExplainedPlace) -> [String] {
        let (now, before) = (period(.earlier(0), at: place), period(pair.earlier, at: place))
        guard pair.byDailyRates, now.days != before.days else { return [] }
        return ["compared per day, \(now.days) days against \(before.days)"]
    }

    /// Changes of definition between the two figures of a comparison.
    private func crossings(_ series: Int, from earlier: PeriodReference, at place: ExplainedPlace) -> [String] {
        if program.series[series].kpi.steps.isEmpty { return [] }
        let (now, before) = (period(.earlier(0), at: place), period(earlier, at: place))
        return program.series[series].kpi.steps.filter { $0.parts(now, from: before) }.map { step in
            "counted otherwise from \(step.at.title): \(step.because)"
        }
    }

    /// What is to be known of a period before a comparison with it is believed.
    private func exceptions(_ declaration: KPIDeclaration, _ period: Period) -> [String] {
        if declaration.exceptional.isEmpty { return [] }
        return declaration.exceptional.filter { $0.touches(period) }.map { stretch in
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

    private func conclusion(_ verdict: Verdict, at place: ExplainedPlace) -> String {
        let when = result(program.when, place.cell).truth
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

    /// How far the condition was from being met.
    private func distance(at place: ExplainedPlace) -> String {
        let missed = shortfalls(at: place).map { shortfall in
            "\(shortfall.figure) against \(shortfall.threshold)" + (shortfall.words.isEmpty ? "" : ", \(shortfall.words)")
        }
        return missed.isEmpty ? "" : ": " + missed.joined(separator: "; ")
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
