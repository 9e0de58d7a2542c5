import Definitions
import Measures
import ModuleHost
import ModuleKit

/// A KPI with what its module asks of the warehouse, or why it asks nothing.
struct PlannedKPI: Sendable {
    var kpi: KPI
    var request: IndicatorRequest
    var queries: [Query]
    /// Why the module gave no queries.
    var failure: String?
}

/// A priority's part of the run.
struct PlannedPriority: Sendable {
    var priority: Priority
    /// Nil where the module could not be started.
    var session: ModuleSession?
    var kpis: [PlannedKPI]
    var faults: [Fault]
}

extension PlannedPriority {
    /// The stage `plan`: every module turns its KPIs into queries, side by side.
    static func all(of definitions: Definitions, _ roster: ModuleRoster, _ offers: ModuleOffers) async -> [PlannedPriority] {
        await withTaskGroup(of: (Int, PlannedPriority).self) { group in
            for (place, priority) in definitions.priorities.enumerated() {
                group.addTask { (place, await Self.plan(priority, definitions, roster, offers)) }
            }
            var planned: [(Int, PlannedPriority)] = []
            for await entry in group { planned.append(entry) }
            return planned.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func plan(
        _ priority: Priority, _ definitions: Definitions, _ roster: ModuleRoster, _ offers: ModuleOffers
    ) async -> PlannedPriority {
        var figures: [String: Grain] = [:]
        for dataset in definitions.partnership.datasets + priority.datasets where dataset.holding == .figures {
            figures[dataset.name] = dataset.every
        }
        let requests = priority.kpis.map { kpi in
            IndicatorRequest(
                kpi: kpi.id, indicator: kpi.indicator, parameters: kpi.parameters, unit: kpi.unit, grains: kpi.grains,
                levels: kpi.levels, figures: figures.isEmpty ? nil : figures,
                parts: partNumbers(of: kpi, offers.offer(of: priority.module), definitions.partnership.geography))
        }
        // Without a manifest its KPIs have not been checked, so nothing of it is used.
        if case .failed(let reason) = offers.offer(of: priority.module) {
            return PlannedPriority(
                priority, requests,
                failed: Fault(.module, priority.module, reason, remedy: "run `beacon modules test \(priority.module)`"))
        }
        do throws(ModuleFailure) {
            let session = try roster.session(priority.module)
            let answer = try await session.plan(requests)
            let kpis = zip(priority.kpis, requests).map { kpi, request in
                PlannedKPI(
                    kpi: kpi, request: request, queries: answer.queries[kpi.id] ?? [], failure: answer.failures[kpi.id])
            }
            let faults = kpis.compactMap { planned in
                planned.failure.map { Fault(.module, priority.module, "\(planned.kpi.id): \($0)") }
            }
            return PlannedPriority(priority: priority, session: session, kpis: kpis, faults: faults)
        } catch {
            return PlannedPriority(priority, requests, failed: Fault(error))
        }
    }

    /// Of an indicator that compares small areas, how many there are.
    private static func partNumbers(of kpi: KPI, _ offer: ModuleOffers.Offer, _ geography: Geography) -> PartNumbers? {
        guard case .manifest(let manifest) = offer,
            let small = manifest.indicators.first(where: { $0.name == kpi.indicator })?.levels?.smallLevel(kpi.parameters)
        else { return nil }
        return PartNumbers(of: AreaLevel(small), in: geography)
    }
}

extension PlannedPriority {
    /// A priority whose module failed.
    fileprivate init(_ priority: Priority, _ requests: [IndicatorRequest], failed fault: Fault) {
        self.init(
            priority: priority, session: nil,
            kpis: zip(priority.kpis, requests).map { kpi, request in
                PlannedKPI(kpi: kpi, request: request, queries: [], failure: fault.words)
            }, faults: [fault])
    }
}

extension Fault {
    init(_ failure: ModuleFailure) {
        self.init(.module, failure.module, failure.description, remedy: failure.remedy)
    }
}
