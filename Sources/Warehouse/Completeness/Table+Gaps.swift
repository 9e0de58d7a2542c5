import Measures
import ModuleKit

extension TableGap {
    /// Whether a group of an answer counts records of the gap: its area is one of the gap's, and what the query groups by besides has
    /// the gap's values.
    fileprivate func concerns(_ row: Int, _ areas: [[String]], _ values: [String: Table.Column], whole: AreaCode?) -> Bool {
        let own = areas.isEmpty ? [whole].compactMap { $0?.rawValue } : areas.map { $0[row] }
        guard own.contains(where: { self.areas.contains(AreaCode($0)) }) else { return false }
        return group.allSatisfy { part in
            switch values[part.column] {
            case .numbers(let numbers): Double(part.value) == numbers[row]
            case .texts(let texts): part.value == texts[row]
            case nil: true
            }
        }
    }
}

extension Table {
    /// The answer to a query without the groups that lack something of what they should hold.
    func without(_ gaps: [TableGap], of plan: PlannedQuery, whole: AreaCode?) -> Table {
        guard !gaps.isEmpty else { return self }
        var areas: [[String]] = []
        var values: [String: Column] = [:]
        for grouping in plan.groupings {
            guard let place = names.firstIndex(of: grouping.name) else { continue }
            switch grouping.key {
            case .area, .part, .sender: areas.append(texts(grouping.name))
            case .column(let index): values[plan.contract.columns[index].name] = columns[place]
            case .period: break
            }
        }
        let kept = (0..<rowCount).filter { row in !gaps.contains { $0.concerns(row, areas, values, whole: whole) } }
        guard kept.count < rowCount else { return self }
        return Table(
            zip(names, columns).map { name, column in
                switch column {
                case .numbers(let numbers): (name, .numbers(kept.map { numbers[$0] }))
                case .texts(let texts): (name, .texts(kept.map { texts[$0] }))
                }
            })
    }
}
