import RuleLanguage

/// An explanation as the template `workings` shows it: nested lists.
struct WorkingsView {
    struct Part {
        var heading: String
        var steps: [StepView]
    }

    var conclusion: String
    var parts: [Part]

    init(_ explanation: Explanation) {
        conclusion = PlainText.sentence(PlainText.line(explanation.conclusion))
        parts = [Part(heading: "Condition", steps: [StepView(explanation.when)])]
        if !explanation.given.isEmpty {
            parts.append(Part(heading: "Only if", steps: explanation.given.map(StepView.init)))
        }
        parts.append(Part(heading: "Clears when", steps: [StepView(explanation.clear)]))
    }
}

/// A step, and the steps that it rests on. No member is nil, since a template would look for it in the step above.
struct StepView {
    var stepText: String
    var stepPeriod: String
    var stepResult: String
    var details: [String]
    var hasSteps: Bool
    var steps: [StepView]

    init(_ step: Explanation.Step) {
        stepText = PlainText.line(step.text)
        stepPeriod = step.period.map { " (\($0))" } ?? ""
        stepResult = PlainText.line(step.result)
        details = step.details.map(PlainText.line)
        steps = step.steps.map(StepView.init)
        hasSteps = !steps.isEmpty
    }
}

extension Explanation {
    /// What the significance terms say of chance: `p = 0.056, exact conditional test of two counts …`, each once.
    var chanceWords: [String] {
        var words: [String] = []
        func visit(_ step: Step) {
            for detail in step.details where detail.hasPrefix("p = ") && !words.contains(detail) { words.append(detail) }
            step.steps.forEach(visit)
        }
        visit(when)
        given.forEach(visit)
        return words
    }
}
