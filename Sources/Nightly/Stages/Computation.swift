import Alerting
import Definitions
import Diagnostics
import Measures
import ModuleHost
import ModuleKit
import Warehouse

/// What the modules made of the tables, KPI by KPI.
struct Computation: Sendable {
    struct ToldKPI: Sendable {
        var kpi: KPI
        var coverage: Coverage
        var observations: [ComputedObservations]
        /// Whether nothing can be told of it: its module, or a query of it, failed.
        var isFailed: Bool
    }

    var told: [ToldKPI] = []
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
    /// The stage `compute`: every module turns its tables into observations, side by side.
    func compute(_ planned: [PlannedPriority], _ fetched: FetchResult, _ definitions: Definitions) async -> Computation {
        await withTaskGroup(of: (Int, Computation).self) { group in
            for (place, priority) in planned.enumerated() {
                group.addTask { (place, await self.compute(priority, fetched, definitions)) }
            }
            var parts: [(Int, Computation)] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.reduce(into: Computation()) { whole, part in
                whole.told += part.1.told
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
        var requests: [ComputeRequest] = []
        for kpi in planned.kpis {
            let coverage = Coverage(kpi, contracts: contracts, receipts: fetched.receipts, asOf: settings.asOf)
            let answered = AnsweredQueries(kpi, fetched)
            computation.faults += answered.faults
            computation.told.append(
                Computation.ToldKPI(
                    kpi: kpi.kpi, coverage: coverage, observations: [],
                    isFailed: kpi.failure != nil || !answered.faults.isEmpty))
            guard kpi.failure == nil, let tables = answered.tables else { continue }
            let frames = coverage.frames(of: kpi.kpi, in: definitions.partnership.geography)
            requests.append(ComputeRequest(request: kpi.request, frames: frames, tables: tables))
        }
        let answer = await answer(planned, requests, &computation)
        for place in computation.told.indices {
            let id = computation.told[place].kpi.id
            if answer == nil { computation.told[place].isFailed = true }
            if let reason = answer?.failures[id] {
                computation.told[place].isFailed = true
                computation.faults.append(Fault(.module, planned.priority.module, "\(id): \(reason)"))
            }
            let observations = answer?.observations.filter { $0.kpi == id } ?? []
            computation.told[place].observations = observations
            for note in Set(observations.flatMap(\.notes)).sorted() {
                computation.notes.append(ComputationNote(priority: planned.priority.id, words: note))
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

    /// The stage `record`: a block for each KPI, level and grain, in which the host says of every cell that the modules told
    /// nothing of whether it is missing, not due or before the series begins.
    func record(_ computation: Computation, _ definitions: Definitions) -> ObservationSet {
        ObservationSet(
            computation.told.flatMap { told in
                Recording(
                    kpi: told.kpi, coverage: told.coverage, geography: definitions.partnership.geography, asOf: settings.asOf
                ).blocks(from: told.observations, failed: told.isFailed)
            })
    }
}

/// The tables of a KPI's queries.
struct AnsweredQueries {
    /// By the query's name; nil where one could not be had.
    var tables: [String: Table]?
    /// What kept a query from its answer. A dataset that is absent or refused is no fault of the query, and is told once, by
    /// the warehouse.
    var faults: [Fault] = []

    init(_ kpi: PlannedKPI, _ fetched: FetchResult) {
        var found: [String: Table] = [:]
        for query in kpi.queries {
            let name = query.name
            switch fetched.tables[QueryIdentity(kpi: kpi.kpi.id, query: name)] {
            case .success(let table): found[name] = table
            case .failure(.datasetMissing), .failure(.datasetRefused): break
            case .failure(.invalid(let findings)):
                let words = findings.map(\.problem.words).joined(separator: "; ")
                faults.append(Fault(.query, kpi.kpi.id, "\(kpi.kpi.id): the query \(name) is not valid: \(words)"))
            case .failure(.engine(let words)):
                faults.append(Fault(.query, kpi.kpi.id, "\(kpi.kpi.id): the query \(name) could not be answered: \(words)"))
            case nil: faults.append(Fault(.query, kpi.kpi.id, "\(kpi.kpi.id): the query \(name) was not answered"))
            }
        }
        tables = found.count == kpi.queries.count ? found : nil
    }
}
