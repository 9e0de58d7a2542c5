import Definitions
import Measures
import RuleLanguage

/// What a KPI is, as its definition states it.
struct DefinitionFacts {
    private(set) var facts: [AlertView.Fact] = []

    init(_ kpi: KPI, of priority: Priority, _ definitions: Definitions) {
        add("Measure", "\(kpi.id), of the module \(priority.module)")
        add("Indicator", kpi.indicator)
        add(
            "With",
            kpi.statedParameters.map { "\($0.name): \($0.text)" }.joined(separator: "; "))
        add("Unit", kpi.unit.description)
        add("Told by", (kpi.grains.map(\.rawValue) + kpi.levels.map(\.title)).joined(separator: ", "))
        add("Better", Self.words(kpi.better))
        add("Theme", kpi.theme)
        add("Source", kpi.source)
        add("Data", kpi.datasets.map { definitions.datasetTitle($0, of: priority) }.joined(separator: "; "))
        add("Target", kpi.target.map { Self.words($0, kpi.unit) })
        add("Benchmark", kpi.benchmark.map { "\($0.of), from \($0.source)" })
        add("Bounds", kpi.status.map { Self.words($0) })
        add("Matures", kpi.maturesMonths > 0 ? "After \(PlainText.counted(kpi.maturesMonths, "month"))" : nil)
        for step in kpi.declaration.steps {
            add("Counted otherwise", "From \(step.at.title): \(step.because)\(step.by.map { " (\($0))" } ?? "")")
        }
        for stretch in kpi.declaration.exceptional {
            add(
                "Exceptional",
                "\(stretch.from.title) to \(stretch.to.title): \(stretch.because)\(stretch.by.map { " (\($0))" } ?? "")")
        }
    }

    private mutating func add(_ term: String, _ words: String?) {
        guard let words, !words.isEmpty else { return }
        facts.append(AlertView.Fact(term: term, definition: PlainText.line(words)))
    }

    /// The value and the way to it: `10% by the end of 2026/27, from 0% at the end of 2023/24, in a straight line`.
    private static func words(_ target: Target, _ unit: Unit) -> String {
        let told = { (value: Double) in Quantity(value, unit).description }
        var parts = [told(target.value) + (target.by.map { " by the end of \($0.title)" } ?? "")]
        if let start = target.start { parts.append("from \(told(start.value)) at the end of \(start.at.title)") }
        parts += target.milestones.map { "\(told($0.value)) at the end of \($0.at.title)" }
        if target.by != nil, target.start != nil || !target.milestones.isEmpty {
            parts.append(target.path == .linear ? "in a straight line between them" : "in steps")
        }
        if let tolerance = target.tolerance {
            let width =
                switch tolerance.width {
                case .ofTarget(let part): "\(Quantity(part, .percent)) of it"
                case .figure(let width): unit == .percent ? "\(Quantity(width, .points))" : told(width)
                }
            parts.append("tolerated: \(width) (\(tolerance.owner): \(tolerance.because))")
        }
        if let owner = target.owner { parts.append("set by \(owner)") }
        if let source = target.source { parts.append(source) }
        return parts.joined(separator: "; ")
    }

    private static func words(_ better: KPI.Better) -> String {
        switch better {
        case .lower: "Lower"
        case .higher: "Higher"
        case .neither: "Neither way: both are told, and neither is judged"
        }
    }

    private static func words(_ status: StatusRule) -> String {
        var parts = ["by \(status.grain.rawValue), red when \(status.red.source.when)"]
        if let amber = status.amber { parts.append("amber when \(amber.source.when)") }
        parts.append("set by \(status.owner ?? "nobody named")\(status.because.map { ": \($0)" } ?? "")")
        return PlainText.sentence(parts.joined(separator: "; "))
    }
}
