import Definitions
import Diagnostics
import Measures
import ModuleKit
import Warehouse

extension PlannedPriority {
    /// What a run would find wrong with the KPIs when it plans them: what the module refuses, and queries that do not suit the datasets.
    func problems(beside partnership: Partnership) -> [Diagnostic] {
        // A module that could not be asked has been told of already.
        guard session != nil else { return [] }
        let contracts = partnership.datasets + priority.datasets
        return kpis.flatMap { planned -> [Diagnostic] in
            let refusal = planned.failure.map { reason in
                Diagnostic(
                    DefinitionProblem.moduleRefuses(module: priority.module, kpi: planned.kpi.id, reason: reason),
                    at: planned.kpi.place(ofParameterIn: reason))
            }
            let findings = planned.queries.flatMap { query in
                QueryPlanner.check(query, contracts: contracts, geography: partnership.geography)
            }
            return [refusal].compactMap(\.self)
                + findings.map { Diagnostic($0.problem, at: planned.kpi.place(of: $0)) }
        }
    }
}

extension KPI {
    /// The parameter that a module names in its reason, in single quotes as `IndicatorError` does; else the KPI.
    fileprivate func place(ofParameterIn reason: String) -> SourceSpan {
        parameterPlaces.first { reason.contains("'\($0.key)'") }?.value ?? span
    }

    /// The parameter that holds the text which a finding points at; else the KPI.
    fileprivate func place(of finding: QueryFinding) -> SourceSpan {
        guard let text = finding.text, finding.range.upperBound <= text.utf8.count else { return span }
        // A text of a condition stands in double quotes.
        let found = Array(text.utf8)[finding.range].filter { $0 != UInt8(ascii: "\"") }
        let wanted = String(decoding: found, as: UTF8.self)
        let holder = parameters.first { _, value in
            switch value {
            case .text(let text): text == wanted
            case .texts(let texts): texts.contains(wanted)
            case .number, .truth: false
            }
        }
        return holder.flatMap { parameterPlaces[$0.key] } ?? span
    }
}
