import Alerting
import Definitions
import Diagnostics
import Measures
import ModuleHost
import ModuleKit
import Warehouse

/// What the modules made of the tables: the run's observations, and what readers should know beside them.
struct Computation: Sendable {
    var observations = ObservationSet()
    var notes: [ComputationNote] = []
    var faults: [Fault] = []
}

/// What a module says beside a KPI's figures.
struct ComputationNote: Sendable, Hashable {
    /// The priority, by id.
    var priority: String
    var words: String
}

extension NightlyRun {
    /// The stages `compute` and `record`: every module turns its tables into observations, side by side; the host fills in what
    /// is missing, not due or before the series begins.
    func compute(_ planned: [PlannedPriority], _ fetched: FetchResult, _ definitions: Definitions) async -> Computation {
        await withTaskGroup(of: (Int, Computation).self) { group in
            for (place, priority) in planned.enumerated() {
                group.addTask { (place, await self.compute(priority, fetched, definitions)) }
            }
            var parts: [(Int, Computation)] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.reduce(into: Computation()) { whole, part in
                for block in part.1.observations.all { whole.observations.insert(block) }
                whole.notes += part.1.notes
                whole.faults += part.1.faults
            }
        }
    }

    private func compute(
        _ planned: PlannedPriority, _ fetched: FetchResult, _ definitions: Definitions
    ) async -> Computation {
        var computation = Computation()
        let contracts = definitions.partnership.datasets + planned.priority.datasets
        let geography = definitions.partnership.geography
        var requests: [ComputeRequest] = []
        var coverages: [String: Coverage] = [:]
        for kpi in planned.kpis {
            let coverage = Coverage(kpi, contracts: contracts, receipts: fetched.receipts, asOf: settings.asOf)
            coverages[kpi.kpi.id] = coverage
            guard kpi.failure == nil, let tables = tables(of: kpi, fetched, &computation) else { continue }
            let frames = kpi.kpi.levels.flatMap { level in
                kpi.kpi.grains.map { grain in
                    Frame(
                        level: level, grain: grain, areas: kpi.kpi.areas(at: level, in: geography),
                        periods: coverage.periods(grain).map(\.ordinal))
                }
            }
            requests.append(ComputeRequest(request: kpi.request, frames: frames, tables: tables))
        }
        let answer = await answer(planned, requests, &computation)
        for kpi in planned.kpis {
            guard let coverage = coverages[kpi.kpi.id] else { continue }
            let failed = kpi.failure != nil || answer == nil || answer?.failures[kpi.kpi.id] != nil
            if let reason = answer?.failures[kpi.kpi.id] {
                computation.faults.append(Fault(.module, planned.priority.module, "\(kpi.kpi.id): \(reason)"))
            }
            let told = answer?.observations.filter { $0.kpi == kpi.kpi.id } ?? []
            for note in Set(told.flatMap(\.notes)).sorted() {
                computation.notes.append(ComputationNote(priority: planned.priority.id, words: note))
            }
            for block in Recording(kpi: kpi.kpi, coverage: coverage, geography: geography, asOf: settings.asOf)
                .blocks(from: told, failed: failed)
            {
                computation.observations.insert(block)
            }
        }
        return computation
    }

    private func answer(
        _ planned: PlannedPriority, _ requests: [ComputeRequest], _ computation: inout Computation
    ) async -> ComputeAnswer? {
        guard let session = planned.session else { return nil }
        do throws(ModuleFailure) {
            let answer = try await session.compute(requests)
            await session.close()
            return answer
        } catch {
            computation.faults.append(Fault(error))
            return nil
        }
    }

    /// The tables of a KPI by the query's name; nil, with the fault recorded, where one could not be had. A dataset that is
    /// absent or refused is told once, by the warehouse.
    private func tables(of kpi: PlannedKPI, _ fetched: FetchResult, _ computation: inout Computation) -> [String: Table]? {
        var tables: [String: Table] = [:]
        for query in kpi.queries {
            switch fetched.tables[QueryIdentity(kpi: kpi.kpi.id, query: query.name)] {
            case .success(let table): tables[query.name] = table
            case .failure(.datasetMissing), .failure(.datasetRefused): return nil
            case .failure(.invalid(let findings)):
                let words = findings.map(\.problem.words).joined(separator: "; ")
                computation.faults.append(Fault(.query, kpi.kpi.id, "the query \(query.name) is not valid: \(words)"))
                return nil
            case .failure(.engine(let words)):
                computation.faults.append(Fault(.query, kpi.kpi.id, "the query \(query.name) could not be answered: \(words)"))
                return nil
            case nil:
                computation.faults.append(Fault(.query, kpi.kpi.id, "the query \(query.name) was not answered"))
                return nil
            }
        }
        return tables
    }
}
