import RuleLanguage

extension RuleProgram {
    /// The value with which the condition compares the first KPI itself, where it does: a line on that KPI's chart. Nil for a
    /// condition on a change, whose threshold is no level.
    var levelThreshold: Double? { levelThreshold(when) }

    private func levelThreshold(_ register: Int) -> Double? {
        switch instructions[register].operation {
        case .compare(_, let left, let right): level(left, right) ?? level(right, left)
        case .and(let left, let right), .or(let left, let right): levelThreshold(left) ?? levelThreshold(right)
        default: nil
        }
    }

    private func level(_ figure: Int, _ bound: Int) -> Double? {
        guard case .value(series: 0, .earlier(0)) = instructions[figure].operation,
            case .constant(let value) = instructions[bound].operation
        else { return nil }
        return value
    }
}
