import Diagnostics
import Measures

/// A compiled figure: its register and its type.
struct TypedRegister {
    var register: Int
    var type: ValueType
}

extension RuleCompiler {
    /// Compiles an expression that must be a condition.
    mutating func condition(_ expression: Expression) throws(LanguageFinding) -> Int {
        switch expression {
        case .unary(.not, let operand, let range):
            let register = try condition(operand)
            return emit(.not(register), unit: nil, isTruth: true, range)
        case .binary(.and, let left, let right, let range):
            let first = try condition(left)
            let second = try condition(right)
            return emit(.and(first, second), unit: nil, isTruth: true, range)
        case .binary(.or, let left, let right, let range):
            let first = try condition(left)
            let second = try condition(right)
            return emit(.or(first, second), unit: nil, isTruth: true, range)
        case .binary(let comparison, let left, let right, let range) where comparison.isComparison:
            return try compare(comparison, left, right, range)
        case .between(let value, let low, let high, let range):
            let first = try compare(.greaterOrEqual, value, low, range)
            let second = try compare(.lessOrEqual, value, high, range)
            return emit(.and(first, second), unit: nil, isTruth: true, range)
        case .member(_, _, let range):
            throw LanguageFinding(.notInRules("a list of values"), at: range)
        case .call:
            let typed = try value(expression)
            guard typed.type == .truth else {
                throw LanguageFinding(.notCondition(found: typed.type.words), at: expression.range)
            }
            return typed.register
        default:
            let typed = try value(expression)
            throw LanguageFinding(.notCondition(found: typed.type.words), at: expression.range)
        }
    }

    /// Compiles an expression that must be a figure.
    mutating func figure(_ expression: Expression) throws(LanguageFinding) -> TypedRegister {
        let typed = try value(expression)
        guard typed.type.isFigure else {
            throw LanguageFinding(.notFigure(found: typed.type.words), at: expression.range)
        }
        return typed
    }

    mutating func value(_ expression: Expression) throws(LanguageFinding) -> TypedRegister {
        switch expression {
        case .literal(let literal, let range): return try constant(literal, range)
        case .name(let name, let range):
            if let term = Term(rawValue: name), !knownNames.contains(name) {
                throw LanguageFinding(.termWithoutArguments(name, usage: term.usage), at: range)
            }
            let place = try series(named: name, at: range)
            let unit = series[place].unit
            return TypedRegister(
                register: emit(.value(series: place, .earlier(0)), unit: unit, range), type: .figure(unit))
        case .call(let name, let nameRange, let arguments, let range):
            return try call(name, nameRange, arguments, range)
        case .unary(.minus, let operand, let range):
            let typed = try figure(operand)
            return TypedRegister(
                register: emit(.negative(typed.register), unit: unit(of: typed.type), range), type: typed.type)
        case .binary(let operation, let left, let right, let range) where operation.isArithmetic:
            return try arithmetic(operation, left, right, range)
        default:
            return TypedRegister(register: try condition(expression), type: .truth)
        }
    }

    private func unit(of type: ValueType) -> Unit? {
        if case .figure(let unit) = type { return unit }
        return type == .percentLiteral ? .percent : nil
    }

    private mutating func constant(_ literal: Literal, _ range: Range<Int>) throws(LanguageFinding) -> TypedRegister {
        let (number, type): (Double, ValueType)
        switch literal {
        case .number(let value): (number, type) = (value, .number)
        case .percent(let value): (number, type) = (value, .percentLiteral)
        case .points(let value): (number, type) = (value, .figure(.points))
        case .money(let value): (number, type) = (value, .figure(.money))
        case .duration(let value, .day): (number, type) = (Double(value), .figure(.days))
        case .duration: throw LanguageFinding(.notFigure(found: ValueType.duration.words), at: range)
        case .period, .previousPeriod: throw LanguageFinding(.notFigure(found: ValueType.period.words), at: range)
        case .date: throw LanguageFinding(.notInRules("a date"), at: range)
        case .text: throw LanguageFinding(.notInRules("a text"), at: range)
        case .truth: throw LanguageFinding(.notInRules("`true` or `false`"), at: range)
        }
        return TypedRegister(register: emit(.constant(number), unit: unit(of: type), range), type: type)
    }

    private mutating func compare(
        _ comparison: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>
    ) throws(LanguageFinding) -> Int {
        var first = try figure(left)
        var second = try figure(right)
        try reconcile(&first, left.range, &second, right.range, comparison, range)
        return emit(.compare(comparison, first.register, second.register), unit: nil, isTruth: true, range)
    }

