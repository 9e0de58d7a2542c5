import Testing

@testable import RuleLanguage

@Suite("What an expression's text means")
struct ParserTests {
    @Test(
        "operators bind as a reader expects",
        arguments: [
            ("a or b and c", "(or a (and b c))"), ("a and b or c", "(or (and a b) c)"), ("not a and b", "(and (not a) b)"),
            ("not a > 1", "(not (> a 1))"), ("not not a", "(not (not a))"), ("(a or b) and c", "(and (or a b) c)"),
            ("a + b * c", "(+ a (* b c))"), ("a - b - c", "(- (- a b) c)"), ("a / b / c", "(/ (/ a b) c)"),
            ("a - (b - c)", "(- a (- b c))"), ("-a * b", "(* (- a) b)"), ("a * -b", "(* a (- b))"), ("--a", "(- (- a))"),
            ("-10%", "(- 10%)"), ("a > b + 1", "(> a (+ b 1))"), ("a > 1 and b < 2", "(and (> a 1) (< b 2))"),
            ("a == b", "(== a b)"), ("a != b", "(!= a b)"), ("a <= b", "(<= a b)"), ("a >= b", "(>= a b)"),
            ("a<b", "(< a b)"),
        ])
    func precedence(_ text: String, _ tree: String) throws {
        #expect(try ExpressionParser.parse(text).compact == tree)
    }

    @Test(
        "between takes its own `and`",
        arguments: [
            ("a between 1 and 2", "(between a 1 2)"), ("a between 1 and 2 and b", "(and (between a 1 2) b)"),
            ("not a between 1 and 2", "(not (between a 1 2))"), ("a between b - 1 and b + 1", "(between a (- b 1) (+ b 1))"),
            ("a or b between 1 and 2 or c", "(or (or a (between b 1 2)) c)"),
        ])
    func between(_ text: String, _ tree: String) throws {
        #expect(try ExpressionParser.parse(text).compact == tree)
    }

    @Test(
        "a period without spaces is a period, with spaces it is a division",
        arguments: [
            ("at(x, 2023/24)", "at(x, <2023/24>)"), ("2023 / 24", "(/ 2,023 24)"), ("2023/ 24", "(/ 2,023 24)"),
            ("2024-03", "<2024-03>"), ("2024 - 03", "(- 2,024 3)"), ("2024 Q1", "<2024 Q1>"), ("2024", "2,024"),
            ("2024-03-31", "<2024-03-31>"), ("2023/245", "(/ 2,023 245)"), ("20231/24", "(/ 20,231 24)"), ("x/2", "(/ x 2)"),
            ("2023/24/2", "(/ (/ 2,023 24) 2)"), ("x-2024-03", "(- x <2024-03>)"),
        ])
    func periods(_ text: String, _ tree: String) throws {
        #expect(try ExpressionParser.parse(text).compact == tree)
    }

    @Test(
        "literals carry their unit",
        arguments: [
            ("10%", "10%"), ("9.6%", "9.6%"), ("3 points", "3pts"), ("1 point", "1pts"), ("0.5 points", "0.5pts"),
            ("£5000", "£5,000"), ("£0.50", "£0.5"), ("12 months", "12month"), ("1 month", "1month"), ("20 days", "20day"),
            ("2 quarters", "2quarter"), ("3 years", "3year"), ("007", "7"), ("1.50", "1.5"), ("true", "true"),
            ("'Robbery'", "'Robbery'"), ("\"Robbery\"", "'Robbery'"), ("'it''s'", "'it's'"), ("\"\"", "''"),
            ("\"a\"\"b\"", "'a\"b'"), ("'café 😀'", "'café 😀'"),
        ])
    func literals(_ text: String, _ tree: String) throws {
        #expect(try ExpressionParser.parse(text).compact == tree)
    }

    @Test(
        "calls, labels and lists",
        arguments: [
            ("change(x)", "change(x)"), ("change(x, from: previous period)", "change(x, from: <previous>)"),
            ("change(x, from: 2020/21) > 10%", "(> change(x, from: <2020/21>) 10%)"),
            ("significant(change(x), at: 99%)", "significant(change(x), at: 99%)"), ("f()", "f()"),
            ("previous(x, 3)", "previous(x, 3)"),
            ("a in ['x', 'y']", "(in a ['x' 'y'])"), ("a in [1] and b", "(and (in a [1]) b)"), ("previous", "previous"),
            ("change ( x )", "change(x)"), (" \t\r\n a \n > \n 1 ", "(> a 1)"),
        ])
    func calls(_ text: String, _ tree: String) throws {
        #expect(try ExpressionParser.parse(text).compact == tree)
    }

    @Test("every part knows the text that it came from")
    func ranges() throws {
        let text = "£5 > 'é' and  change(x, from: 2020/21)"
        let bytes = Array(text.utf8)
        func part(_ expression: Expression) -> String { String(decoding: bytes[expression.range], as: UTF8.self) }
        guard case .binary(.and, let left, let right, _) = try ExpressionParser.parse(text),
            case .binary(_, let money, let quoted, _) = left,
            case .call(_, let nameRange, let arguments, _) = right
        else {
            Issue.record("another tree")
            return
        }
        #expect([left, money, quoted, right].map(part) == ["£5 > 'é'", "£5", "'é'", "change(x, from: 2020/21)"])
        #expect(String(decoding: bytes[nameRange], as: UTF8.self) == "change")
        #expect(arguments.map { part($0.value) } == ["x", "2020/21"])
    }
}
