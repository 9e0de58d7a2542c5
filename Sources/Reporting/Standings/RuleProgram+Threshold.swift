import RuleLanguage

extension RuleProgram {
    /// The value with which the condition compares a KPI itself, where it does: a line on that KPI's chart. Nil for a
    /// condition on a change, whose threshold is no level.
    func levelThreshold(of series: Int) -> Double? { levelThreshold(of: series, when) }

    private func levelThreshold(of series: Int, _ register: Int) -> Double? {
        switch instructions[register].operation {
        case .compare(_, let left, let right): level(series, left, right) ?? level(series, right, left)
        case .and(let left, let right), .or(let left, let right):
            levelThreshold(of: series, left) ?? levelThreshold(of: series, right)
        default: nil
        }
    }

    private func level(_ series: Int, _ figure: Int, _ bound: Int) -> Double? {
        guard case .value(series: series, .earlier(0)) = instructions[figure].operation,
            case .constant(let value) = instructions[bound].operation
        else { return nil }
        return value
    }
}
