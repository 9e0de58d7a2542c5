import RuleLanguage

extension RecordCriterion {
    /// What a record satisfies that satisfies a condition. A condition that can't be read is one criterion of its own.
    static func all(satisfying condition: String) -> [RecordCriterion] {
        guard let tree = try? ExpressionParser.parse(condition) else { return [.other(condition, columns: [condition])] }
        return all(tree, Array(condition.utf8))
    }

    private static func all(_ tree: Expression, _ text: [UInt8]) -> [RecordCriterion] {
        if case .binary(.and, let left, let right, _) = tree { return all(left, text) + all(right, text) }
        return [one(tree, isTrue: true) ?? other(tree, text)]
    }

    /// Of an expression on the values of one column; nil of all others.
    private static func one(_ tree: Expression, isTrue: Bool) -> RecordCriterion? {
        switch tree {
        case .unary(.not, let inner, _): return one(inner, isTrue: !isTrue)
        case .binary(.equal, let left, let right, _), .binary(.notEqual, let left, let right, _):
            var isSame = isTrue
            if case .binary(.notEqual, _, _, _) = tree { isSame.toggle() }
            guard let (column, value) = compared(left, right) ?? compared(right, left) else { return nil }
            return isSame ? .among(column, [value]) : .notAmong(column, [value])
        case .member(.name(let column, _), let list, _):
            let values = list.compactMap(value)
            guard values.count == list.count else { return nil }
            return isTrue ? .among(column, Set(values)) : .notAmong(column, Set(values))
        case .call("missing", _, let arguments, _):
            guard case .name(let column, _)? = arguments.first?.value else { return nil }
            return isTrue ? .other("missing(\(column))", columns: [column]) : .notAmong(column, [])
        default: return nil
        }
    }

    private static func compared(_ column: Expression, _ constant: Expression) -> (String, String)? {
        guard case .name(let name, _) = column, let value = value(constant) else { return nil }
        return (name, value)
    }

    private static func value(_ constant: Expression) -> String? {
        guard case .literal(let literal, _) = constant else { return nil }
        return switch literal {
        case .text(let text): text
        case .truth(let truth): "\(truth)"
        case .number(let number): "\(number)"
        case .date(let date): "\(date)"
        default: nil
        }
    }

    private static func other(_ tree: Expression, _ text: [UInt8]) -> RecordCriterion {
        let words = String(decoding: text[tree.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return .other(words.joined(separator: " "), columns: columns(tree))
    }

    private static func columns(_ tree: Expression) -> Set<String> {
        switch tree {
        case .literal: []
        case .name(let name, _): [name]
        case .call(_, _, let arguments, _): arguments.reduce(into: []) { $0.formUnion(columns($1.value)) }
        case .unary(_, let inner, _): columns(inner)
        case .binary(_, let left, let right, _): columns(left).union(columns(right))
        case .between(let value, let low, let high, _): columns(value).union(columns(low)).union(columns(high))
        case .member(let value, _, _): columns(value)
        }
    }
}
