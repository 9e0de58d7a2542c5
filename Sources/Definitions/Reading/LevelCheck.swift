import Diagnostics
import Measures
import ModuleKit
import YAMLText

/// Holds the levels that a KPI is told by against those that its indicator can be told for.
struct LevelCheck {
    let context: ReadingContext
    let geography: Geography
    let datasets: [DatasetContract]

    /// - Parameters:
    ///   - levels: the levels that the KPI names; empty where it is told for the whole.
    ///   - span: where what concerns the indicator itself is told.
    func check(
        _ indicator: IndicatorDescription, _ parameters: [String: ParameterValue], by levels: [Located<AreaLevel>],
        at span: SourceSpan
    ) {
        guard let offer = indicator.levels, context.knowsPartnership else { return }
        switch offer {
        case .holding(let parameter, let standard, let itself):
            let small = AreaLevel(offer.smallLevel(parameters) ?? standard)
            guard let place = geography.levels.firstIndex(of: small) else {
                // One that a parameter names has been reported there.
                guard parameters[parameter] == nil else { return }
                let known = geography.levels.dropFirst().map(\.rawValue)
                let problem = DefinitionProblem.noStandardLevel(
                    small.rawValue, indicator: indicator.name, parameter: parameter, known: known)
                return context.report(problem, at: span)
            }
            let holding = Array(geography.levels[..<place])
            // Small areas ranked within themselves would each be the first.
            let unfit =
                levels.filter { !holding.contains($0.value) && !(itself && $0.value == small) }
                .map { (level: $0, offered: itself ? holding + [small] : holding) }
                + stated(indicator, parameters, but: parameter, at: span).filter { !holding.contains($0.value) }
                .map { (level: $0, offered: holding) }
            for (level, offered) in unfit {
                let problem = DefinitionProblem.levelHoldsNone(
                    level.value.rawValue, indicator: indicator.name, small: small.rawValue, holding: offered.map(\.rawValue))
                context.report(problem, at: level.span)
            }
        case .senders(let parameter):
            guard case .text(let name) = parameters[parameter], let dataset = datasets.first(where: { $0.name == name })
            else { return }
            let told = [geography.whole, dataset.senders?.level(in: geography)].compactMap(\.self)
            for level in levels where !told.contains(level.value) {
                let problem = DefinitionProblem.levelWithoutSenders(
                    level.value.rawValue, indicator: indicator.name, dataset: name, told: told.map(\.rawValue))
                context.report(problem, at: level.span)
            }
        }
    }

    /// The levels that other parameters name: they have to hold small areas too.
    private func stated(
        _ indicator: IndicatorDescription, _ parameters: [String: ParameterValue], but small: String, at span: SourceSpan
    ) -> [Located<AreaLevel>] {
        indicator.parameters.filter { $0.kind == .level && $0.name != small }.compactMap { parameter in
            guard case .text(let name) = parameters[parameter.name] else { return nil }
            return Located(AreaLevel(name), at: span)
        }
    }
}
