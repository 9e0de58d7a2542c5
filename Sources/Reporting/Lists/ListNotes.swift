import Definitions
import RuleLanguage

/// What a list says beside its alerts.
struct ListNotes {
    var moduleFailures: [(priority: Priority, failure: FailedModule)] = []
    var data: [DataNote] = []
    /// As `data`, with as many records named one by one as are known.
    var records: [DataNote] = []
    var consistency: [(priority: Priority, note: ConsistencyNote)] = []
    var kpis: [(kpi: KPI, note: KPINote)] = []
    /// Notes whose words may hold figures, and which this audience therefore does not get.
    var keptBack = 0
    var holdsMadeRecords = false

    var isEmpty: Bool { data.isEmpty && consistency.isEmpty && kpis.isEmpty && keptBack == 0 }
}

extension ListNotes {
    /// The notes that concern a group: those of the priorities that it leads and of the KPIs that its rules
    /// read, with the datasets behind these.
    ///
    /// - Parameter isOpen: whether the audience sees every figure. Notes in free words cannot be held against a policy.
    init(_ input: ReportInput, for group: Body, isOpen: Bool) {
        holdsMadeRecords = input.holdsMadeRecords
        var datasets: Set<String> = []
        for priority in input.definitions.priorities {
            let leads = priority.lead == group.id
            let rules = priority.rules.filter { $0.groups.contains(group.id) }
            guard leads || !rules.isEmpty else { continue }
            let read = Set(rules.flatMap { $0.program.series.map(\.name) })
            let kpis = priority.kpis.filter { leads || read.contains($0.id) }
            datasets.formUnion(kpis.flatMap(\.datasets))
            moduleFailures += input.moduleFailures.filter { $0.module == priority.module }.map { (priority, $0) }
            consistency += input.consistencyNotes.filter { $0.priority == priority.id }.map { (priority, $0) }
            for kpi in kpis { self.kpis += input.kpiNotes.filter { $0.kpi == kpi.id }.map { (kpi, $0) } }
        }
        data = input.dataNotes.filter { datasets.contains($0.dataset) }
        records = (input.dataRecords ?? input.dataNotes).filter { datasets.contains($0.dataset) }
        if !isOpen {
            data = Self.eachOnce(data.compactMap(\.withoutCounts))
            records = data
            keptBack = consistency.count + kpis.count
            consistency = []
            kpis = []
        }
    }

    private static func eachOnce(_ notes: [DataNote]) -> [DataNote] {
        var seen: Set<DataNote> = []
        return notes.filter { seen.insert($0).inserted }
    }
}
