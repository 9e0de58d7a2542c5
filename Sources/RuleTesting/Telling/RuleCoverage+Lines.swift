import Measures

extension RuleCoverage {
    /// The coverage in words: a line a rule, then the count.
    ///
    /// - Parameter all: whether rules that lack nothing are told too.
    public func lines(all: Bool) -> [String] {
        let told = lines.filter { all || !$0.lacking.isEmpty }
        let width = told.map(\.rule.count).max() ?? 0
        var words = told.map { line in
            let name = line.rule + String(repeating: " ", count: width - line.rule.count)
            let marks = line.possible.map { line.covered.contains($0) ? $0.rawValue : "– no \($0.rawValue)" }
            return "\(name)  \(marks.joined(separator: ", "))"
        }
        let share = DecimalText.shortest(Double(hundredthsOfPercent) / 100, upTo: 2)
        let isRounded = possible > 0 && covered * 10_000 % possible != 0
        let rounding = isRounded ? ", rounded down" : ""
        words.append("coverage: \(covered) of \(possible) (\(share)%\(rounding))")
        return words
    }
}
