import Diagnostics
import Measures

/// Reads an expression's text into a tree.
///
/// From loosest to tightest: `or`, `and`, `not`, comparison (also `between … and …`, `in […]`; not chained), `+ −`, `* /`, unary minus,
/// then literals, names, terms and parentheses. Length and depth are bounded, so no text can exhaust the stack.
public struct ExpressionParser {
    /// The longest text that is read, in bytes.
    public static let longestText = 20_000
    /// The deepest nesting that is read.
    public static let deepestNesting = 64
    /// The most operators that join operands. Each deepens the tree by one, wherever it stands, so they are counted
    /// over the whole text: a chain within a chain would else outgrow any bound of either.
    public static let mostOperators = 256

    private let bytes: [UInt8]
    private let tokens: [Token]
    private var place = 0
    private var depth = 0
    private var links = 0

    /// The tree of a text, or the first thing that is wrong with it.
    public static func parse(_ text: String) throws(LanguageFinding) -> Expression {
        let bytes = Array(text.utf8)
        guard bytes.count <= longestText else {
            let first = bytes.dropFirst().firstIndex { !UTF8.isContinuation($0) } ?? bytes.count
            throw LanguageFinding(.tooLong(bytes: bytes.count, limit: longestText), at: 0..<first)
        }
        var parser = ExpressionParser(bytes: bytes, tokens: try Lexer.tokens(bytes))
        guard parser.current.kind != .end else { throw LanguageFinding(.emptyExpression, at: 0..<bytes.count) }
        let expression = try parser.disjunction()
        guard parser.current.kind == .end else { throw parser.unexpected("an operator or the end") }
        return expression
    }

    private init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    private var current: Token { tokens[place] }
    /// Where the last token read ends: the end of an expression with the brackets that close it.
    private var end: Int { tokens[max(place - 1, 0)].range.upperBound }
    private var following: Token { tokens[min(place + 1, tokens.count - 1)] }

    @discardableResult
    private mutating func advance() -> Token {
        defer { if place < tokens.count - 1 { place += 1 } }
        return tokens[place]
    }

    private func unexpected(_ expected: String) -> LanguageFinding {
        LanguageFinding(.unexpected(found: current.quoted(in: bytes), expected: expected), at: current.range)
    }

    private func isWord(_ word: String) -> Bool { current.kind == .word(word) }
    private func isSign(_ sign: String) -> Bool { current.kind == .sign(sign) }

    private mutating func expect(_ sign: String) throws(LanguageFinding) -> Token {
        guard isSign(sign) else { throw unexpected("`\(sign)`") }
        return advance()
    }

