import Measures

/// Answers the host's messages with a module's indicators: values in, values out.
public struct ModuleResponder: Sendable {
    private let manifest: Manifest
    private let indicators: [String: any Indicator]

    public init(_ module: some PriorityModule) {
        manifest = module.manifest
        indicators = Dictionary(
            module.everyIndicator.map { ($0.description.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func reply(to message: HostMessage) -> ModuleReply {
        guard indicators.count == manifest.indicators.count else {
            return .failure("two indicators of '\(manifest.id)' bear one name")
        }
        return switch message {
        case .describe: .manifest(manifest)
        case .plan(let requests): .plan(plan(requests))
        case .compute(let requests): .observations(compute(requests))
        }
    }

    private func plan(_ requests: [IndicatorRequest]) -> PlanAnswer {
        var answer = PlanAnswer()
        for request in requests {
            do throws(IndicatorError) {
                answer.queries[request.kpi] = try indicator(request).plan(request)
            } catch {
                answer.failures[request.kpi] = error.description
            }
        }
        return answer
    }

    private func compute(_ requests: [ComputeRequest]) -> ComputeAnswer {
        var answer = ComputeAnswer()
        for request in requests {
            do throws(IndicatorError) {
                let computed = try indicator(request.request).compute(request)
                for frame in computed {
                    if let row = frame.rows.first(where: { !$0.observation.isFinite }) {
                        throw .unfitData("the figure of \(row.area) is not a number")
                    }
                }
                answer.observations += computed
            } catch {
                answer.failures[request.request.kpi] = error.description
            }
        }
        return answer
    }

    private func indicator(_ request: IndicatorRequest) throws(IndicatorError) -> any Indicator {
        guard let indicator = indicators[request.indicator] else { throw .unknownIndicator(request.indicator) }
        return indicator
    }
}

extension Observation {
    /// Whether every number that it carries is one: a quotient by zero fails its KPI, not the whole reply.
    fileprivate var isFinite: Bool {
        [value, bounds?.low, bounds?.high, numerator, denominator, count, sumOfSquaredWeights]
            .allSatisfy { $0?.isFinite ?? true }
    }
}
