import Diagnostics

extension FieldReading where Value == Int {
    /// A whole number in plain decimal digits with an optional sign. `010` (eight to some readers), `1_000`, `12:30` and
    /// `0x1F` are refused, never reinterpreted.
    public static func integer(in bounds: ClosedRange<Int>) -> Self {
        Self { field in
            guard let text = field.numberText() else { return nil }
            guard PlainNumber.isWhole(text), let value = Int(text) else {
                field.report(FieldProblem.notInteger(field: field.name, text: text))
                return nil
            }
            return field.checked(
                value, text, in: bounds, lowest: bounds.lowerBound == .min ? nil : String(bounds.lowerBound),
                highest: bounds.upperBound == .max ? nil : String(bounds.upperBound))
        }
    }

    /// A whole number of any size that fits in 64 bits.
    public static var integer: Self { integer(in: .min ... .max) }
}

extension FieldReading where Value == Double {
    /// A number in plain decimal digits with an optional sign and fraction: no exponent, no separators, no leading zeros.
    public static func number(in bounds: ClosedRange<Double>) -> Self {
        Self { field in
            guard let text = field.numberText() else { return nil }
            guard PlainNumber.isDecimal(text), let value = Double(text), value.isFinite else {
                field.report(FieldProblem.notNumber(field: field.name, text: text))
                return nil
            }
            return field.checked(
                value, text, in: bounds, lowest: bound(bounds.lowerBound), highest: bound(bounds.upperBound))
        }
    }

    /// A finite number.
    public static var number: Self { number(in: -Double.infinity ... .infinity) }

    private static func bound(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        return Int(exactly: value).map(String.init) ?? String(value)
    }
}

extension YAMLField {
    /// The text of a number: a scalar without quotes.
    func numberText() -> String? {
        guard let scalar = nonEmptyScalar() else { return nil }
        guard scalar.style == .plain else {
            report(FieldProblem.quotedNumber(field: name, text: scalar.text))
            return nil
        }
        return scalar.text
    }

    func checked<Value: Comparable>(
        _ value: Value, _ text: String, in bounds: ClosedRange<Value>, lowest: String?, highest: String?
    ) -> Value? {
        guard !bounds.contains(value) else { return value }
        report(FieldProblem.outOfRange(field: name, text: text, lowest: lowest, highest: highest))
        return nil
    }
}

/// The one way in which numbers are written in Beacon's files.
enum PlainNumber {
    static func isWhole(_ text: String) -> Bool {
        let digits = unsigned(text)
        return isDigits(digits) && (digits.count == 1 || digits.first != "0")
    }

    static func isDecimal(_ text: String) -> Bool {
        guard let point = text.firstIndex(of: ".") else { return isWhole(text) }
        return isWhole(String(text[..<point])) && isDigits(text[text.index(after: point)...])
    }

    private static func unsigned(_ text: String) -> Substring {
        text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
}
