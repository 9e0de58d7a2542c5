extension IndicatorRequest {
    /// A text that must be there: a dataset's name, a column, a condition.
    public func text(_ name: String) throws(IndicatorError) -> String {
        guard let text = try optionalText(name) else { throw .missingParameter(name) }
        return text
    }

    public func optionalText(_ name: String) throws(IndicatorError) -> String? {
        switch parameters[name] {
        case nil: return nil
        case .text(let text): return text
        default: throw .unfitParameter(name, expected: "a text")
        }
    }

    /// A list of texts; a single text is a list of one.
    public func optionalTexts(_ name: String) throws(IndicatorError) -> [String]? {
        switch parameters[name] {
        case nil: return nil
        case .text(let text): return [text]
        case .texts(let texts) where !texts.isEmpty: return texts
        default: throw .unfitParameter(name, expected: "a list of texts")
        }
    }

    public func number(_ name: String, default standard: Double) throws(IndicatorError) -> Double {
        switch parameters[name] {
        case nil: return standard
        case .number(let number) where number.isFinite: return number
        default: throw .unfitParameter(name, expected: "a number")
        }
    }

    /// A number of things: whole, and 0 or more.
    public func whole(_ name: String, default standard: Int) throws(IndicatorError) -> Int {
        let number = try number(name, default: Double(standard))
        guard let whole = Int(exactly: number), whole >= 0 else {
            throw .unfitParameter(name, expected: "a whole number")
        }
        return whole
    }

    public func truth(_ name: String, default standard: Bool = false) throws(IndicatorError) -> Bool {
        switch parameters[name] {
        case nil: return standard
        case .truth(let truth): return truth
        default: throw .unfitParameter(name, expected: "true or false")
        }
    }
}
