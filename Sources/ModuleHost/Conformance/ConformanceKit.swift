import Measures
import ModuleKit

/// What every module must do, whatever its language: run by `beacon modules test NAME`, and by a module's own tests.
///
/// Records are made up from each query's own description, so the kit needs no data and knows no priority. It checks
/// how a module answers, never what figure: that a figure is right is for the module's own tests.
public struct ConformanceKit: Sendable {
    private let location: ModuleLocation
    let limits: ModuleLimits

    public init(_ location: ModuleLocation, limits: ModuleLimits = ConformanceKit.limits) {
        self.location = location
        self.limits = limits
    }

    /// Shorter than a run's: made-up tables are small.
    public static let limits = ModuleLimits(
        describe: .seconds(10), plan: .seconds(10), compute: .seconds(20),
        answer: WireLimits(header: 16 << 20, body: 64 << 20))

    /// Every check in order. A module that can't be described is not asked further.
    public func run() async -> [ConformanceCheck] {
        var checks: [ConformanceCheck] = []
        guard let manifest = await describe(&checks) else { return checks }
        for indicator in manifest.indicators {
            await ask(indicator, &checks)
        }
        await askForUnknown(&checks)
        await askForAll(manifest, &checks)
        await sendNonsense(&checks)
        await endEarly(&checks)
        return checks
    }

    private func describe(_ checks: inout [ConformanceCheck]) async -> Manifest? {
        await session { session in
            do throws(ModuleFailure) {
                let first = try await session.describe()
                checks.append(
                    ConformanceCheck(
                        "describe answers with a valid manifest", passed: true,
                        detail: "\(first.indicators.count) indicators"))
                let second = try await session.describe()
                checks.append(ConformanceCheck("describe answers the same twice", passed: first == second))
                return first
            } catch {
                checks.append(
                    ConformanceCheck("describe answers with a valid manifest", passed: false, detail: error.description)
                )
                return nil
            }
        }
    }

    private func ask(_ indicator: IndicatorDescription, _ checks: inout [ConformanceCheck]) async {
        let request = MadeRequest.request(indicator)
        await session { session in
            do throws(ModuleFailure) {
                let plan = try await session.plan([request])
                let again = try await session.plan([request])
                checks.append(
                    ConformanceCheck(
                        "\(indicator.name): plan answers the same twice", passed: plan == again,
                        detail: plan.failures[request.kpi] ?? ""))
                guard let queries = plan.queries[request.kpi] else { return }
                let unknown = MadeRequest.unknownColumns(queries, of: indicator)
                checks.append(
                    ConformanceCheck(
                        "\(indicator.name): plan asks only for columns that describe names", passed: unknown.isEmpty,
                        detail: unknown.joined(separator: ", ")))
                let full = MadeRequest.compute(request, queries, of: indicator)
                try await compute("\(indicator.name): compute answers the same twice", full, session, &checks)
                var empty = full
                empty.tables = full.tables.mapValues { $0.withoutRows }
                try await compute("\(indicator.name): compute bears tables without a row", empty, session, &checks)
                empty.frames = full.frames.map { frame in
                    var bare = frame
                    bare.areas = []
                    bare.periods = []
                    return bare
                }
                try await compute("\(indicator.name): compute bears frames without a cell", empty, session, &checks)
            } catch {
                checks.append(ConformanceCheck("\(indicator.name): answers", passed: false, detail: error.description))
            }
        }
    }

    /// Twice the same answer, be it figures or a reason.
    private func compute(
        _ name: String, _ request: ComputeRequest, _ session: ModuleSession, _ checks: inout [ConformanceCheck]
    ) async throws(ModuleFailure) {
        let first = try await session.compute([request])
        let second = try await session.compute([request])
        checks.append(
            ConformanceCheck(
                name, passed: first.inOrder == second.inOrder, detail: first.failures[request.request.kpi] ?? ""))
    }

    private func askForUnknown(_ checks: inout [ConformanceCheck]) async {
        let request = MadeRequest.unknown
        await session { session in
            do throws(ModuleFailure) {
                let plan = try await session.plan([request])
                checks.append(
                    ConformanceCheck(
                        "plan fails an indicator that it does not have", passed: plan.failures[request.kpi] != nil))
                let answer = try await session.compute([
                    ComputeRequest(request: request, frames: MadeRequest.frames, tables: [:])
                ])
                checks.append(
                    ConformanceCheck(
                        "compute fails an indicator that it does not have", passed: answer.failures[request.kpi] != nil)
                )
            } catch {
                checks.append(
                    ConformanceCheck(
                        "an indicator that it does not have fails alone", passed: false, detail: error.description))
            }
        }
    }

    /// All indicators at once, one that does not exist among them: it must fail, and the others not with it.
    private func askForAll(_ manifest: Manifest, _ checks: inout [ConformanceCheck]) async {
        let requests = manifest.indicators.map { MadeRequest.request($0) } + [MadeRequest.unknown]
        await session { session in
            do throws(ModuleFailure) {
                let plan = try await session.plan(requests)
                checks.append(
                    ConformanceCheck(
                        "one KPI that fails leaves the others their queries",
                        passed: plan.failures[MadeRequest.unknown.kpi] != nil
                            && (manifest.indicators.isEmpty || !plan.queries.isEmpty)))
            } catch {
                checks.append(
                    ConformanceCheck(
                        "one KPI that fails leaves the others their queries", passed: false, detail: error.description))
            }
        }
    }

    func session<Answer>(_ body: (ModuleSession) async -> Answer) async -> Answer {
        let session = ModuleSession(location, limits: limits)
        let answer = await body(session)
        await session.close()
        return answer
    }
}
