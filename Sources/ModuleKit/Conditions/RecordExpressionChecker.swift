import Diagnostics
import RuleLanguage

/// Gives an expression over records its types, or says all that is wrong with it.
package struct RecordExpressionChecker {
    package struct Invalid: Error { package var findings: [RecordCondition.Finding] }

    private let contract: DatasetContract
    private var findings: [RecordCondition.Finding] = []

    private init(_ contract: DatasetContract) { self.contract = contract }

    package static func condition(_ text: String, over contract: DatasetContract) throws(Invalid) -> RecordExpression {
        try check(text, over: contract) { $0 == .truth ? nil : RecordKind.truth.words }
    }

    package static func number(_ text: String, over contract: DatasetContract) throws(Invalid) -> RecordExpression {
        try check(text, over: contract) { $0 == .number ? nil : RecordKind.number.words }
    }

    /// A number, or a date told as days since 1970-01-01.
    package static func ordered(_ text: String, over contract: DatasetContract) throws(Invalid) -> RecordExpression {
        try check(text, over: contract) { $0 == .number || $0.isDated ? nil : "a number or a date" }
    }

    /// Anything whose different values can be counted; alone here, and only by itself, a person's reference.
    package static func countable(_ text: String, over contract: DatasetContract) throws(Invalid) -> RecordExpression {
        if let person = contract.columns.firstIndex(where: { $0.name == text && $0.type == .person }) {
            return .column(person, .person)
        }
        return try check(text, over: contract) { _ in nil }
    }

    private static func check(
        _ text: String, over contract: DatasetContract, expected: (RecordKind) -> String?
    ) throws(Invalid) -> RecordExpression {
        let tree: Expression
        do {
            tree = try ExpressionParser.parse(text)
        } catch {
            throw Invalid(findings: [RecordCondition.Finding(error.problem, at: error.range)])
        }
        var checker = RecordExpressionChecker(contract)
        guard let typed = checker.typed(tree), checker.findings.isEmpty else {
            throw Invalid(findings: checker.findings)
        }
        if let words = expected(typed.kind) {
            let problem = DataProblem.wrongKind(expected: words, found: typed.kind.words)
            throw Invalid(findings: [RecordCondition.Finding(problem, at: tree.range)])
        }
        return typed
    }

    private mutating func report(_ problem: DataProblem, at range: Range<Int>) {
        findings.append(RecordCondition.Finding(problem, at: range))
    }

    private mutating func typed(_ tree: Expression) -> RecordExpression? {
        switch tree {
        case .literal(let literal, let range): return constant(literal, at: range)
        case .name(let name, let range): return column(name, at: range)
        case .call(let name, let nameRange, let arguments, let range):
            return call(name, at: nameRange, arguments, whole: range)
        case .unary(.not, let operand, _):
            return typed(operand, as: .truth).map(RecordExpression.not)
        case .unary(.minus, let operand, _):
            return typed(operand, as: .number).map(RecordExpression.minus)
        case .binary(let sign, let left, let right, let range):
            return binary(sign, left, right, at: range)
        case .between(let value, let low, let high, _):
            guard let value = typed(value), let lowEnd = typed(low), let highEnd = typed(high) else { return nil }
            guard comparable(value, lowEnd, .lessOrEqual, at: low.range),
                comparable(value, highEnd, .lessOrEqual, at: high.range)
            else { return nil }
            return .between(value, low: lowEnd, high: highEnd)
        case .member(let value, let list, _):
            guard let value = typed(value) else { return nil }
            var members: [RecordExpression] = []
            for element in list {
                guard let member = typed(element), comparable(value, member, .equal, at: element.range) else { continue }
                members.append(member)
            }
            return members.count == list.count ? .member(value, of: members) : nil
        }
    }

    private mutating func typed(_ tree: Expression, as kind: RecordKind) -> RecordExpression? {
        guard let operand = typed(tree) else { return nil }
        guard operand.kind == kind else {
            report(.wrongKind(expected: kind.words, found: operand.kind.words), at: tree.range)
            return nil
        }
        return operand
    }

    private mutating func constant(_ literal: Literal, at range: Range<Int>) -> RecordExpression? {
        switch literal {
        case .number(let number), .money(let number): return .number(number)
        case .percent(let fraction): return .number(fraction)
        case .text(let text): return .text(text)
        case .truth(let truth): return .truth(truth)
        case .date(let date): return .date(date)
        case .points: report(.notAllowedHere("a difference in points", instead: "write a number"), at: range)
        case .duration:
            report(.notAllowedHere("a stretch of time", instead: "write a number of days or hours"), at: range)
        case .period:
            report(.notAllowedHere("a period", instead: "compare with the dates of its first and last day"), at: range)
        case .previousPeriod: report(.notAllowedHere("`previous period`", instead: nil), at: range)
        }
        return nil
    }

    private mutating func column(_ name: String, at range: Range<Int>) -> RecordExpression? {
        guard let index = contract.columns.firstIndex(where: { $0.name == name }) else {
            report(.unknownColumn(name, dataset: contract.name, columns: contract.columns.map(\.name)), at: range)
            return nil
        }
        guard contract.columns[index].type != .person else {
            report(.personShown(column: name), at: range)
            return nil
        }
        return .column(index, RecordKind(contract.columns[index].type))
    }

    private mutating func call(
        _ name: String, at nameRange: Range<Int>, _ arguments: [Expression.Argument], whole: Range<Int>
    ) -> RecordExpression? {
        switch name {
        case "missing": return missing(arguments, at: whole)
        case "hour", "weekday": return part(name, of: arguments, at: whole)
        case "days_between", "hours_between": break
        default:
            report(
                .unknownFunction(name, known: ["days_between", "hour", "hours_between", "missing", "weekday"]),
                at: nameRange)
            return nil
        }
        let isDays = name == "days_between"
        let expected = isDays ? "two dates, the earlier first" : "two dates with times, the earlier first"
        guard arguments.count == 2, arguments.allSatisfy({ $0.label == nil }) else {
            report(.wrongArguments(function: name, expected: expected), at: whole)
            return nil
        }
        let operands = arguments.map { typed($0.value) }
        for (operand, argument) in zip(operands, arguments) {
            guard let operand, isDays ? !operand.kind.isDated : operand.kind != .moment else { continue }
            report(
                .wrongKind(expected: (isDays ? RecordKind.date : .moment).words, found: operand.kind.words),
                at: argument.value.range)
        }
        guard findings.isEmpty, let first = operands[0], let second = operands[1] else { return nil }
        return isDays ? .daysBetween(first, second) : .hoursBetween(first, second)
    }

    private mutating func part(
        _ name: String, of arguments: [Expression.Argument], at whole: Range<Int>
    ) -> RecordExpression? {
        let isHour = name == "hour"
        let expected = isHour ? RecordKind.moment.words : "a date, or a date and time"
        guard arguments.count == 1, arguments[0].label == nil else {
            report(.wrongArguments(function: name, expected: expected), at: whole)
            return nil
        }
        guard let operand = typed(arguments[0].value) else { return nil }
        guard isHour ? operand.kind == .moment : operand.kind.isDated else {
            report(.wrongKind(expected: expected, found: operand.kind.words), at: arguments[0].value.range)
            return nil
        }
        return isHour ? .hour(operand) : .weekday(operand)
    }

    private mutating func missing(_ arguments: [Expression.Argument], at whole: Range<Int>) -> RecordExpression? {
        guard arguments.count == 1, arguments[0].label == nil, case .name(let name, let range) = arguments[0].value else {
            report(.wrongArguments(function: "missing", expected: "a column"), at: whole)
            return nil
        }
        return column(name, at: range).map(RecordExpression.missing)
    }

    private mutating func binary(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, at range: Range<Int>
    ) -> RecordExpression? {
        if sign.isComparison {
            guard let first = typed(left), let second = typed(right), comparable(first, second, sign, at: range) else {
                return nil
            }
            return .binary(sign, first, second)
        }
        let kind: RecordKind = sign.isArithmetic ? .number : .truth
        let first = typed(left, as: kind)
        let second = typed(right, as: kind)
        guard let first, let second else { return nil }
        return .binary(sign, first, second)
    }

    private mutating func comparable(
        _ left: RecordExpression, _ right: RecordExpression, _ sign: BinaryOperator, at range: Range<Int>
    ) -> Bool {
        guard left.kind == right.kind || left.kind.isDated && right.kind.isDated else {
            report(.incomparable(left: left.kind.words, right: right.kind.words), at: range)
            return false
        }
        if sign != .equal, sign != .notEqual, left.kind == .text || left.kind == .truth {
            report(.noOrder(of: left.kind.words), at: range)
            return false
        }
        return isAllowed(right, of: left, at: range) && isAllowed(left, of: right, at: range)
    }

    private mutating func isAllowed(_ constant: RecordExpression, of value: RecordExpression, at range: Range<Int>) -> Bool {
        guard case .text(let text) = constant, case .column(let index, _) = value else { return true }
        let column = contract.columns[index]
        guard !column.codes.isEmpty, !column.codes.contains(text) else { return true }
        report(.unknownValue(text, column: column.name, values: column.codes), at: range)
        return false
    }
}
