import ModuleKit
import RuleLanguage

extension DuckDBDialect {
    /// A typed expression over the columns of a table. Every operation stands in parentheses.
    func expression(_ tree: RecordExpression, over table: RecordTable) -> String {
        func written(_ part: RecordExpression) -> String { expression(part, over: table) }
        switch tree {
        case .number(let number): return SQLText.number(number)
        case .text(let text): return SQLText.literal(text)
        case .truth(let truth): return truth ? "true" : "false"
        case .date(let date): return SQLText.date(date)
        case .column(let index, _): return table.column(index)
        case .not(let operand): return "(NOT \(written(operand)))"
        case .minus(let operand): return "(-\(double(operand, over: table)))"
        case .binary(let sign, let left, let right):
            if sign.isArithmetic { return arithmetic(sign, left, right, over: table) }
            let asDays = left.kind != right.kind
            let first = asDays ? day(left, over: table) : written(left)
            let second = asDays ? day(right, over: table) : written(right)
            return "(\(first) \(word(sign)) \(second))"
        case .between(let value, let low, let high):
            let asDays = Set([value.kind, low.kind, high.kind]).count > 1
            let parts = [value, low, high].map { asDays ? day($0, over: table) : written($0) }
            return "(\(parts[0]) BETWEEN \(parts[1]) AND \(parts[2]))"
        case .member(let value, let list):
            guard !list.isEmpty else { return "false" }
            let asDays = list.contains { $0.kind != value.kind }
            let members = list.map { asDays ? day($0, over: table) : written($0) }
            return "(\(asDays ? day(value, over: table) : written(value)) IN (\(members.joined(separator: ", "))))"
        case .daysBetween(let first, let second):
            return "date_diff('day', \(day(first, over: table)), \(day(second, over: table)))"
        case .hoursBetween(let first, let second):
            return "((epoch(\(written(second))) - epoch(\(written(first)))) / 3600e0)"
        case .hour(let operand): return "hour(\(written(operand)))"
        case .weekday(let operand): return "isodow(\(written(operand)))"
        case .missing(let operand): return "(\(written(operand)) IS NULL)"
        }
    }

    /// The day of a date or of a date and time.
    func day(_ tree: RecordExpression, over table: RecordTable) -> String {
        let text = expression(tree, over: table)
        return tree.kind == .moment ? "CAST(\(text) AS DATE)" : text
    }

    func double(_ tree: RecordExpression, over table: RecordTable) -> String {
        let text = expression(tree, over: table)
        if case .number = tree { return text }
        return "CAST(\(text) AS DOUBLE)"
    }

    /// A number; of a date, the days since 1970-01-01.
    func ordered(_ tree: RecordExpression, over table: RecordTable) -> String {
        tree.kind.isDated ? "date_diff('day', DATE '1970-01-01', \(day(tree, over: table)))" : expression(tree, over: table)
    }

    private func arithmetic(
        _ sign: BinaryOperator, _ left: RecordExpression, _ right: RecordExpression, over table: RecordTable
    ) -> String {
        let first = double(left, over: table)
        let second = double(right, over: table)
        // Nothing divided by nothing is absent, not infinite.
        return sign == .divided ? "(\(first) / nullif(\(second), 0))" : "(\(first) \(sign.rawValue) \(second))"
    }

    private func word(_ sign: BinaryOperator) -> String {
        switch sign {
        case .and: "AND"
        case .or: "OR"
        case .equal: "="
        case .notEqual: "<>"
        default: sign.rawValue
        }
    }
}
