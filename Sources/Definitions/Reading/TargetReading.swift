import Diagnostics
import Measures
import YAMLText

/// Reads what one KPI is held against.
struct TargetScope {
    let context: ReadingContext
    let unit: Unit
    let better: KPI.Better

    var reading: FieldReading<Target> {
        .mapping("a target") { reader in
            let value = reader.required("value", .figure(in: unit))
            let by = reader.optional("by", .period)
            let start = reader.optional("from", startReading)
            let path = reader.optional("path", .choice(of: Target.Path.self))
            let milestones = milestones(&reader)
            let tolerance = reader.optional("tolerance", toleranceReading)
            let owner = reader.optional("owner", .text)
            let because = reader.optional("because", .text)
            let source = reader.optional("source", .text)
            let way = ["from", "milestones", "path"].filter { reader.has($0) }
            if path != nil, way == ["path"] {
                context.report(FieldProblem.missingKey("from", of: "a target with a path"), at: reader.place(of: "path"))
            }
            if let first = way.first, !reader.has("by") {
                context.report(FieldProblem.missingKey("by", of: "a target with a path"), at: reader.place(of: first))
                return nil
            }
            guard isInOrder(start, milestones, by, reader) else { return nil }
            return value.map {
                Target(
                    value: $0, by: by, start: start, path: path ?? (start == nil ? .stepped : .linear),
                    milestones: milestones, tolerance: checked(tolerance, owner: owner, because: because, &reader),
                    owner: owner, source: source)
            }
        }
    }

    private var startReading: FieldReading<Target.Milestone> {
        .mapping("the start of a target's path") { reader in
            let value = reader.required("value", .figure(in: unit))
            let at = reader.required("at", .period)
            guard let value, let at else { return nil }
            return Target.Milestone(value: value, at: at)
        }
    }

    private func milestones(_ reader: inout MappingReader) -> [Target.Milestone] {
        let written = reader.optional("milestones", .entries(of: .figure(in: unit))) ?? []
        return written.compactMap { entry in
            if let period = Period(entry.key.text) { return Target.Milestone(value: entry.value, at: period) }
            context.report(DefinitionProblem.noSuchPeriod(entry.key.text), at: entry.key.span)
            return nil
        }
    }

    /// Whether start, milestones and end follow one another.
    private func isInOrder(
        _ start: Target.Milestone?, _ milestones: [Target.Milestone], _ by: Period?, _ reader: MappingReader
    ) -> Bool {
        let periods = (start.map { [$0.at] } ?? []) + milestones.map(\.at) + (by.map { [$0] } ?? [])
        for (earlier, later) in zip(periods, periods.dropFirst()) where earlier.lastMonth >= later.lastMonth {
            context.report(
                DefinitionProblem.periodsOutOfOrder(first: earlier.description, second: later.description),
                at: reader.place(of: later == by ? "by" : "milestones"))
            return false
        }
        return true
    }

    /// `10% of target`, `5 points` of a percent, or a width in the KPI's unit.
    private var toleranceReading: FieldReading<Tolerance.Width> {
        FieldReading<String>.text.then { text, field in
            let suffix = " of target"
            if text.hasSuffix(suffix), let part = FigureText.value(String(text.dropLast(suffix.count)), in: .percent),
                (0...10).contains(part)
            {
                return .ofTarget(part)
            }
            if let width = FigureText.value(text, in: unit.difference), width >= 0 { return .figure(width) }
            field.report(DefinitionProblem.notTolerance(text, unit: unit.difference.description))
            return nil
        }
    }

    /// A tolerance has a direction, an owner and a reason.
    private func checked(
        _ width: Tolerance.Width?, owner: String?, because: String?, _ reader: inout MappingReader
    ) -> Tolerance? {
        guard let width else { return nil }
        if better == .neither {
            context.report(DefinitionProblem.toleranceWithoutDirection, at: reader.place(of: "tolerance"))
        }
        for (key, value) in [("owner", owner), ("because", because)] where value == nil && !reader.has(key) {
            context.report(FieldProblem.missingKey(key, of: "a target with a tolerance"), at: reader.place(of: "tolerance"))
        }
        guard let owner, let because else { return nil }
        return Tolerance(width, owner: owner, because: because)
    }
}