    /// Gives literals the other side's unit, and refuses two figures of different units.
    mutating func reconcile(
        _ left: inout TypedRegister, _ leftRange: Range<Int>, _ right: inout TypedRegister, _ rightRange: Range<Int>,
        _ operation: BinaryOperator, _ range: Range<Int>
    ) throws(LanguageFinding) {
        try adopt(&left, at: leftRange, unitOf: right)
        try adopt(&right, at: rightRange, unitOf: left)
        guard left.type == right.type else { throw LanguageFinding(mismatch(left.type, operation, right.type), at: range) }
    }

    private func mismatch(_ left: ValueType, _ operation: BinaryOperator, _ right: ValueType) -> RuleProblem {
        let sign = operation.rawValue
        switch (left, right) {
        case (.figure(.rate(let first)), .figure(.rate(let second))) where first.of == second.of:
            return .rateMismatch(
                left: left.words, operation: sign, right: right.words, differ: first.per == second.per ? .time : .per)
        case (.figure(.percent), .figure(.points)), (.figure(.points), .figure(.percent)):
            return .levelAgainstPoints(left: left.words, operation: sign, right: right.words)
        default: return .unitMismatch(left: left.words, operation: sign, right: right.words)
        }
    }

    private mutating func adopt(
        _ literal: inout TypedRegister, at range: Range<Int>, unitOf other: TypedRegister
    ) throws(LanguageFinding) {
        guard case .figure(let unit) = other.type else { return }
        // What is worked out has no sign that was left off: it is told as a figure of another unit.
        guard isLiteral(literal.register) || unit != .percent && unit != .change && unit != .points else { return }
        switch (literal.type, unit) {
        case (.number, .percent), (.number, .change):
            throw LanguageFinding(
                .bareNumber(found: literal.type.words, unit: other.type.words, offers: written(literal, suffix: "%")), at: range)
        case (.number, .points):
            throw LanguageFinding(
                .bareNumber(found: literal.type.words, unit: other.type.words, offers: written(literal, suffix: " points")),
                at: range)
        case (.percentLiteral, .points):
            guard case .constant(let value) = instructions[literal.register].operation else { return }
            throw LanguageFinding(
                .bareNumber(
                    found: literal.type.words, unit: other.type.words, offers: "\(DecimalText.shortest(value * 100, upTo: 6)) points"), at: range)
        case (.number, _), (.percentLiteral, .percent), (.percentLiteral, .change):
            literal.type = other.type
            instructions[literal.register].unit = unit
        default: return
        }
    }

    private func isLiteral(_ register: Int) -> Bool {
        switch instructions[register].operation {
        case .constant: true
        case .negative(let operand): isLiteral(operand)
        default: false
        }
    }

    private func written(_ literal: TypedRegister, suffix: String) -> String {
        let instruction = instructions[literal.register]
        return partText(instruction.range) + suffix
    }

    private mutating func arithmetic(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>
    ) throws(LanguageFinding) -> TypedRegister {
        var first = try figure(left)
        var second = try figure(right)
        let type: ValueType
        switch operation {
        case .plus, .minus: type = try sumType(&first, left.range, &second, right.range, operation, range)
        case .times: type = try productType(first.type, second.type, range)
        default: type = try quotientType(first.type, second.type, range)
        }
        let register = emit(
            .arithmetic(operation, first.register, second.register), unit: unit(of: type), range)
        return TypedRegister(register: register, type: type)
    }

    private mutating func sumType(
        _ left: inout TypedRegister, _ leftRange: Range<Int>, _ right: inout TypedRegister, _ rightRange: Range<Int>,
        _ operation: BinaryOperator, _ range: Range<Int>
    ) throws(LanguageFinding) -> ValueType {
        // A percent moved by points is a percent again.
        if left.type == .figure(.percent), right.type == .figure(.points) { return .figure(.percent) }
        try reconcile(&left, leftRange, &right, rightRange, operation, range)
        if operation == .minus, left.type == .figure(.percent) { return .figure(.points) }
        return left.type
    }

    private func productType(_ left: ValueType, _ right: ValueType, _ range: Range<Int>) throws(LanguageFinding) -> ValueType
    {
        switch (left, right) {
        case (let type, .number), (.number, let type): return type
        // A part of a figure is a figure of its unit.
        case (let type, .percentLiteral), (.percentLiteral, let type), (let type, .figure(.percent)),
            (.figure(.percent), let type):
            return type
        default:
            throw LanguageFinding(.unitMismatch(left: left.words, operation: "*", right: right.words), at: range)
        }
    }

    private func quotientType(_ left: ValueType, _ right: ValueType, _ range: Range<Int>) throws(LanguageFinding)
        -> ValueType
    {
        if right == .number { return left }
        // A figure over a figure of its own unit is a bare ratio.
        if left == right { return .number }
        throw LanguageFinding(.unitMismatch(left: left.words, operation: "/", right: right.words), at: range)
    }

    func partText(_ range: Range<Int>) -> String { source.text(of: part, range) }
}
