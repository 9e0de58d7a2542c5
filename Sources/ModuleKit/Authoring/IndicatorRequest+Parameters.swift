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

    /// A list of texts that must be there; a single text is a list of one.
    public func texts(_ name: String) throws(IndicatorError) -> [String] {
        guard let texts = try optionalTexts(name) else { throw .missingParameter(name) }
        return texts
    }

    /// A number that must be there. None stands in for one that is not: what defines an indicator is the KPI's to state.
    public func number(_ name: String) throws(IndicatorError) -> Double {
        switch parameters[name] {
        case nil: throw .missingParameter(name)
        case .number(let number) where number.isFinite: return number
        default: throw .unfitParameter(name, expected: "a number")
        }
    }

    /// A number of things that must be there: whole, and 0 or more.
    public func whole(_ name: String) throws(IndicatorError) -> Int {
        let number = try number(name)
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
