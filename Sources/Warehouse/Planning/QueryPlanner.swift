import Diagnostics
public import Measures
public import ModuleKit

/// Checks a query against the datasets and the geography, and makes a plan of it.
public enum QueryPlanner {
    /// Everything that is wrong with a query; empty where it can be answered.
    public static func check(_ query: Query, contracts: [DatasetContract], geography: Geography) -> [QueryFinding] {
        do {
            _ = try plan(query, contracts: contracts, geography: geography)
            return []
        } catch {
            return error.findings
        }
    }

    struct Invalid: Error { var findings: [QueryFinding] }

    static func plan(
        _ query: Query, contracts: [DatasetContract], geography: Geography
    ) throws(Invalid) -> PlannedQuery {
        guard let dataset = contracts.firstIndex(where: { $0.name == query.dataset }) else {
            let problem = DataProblem.unknownDataset(query.dataset, known: contracts.map(\.name))
            throw Invalid(findings: [QueryFinding(problem)])
        }
        var stepPlanner = StepPlanner(contracts[dataset])
        for step in query.steps { stepPlanner.add(step) }
        let contract = stepPlanner.contract
        var findings = stepPlanner.findings
        var plan = PlannedQuery(
            dataset: dataset, contract: contract, steps: stepPlanner.steps, filter: nil, groupings: [], measures: [])
        if let filter = query.filter {
            plan.filter = expression(filter, &findings) { text throws(RecordExpressionChecker.Invalid) in
                try RecordExpressionChecker.condition(text, over: contract)
            }
        }
        for grouping in query.groupings {
            switch key(grouping, contract, geography) {
            case .success(let key): plan.groupings.append(PlannedGrouping(name: grouping.columnName, key: key))
            case .failure(let finding): findings.append(finding)
            }
        }
        for measure in query.measures {
            guard let function = function(measure.function, contract, &findings) else { continue }
            plan.measures.append(PlannedMeasure(name: measure.name, function: function))
        }
        var names: Set<String> = []
        for name in query.groupings.map(\.columnName) + query.measures.map(\.name) where !names.insert(name).inserted {
            findings.append(QueryFinding(DataProblem.repeatedOutput(name)))
        }
        guard findings.isEmpty else { throw Invalid(findings: findings) }
        return plan
    }

    private static func expression(
        _ text: String, _ findings: inout [QueryFinding],
        _ check: (String) throws(RecordExpressionChecker.Invalid) -> RecordExpression
    ) -> RecordExpression? {
        do {
            return try check(text)
        } catch {
            findings += error.findings.map { QueryFinding($0.problem, text: text, at: $0.range) }
            return nil
        }
    }

    private static func key(
        _ grouping: Grouping, _ contract: DatasetContract, _ geography: Geography
    ) -> Result<PlannedGrouping.Key, QueryFinding> {
        func failure(_ problem: DataProblem) -> Result<PlannedGrouping.Key, QueryFinding> { .failure(QueryFinding(problem)) }
        switch grouping {
        case .area(let name), .part(let name), .sender(let name):
            let level = AreaLevel(name)
            guard geography.levels.contains(level) else {
                return failure(.unknownLevel(name, known: geography.levels.map(\.rawValue)))
            }
            if case .sender = grouping {
                guard level == geography.whole || contract.senders?.level(in: geography) == level else {
                    return failure(.noSenders(dataset: contract.name, level: level.title))
                }
                return .success(.sender(level))
            }
            let countsForTheWhole = level == geography.whole && contract.extent == .partnership
            guard contract.areaColumn != nil || countsForTheWhole else {
                return failure(.noAreaColumn(dataset: contract.name, level: level.title))
            }
            if case .part = grouping { return .success(.part(level)) }
            return .success(.area(level))
        case .period(let name):
            guard let grain = Grain(rawValue: name) else {
                return failure(.unknownGrain(name, known: Grain.allCases.map(\.rawValue)))
            }
            guard contract.dateColumn != nil else { return failure(.noDateColumn(dataset: contract.name)) }
            return .success(.period(grain))
        case .column(let name):
            guard let index = contract.columns.firstIndex(where: { $0.name == name }) else {
                return failure(.unknownColumn(name, dataset: contract.name, columns: contract.columns.map(\.name)))
            }
            guard contract.columns[index].type != .person else { return failure(.personShown(column: name)) }
            return .success(.column(index))
        }
    }

    private static func function(
        _ function: Measure.Function, _ contract: DatasetContract, _ findings: inout [QueryFinding]
    ) -> PlannedMeasure.Function? {
        typealias Invalid = RecordExpressionChecker.Invalid
        func number(_ text: String) -> RecordExpression? {
            expression(text, &findings) { text throws(Invalid) in try RecordExpressionChecker.number(text, over: contract) }
        }
        func ordered(_ text: String) -> RecordExpression? {
            expression(text, &findings) { text throws(Invalid) in try RecordExpressionChecker.ordered(text, over: contract) }
        }
        switch function {
        case .count: return .count
        case .countWhere(let text):
            return expression(text, &findings) { text throws(Invalid) in
                try RecordExpressionChecker.condition(text, over: contract)
            }.map(PlannedMeasure.Function.countWhere)
        case .distinct(let text):
            return expression(text, &findings) { text throws(Invalid) in
                try RecordExpressionChecker.countable(text, over: contract)
            }.map(PlannedMeasure.Function.distinct)
        case .sum(let text): return number(text).map(PlannedMeasure.Function.sum)
        case .average(let text): return number(text).map(PlannedMeasure.Function.average)
        case .median(let text): return number(text).map { .quantile($0, 0.5) }
        case .quantile(let text, let part):
            guard (0...1).contains(part) else {
                findings.append(QueryFinding(DataProblem.quantileOutside(part)))
                return nil
            }
            return number(text).map { .quantile($0, part) }
        case .minimum(let text): return ordered(text).map(PlannedMeasure.Function.minimum)
        case .maximum(let text): return ordered(text).map(PlannedMeasure.Function.maximum)
        }
    }
}
