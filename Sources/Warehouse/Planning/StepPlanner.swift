import Diagnostics
import ModuleKit

/// Checks the record steps of a query, in their order, and gives the contract a column for each.
struct StepPlanner {
    /// The dataset's, with a column more for each step so far. A step that is wrong has one too, so that what names it is not
    /// blamed as well.
    private(set) var contract: DatasetContract
    private(set) var steps: [PlannedStep] = []
    private(set) var findings: [QueryFinding] = []
    private let fileColumns: Set<String>

    init(_ contract: DatasetContract) {
        self.contract = contract
        fileColumns = Set(contract.columns.map(\.name))
    }

    mutating func add(_ step: RecordStep) {
        let function = function(step)
        var among: RecordExpression?
        if let text = step.among {
            do {
                among = try RecordExpressionChecker.condition(text, over: contract)
            } catch {
                findings += error.findings.map { QueryFinding($0.problem, text: text, at: $0.range) }
            }
        }
        if fileColumns.contains(step.name) {
            report(.stepNameTaken(step: step.name, dataset: contract.name))
        } else if contract.column(step.name) != nil {
            report(.repeatedStep(step.name))
        }
        if let function { steps.append(PlannedStep(function: function, among: among)) }
        contract.columns.append(DatasetContract.Column(name: step.name, header: "", type: step.type))
    }

    private mutating func report(_ problem: DataProblem) { findings.append(QueryFinding(problem)) }

    private mutating func function(_ step: RecordStep) -> PlannedStep.Function? {
        switch step.function {
        case .gap(let names):
            return grouped(step, of: names).map(PlannedStep.Function.gap)
        case .count(let names, let days):
            if !(1...RecordStep.mostDays).contains(days) {
                report(.stepDaysOutside(step: step.name, days: days, most: RecordStep.mostDays))
            }
            return grouped(step, of: names).map { .count(of: $0, withinDays: days) }
        case .grid(let longitude, let latitude, let metres):
            if !(1...Double(RecordStep.mostMetres)).contains(metres) {
                report(.stepMetresOutside(step: step.name, metres: metres, most: RecordStep.mostMetres))
            }
            let places = [longitude, latitude].map { degrees($0, of: step) }
            guard let longitude = places[0], let latitude = places[1] else { return nil }
            return .grid(longitude: longitude, latitude: latitude, metres: metres)
        }
    }

    /// The columns whose values say which records belong together: any but those of an unknown name.
    private mutating func grouped(_ step: RecordStep, of names: [String]) -> [Int]? {
        if contract.dateColumn == nil { report(.stepWithoutDate(step: step.name, dataset: contract.name)) }
        if names.isEmpty { report(.stepWithoutColumns(step: step.name)) }
        let indices = names.map { index($0) }
        return indices.contains(nil) ? nil : indices.compactMap { $0 }
    }

    private mutating func degrees(_ name: String, of step: RecordStep) -> Int? {
        guard let index = index(name) else { return nil }
        let kind = RecordKind(contract.columns[index].type)
        guard kind == .number else {
            report(.stepNeedsNumber(step: step.name, column: name, found: kind.words))
            return nil
        }
        return index
    }

    private mutating func index(_ name: String) -> Int? {
        if let index = contract.columns.firstIndex(where: { $0.name == name }) { return index }
        report(.unknownColumn(name, dataset: contract.name, columns: contract.columns.map(\.name)))
        return nil
    }
}