    private mutating func nested<Value>(
        _ body: (inout Self) throws(LanguageFinding) -> Value
    ) throws(LanguageFinding) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepestNesting else {
            throw LanguageFinding(.tooDeep(limit: Self.deepestNesting), at: current.range)
        }
        return try body(&self)
    }

    private mutating func disjunction() throws(LanguageFinding) -> Expression {
        try nested { parser throws(LanguageFinding) in
            try parser.chain([.or]) { inner throws(LanguageFinding) in
                try inner.chain([.and]) { innermost throws(LanguageFinding) in try innermost.negation() }
            }
        }
    }

    /// Operands joined by operators of one rank, to the left.
    private mutating func chain(
        _ operators: [BinaryOperator], _ operand: (inout Self) throws(LanguageFinding) -> Expression
    ) throws(LanguageFinding) -> Expression {
        let start = current.range.lowerBound
        var left = try operand(&self)
        while let found = binaryOperator(among: operators) {
            advance()
            links += 1
            guard links <= Self.mostOperators else {
                throw LanguageFinding(.tooManyOperators(limit: Self.mostOperators), at: current.range)
            }
            let right = try operand(&self)
            left = .binary(found, left, right, start..<end)
        }
        return left
    }

    private func binaryOperator(among operators: [BinaryOperator]) -> BinaryOperator? {
        switch current.kind {
        case .word(let word), .sign(let word): operators.first { $0.rawValue == word }
        default: nil
        }
    }

    private mutating func negation() throws(LanguageFinding) -> Expression {
        guard isWord("not") else { return try comparison() }
        let start = advance().range.lowerBound
        let operand = try nested { parser throws(LanguageFinding) in try parser.negation() }
        return .unary(.not, operand, start..<end)
    }

    private static let comparisons = BinaryOperator.allCases.filter(\.isComparison)

    private mutating func comparison() throws(LanguageFinding) -> Expression {
        let start = current.range.lowerBound
        let left = try sum()
        if isWord("between") {
            advance()
            let low = try sum()
            guard isWord("and") else { throw unexpected("`and` between the two ends") }
            advance()
            let high = try sum()
            return .between(left, low: low, high: high, start..<end)
        }
        if isWord("in") {
            advance()
            return try membership(of: left, from: start)
        }
        guard let found = binaryOperator(among: Self.comparisons) else { return left }
        advance()
        let right = try sum()
        if binaryOperator(among: Self.comparisons) != nil {
            throw LanguageFinding(.chainedComparison, at: current.range)
        }
        return .binary(found, left, right, start..<end)
    }

    private mutating func membership(of value: Expression, from start: Int) throws(LanguageFinding) -> Expression {
        _ = try expect("[")
        var members = [try sum()]
        while isSign(",") {
            advance()
            members.append(try sum())
        }
        _ = try expect("]")
        return .member(value, of: members, start..<end)
    }

    private mutating func sum() throws(LanguageFinding) -> Expression {
        try chain([.plus, .minus]) { parser throws(LanguageFinding) in
            try parser.chain([.times, .divided]) { inner throws(LanguageFinding) in try inner.sign() }
        }
    }

    private mutating func sign() throws(LanguageFinding) -> Expression {
        guard isSign("-") else { return try primary() }
        let start = advance().range.lowerBound
        let operand = try nested { parser throws(LanguageFinding) in try parser.sign() }
        return .unary(.minus, operand, start..<end)
    }

    private mutating func primary() throws(LanguageFinding) -> Expression {
        let token = current
        switch token.kind {
        case .number(let value):
            advance()
            return .literal(unitBehind(value) ?? .number(value), token.range.lowerBound..<tokens[place - 1].range.upperBound)
        case .percent(let value): return literal(.percent(value / 100))
        case .money(let value): return literal(.money(value))
        case .period(let period): return literal(.period(period))
        case .date(let date): return literal(.date(date))
        case .text(let text): return literal(.text(text))
        case .word("true"): return literal(.truth(true))
        case .word("false"): return literal(.truth(false))
        case .word("previous") where following.kind == .word("period"):
            advance()
            let end = advance().range.upperBound
            return .literal(.previousPeriod, token.range.lowerBound..<end)
        case .word(let word):
            guard !Self.reserved.contains(word) else { throw unexpected("a figure or a condition") }
            advance()
            return isSign("(") ? try call(word, token.range) : .name(word, token.range)
        case .sign("("):
            advance()
            let inner = try disjunction()
            _ = try expect(")")
            return inner
        default: throw unexpected("a figure or a condition")
        }
    }

    private static let reserved: Set<String> = ["and", "or", "not", "between", "in"]

    private mutating func literal(_ literal: Literal) -> Expression {
        .literal(literal, advance().range)
    }

    /// `points`, `months` and the like behind a number make one literal of the two.
    private mutating func unitBehind(_ value: Double) -> Literal? {
        guard case .word(let word) = current.kind else { return nil }
        if word == "points" || word == "point" {
            advance()
            return .points(value / 100)
        }
        let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        guard let unit = TimeUnit(rawValue: singular), let whole = Int(exactly: value) else { return nil }
        advance()
        return .duration(whole, unit)
    }

    private mutating func call(_ name: String, _ nameRange: Range<Int>) throws(LanguageFinding) -> Expression {
        _ = try expect("(")
        var arguments: [Expression.Argument] = []
        while !isSign(")") {
            if !arguments.isEmpty { _ = try expect(",") }
            arguments.append(try argument())
        }
        let end = try expect(")").range.upperBound
        return .call(name: name, nameRange: nameRange, arguments: arguments, nameRange.lowerBound..<end)
    }

    private mutating func argument() throws(LanguageFinding) -> Expression.Argument {
        if case .word(let label) = current.kind, following.kind == .sign(":") {
            let labelRange = advance().range
            advance()
            return Expression.Argument(label: label, labelRange: labelRange, value: try disjunction())
        }
        return Expression.Argument(value: try disjunction())
    }
}
