import Randomness

/// Makes well-typed conditions at random, as text.
struct RandomRule {
    var random: SplitMix

    private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    private mutating func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }

    mutating func condition(_ depth: Int) -> String {
        if depth <= 0 { return chance(4) ? atom() : comparison(0) }
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
        case 2, 3: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
        case 4: return "not (\(condition(depth - 1)))"
        case 5: return atom()
        default: return comparison(depth)
        }
    }

    private mutating func atom() -> String {
        chance(4)
            ? "age(\(pick(["incidents", "referrals", "share"]))) > \(pick(["0", "20", "100"]))"
            : "\(pick(["missing", "provisional"]))(\(pick(["incidents", "referrals", "share"])))"
    }

    private mutating func comparison(_ depth: Int) -> String {
        let sign = pick(["<", "<=", ">", ">=", "==", "!="])
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            let left = count(depth)
            return chance(4)
                ? "\(left) between \(count(0)) and \(count(0))"
                : "\(left) \(sign) \(chance(2) ? count(depth) : pick(["0", "3", "7.5", "10"]))"
        case 1: return "\(change()) \(sign) \(pick(["10%", "0%", "-50%", "100%", change()]))"
        default: return "\(share(depth)) \(sign) \(chance(2) ? share(depth) : pick(["10%", "25%", "50%"]))"
        }
    }

    private mutating func change() -> String {
        let change = "change(\(pick(["incidents", "referrals", "share"])))"
        return chance(4) ? "(\(change) - \(change))" : chance(4) ? "\(change) * 2" : change
    }

    private mutating func count(_ depth: Int) -> String {
        let name = pick(["incidents", "referrals"])
        if depth > 0, chance(2) {
            let (left, right) = (count(depth - 1), count(depth - 1))
            return switch Int.random(in: 0..<5, using: &random) {
            case 0: "(\(left) + \(right))"
            case 1: "(\(left) - \(right))"
            case 2: "(\(left) * 150%)"
            case 3: "(\(left) / 4)"
            default: "(\(left) * (\(right) / \(pick([name, "(\(name) - 3)"]))))"
            }
        }
        return pick([
            name, "previous(\(name))", "previous(\(name), 3)", "year_before(\(name))", "difference(\(name))",
            "base(\(name))", "smallest(change(\(name)))", window(name), window(name),
            "-\(name)",
        ])
    }

    private mutating func window(_ name: String) -> String {
        "\(pick(["mean", "sum", "min", "max", "median"]))(\(name), over: \(pick(["1 year", "12 months", "2 years"])))"
    }

    private mutating func share(_ depth: Int) -> String {
        if depth > 0, chance(3) { return "(\(share(0)) + \(pick(["3 points", "difference(share)"])))" }
        return pick([
            "share", "previous(share)", "year_before(share)", "share * 50%", "max(share, over: 1 year)",
            "mean(share, over: 1 year)",
        ])
    }
}
