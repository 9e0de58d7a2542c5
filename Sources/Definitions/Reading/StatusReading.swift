import Diagnostics
import Measures
import RuleLanguage
import YAMLText

/// A KPI's `rag:` as written. Its conditions may name other KPIs, so they are compiled once all are known.
struct StatusDraft {
    var grain: Located<Grain>
    var red: YAMLScalar?
    var amber: YAMLScalar?
    /// A change that is no change yet, as written: relative, or in points of a KPI that is told in points.
    var steady: YAMLScalar?
    var owner: String?
    var because: String?

    static func reading(_ context: ReadingContext) -> FieldReading<StatusDraft> {
        .mapping("a `rag`") { reader in
            let grain = reader.required("on", .located(.choice(of: Grain.self)))
            let red = reader.optional("red", .scalar)
            let amber = reader.optional("amber", .scalar)
            let steady = reader.optional("steady", .scalar)
            let owner = reader.optional("owner", .text)
            let because = reader.optional("because", .text)
            if amber != nil, red == nil {
                context.report(FieldProblem.missingKey("red", of: "a `rag` with `amber`"), at: reader.place(of: "amber"))
            }
            // Who set the bounds, and why there, is a question that will be asked.
            for (key, value) in [("owner", owner), ("because", because)] where red != nil && value == nil && !reader.has(key)
            {
                context.report(
                    FieldProblem.missingKey(key, of: "a `rag` with bounds of its own"), at: reader.place(of: "red"))
            }
            guard let grain else { return nil }
            return StatusDraft(
                grain: grain, red: red, amber: amber, steady: steady, owner: owner,
                because: because)
        }
    }
}

extension RuleScope {
    /// The status rule of a KPI: what is written, or else what its target and tolerance make of themselves.
    func status(_ draft: StatusDraft, of kpi: KPI) -> StatusRule? {
        guard kpi.better != .neither else {
            context.report(DefinitionProblem.statusWithoutDirection(kpi: kpi.id), at: draft.grain.span)
            return nil
        }
        guard draft.red != nil || kpi.target != nil else {
            // A target that could not be read, or an amber without its red, has been told already.
            if !kpi.declaration.hasTarget, draft.amber == nil {
                context.report(DefinitionProblem.statusWithoutBound(kpi: kpi.id), at: draft.grain.span)
            }
            return nil
        }
        let worse = kpi.better == .lower ? ">" : "<"
        let outermost = kpi.target?.tolerance == nil ? "target" : "tolerance"
        let red = program(draft, draft.red, or: "\(kpi.id) \(worse) \(outermost)(\(kpi.id))")
        let ownAmber = draft.red == nil && kpi.target?.tolerance != nil ? "\(kpi.id) \(worse) target(\(kpi.id))" : nil
        let amber = draft.amber != nil || ownAmber != nil ? program(draft, draft.amber, or: ownAmber ?? "") : nil
        guard let red, let steady = steady(draft.steady, of: kpi), let long = travel(kpi, draft, steady, from: nil) else {
            return nil
        }
        return StatusRule(
            grain: draft.grain.value, red: red, amber: amber,
            short: draft.grain.value.overlaps ? nil : travel(kpi, draft, steady, from: "previous period"), long: long,
            owner: draft.owner ?? kpi.target?.tolerance?.owner ?? kpi.target?.owner,
            because: draft.because ?? kpi.target?.tolerance?.because)
    }

    /// The width of the band in which a KPI is steady, as a fraction; nil, and told, where what is written is none.
    private func steady(_ written: YAMLScalar?, of kpi: KPI) -> Double? {
        guard let written else { return 0 }
        let unit = kpi.unit == .points ? kpi.unit : .percent
        guard let width = FigureText.value(written.text, in: unit) else {
            context.report(DefinitionProblem.notFigure(written.text, unit: unit.description), at: written.span)
            return nil
        }
        guard width >= 0 else {
            context.report(
                FieldProblem.outOfRange(field: "steady", text: written.text, lowest: "0", highest: nil), at: written.span)
            return nil
        }
        return width
    }

    private func travel(_ kpi: KPI, _ draft: StatusDraft, _ steady: Double, from: String?) -> StatusRule.Travel? {
        // A change of a change has no meaning; of such a figure the difference is told.
        let isChange = kpi.unit == .change || kpi.unit == .points
        let bound = DecimalText.plain(steady * 100, places: 6)
        let term = "\(isChange ? "difference" : "change")(\(kpi.id)\(from.map { ", from: \($0)" } ?? ""))"
        let unit = kpi.unit == .points ? " points" : "%"
        let rise = "\(term) > \(bound)\(unit)"
        let fall = "\(term) < -\(bound)\(unit)"
        guard let rising = program(draft, nil, or: rise), let falling = program(draft, nil, or: fall) else { return nil }
        return kpi.better == .lower
            ? StatusRule.Travel(improved: falling, worsened: rising)
            : StatusRule.Travel(improved: rising, worsened: falling)
    }

    /// The program of a condition as written, or of one that is made.
    private func program(_ draft: StatusDraft, _ written: YAMLScalar?, or made: String) -> RuleProgram? {
        let source = RuleSource(grain: draft.grain.value, when: written?.text ?? made)
        switch RuleCompiler.compile(
            source, kpis: declarations, levels: geography.levels, unguarded: true)
        {
        case .success(let program): return program
        case .failure(let failure):
            for found in failure.findings {
                context.report(
                    found.finding.problem, at: written?.span(ofUTF8Range: found.finding.range) ?? draft.grain.span)
            }
            return nil
        }
    }
}
