extension Evaluation {
    /// The place of the series that a reader wants to see of a verdict: the first that the condition reads of the area itself;
    /// where the condition is of alternatives, the first of one that holds, and of the first alternative where none does.
    public func decidingSeries(area: Int, period: Int) -> Int {
        let cell = area * frame.periodCount + period
        var register = program.when
        while case .or(let left, let right) = program.instructions[register].operation {
            let isRight = result(left, cell).truth != .isTrue && result(right, cell).truth == .isTrue
            register = isRight ? right : left
        }
        return program.series(under: register).first { program.series[$0].level == nil } ?? 0
    }
}
