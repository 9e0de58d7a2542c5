extension RuleProgram {
    /// Whether the program judges only whether figures are there, by `missing` and `age`, and not what they say.
    public var judgesPresenceAlone: Bool {
        var asksForPresence = false
        for register in judgedRegisters {
            switch instructions[register].operation {
            case .missing, .age: asksForPresence = true
            case .constant, .arithmetic, .negative, .compare, .and, .or, .not: break
            default: return false
            }
        }
        return asksForPresence
    }
}
