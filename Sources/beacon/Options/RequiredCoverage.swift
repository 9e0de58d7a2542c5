/// A percentage in hundredths, so that it is compared exactly.
struct RequiredCoverage {
    var hundredths: Int

    /// From `98%`, `99.5%` or `98`; nil for anything else, and for more than 100%.
    init?(_ text: String) {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }),
            let whole = Int(parts[0]), whole <= 100
        else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= 2, let rest = Int((decimals + "00").prefix(2)) else { return nil }
        hundredths = whole * 100 + rest
        guard hundredths <= 10_000 else { return nil }
    }
}
