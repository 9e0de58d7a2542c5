/// Which parts of a whole an audience may see, and whether the whole, so that no withheld part follows from the others.
///
/// Small parts are withheld first. If the withheld parts are then all alike (one alone is alike to itself), the whole minus
/// the parts shown would tell them; so the smallest part over the threshold is withheld too, and with it every part
/// equal to it. Where there is none, the whole is withheld in its place.
///
/// Then at least two withheld values differ, and the same parts would have been withheld had those values stood in another
/// order: each withheld part has two possible values at least, even for a reader who knows this rule and the threshold.
/// (For a threshold of 2 and over; with 1 the withholding itself is the figure.) Zero is always shown.
public struct DisclosedParts: Sendable, Hashable {
    public let isWholeShown: Bool
    /// For each part, in the order given: nil where it is shown.
    public let reasons: [WithholdingReason?]

    /// - Parameters:
    ///   - parts: counts that together make the whole, all of them: what is in the whole and in no named part (records
    ///     without a place) is a part too.
    ///   - policy: its threshold; rounding is not considered.
    /// - Precondition: no count is negative.
    public init(of parts: [Int], under policy: DisclosurePolicy) {
        precondition(parts.allSatisfy { $0 >= 0 }, "a count is not negative")
        var reasons = parts.map { policy.withholds(count: Double($0)) ? WithholdingReason.smallCount : nil }
        var isWholeShown = !policy.withholds(count: Double(parts.reduce(0, +)))
        let withheld = Set(parts.indices.filter { reasons[$0] != nil }.map { parts[$0] })
        if isWholeShown, withheld.count == 1 {
            if let next = parts.filter({ $0 > policy.withholdUpTo }).min() {
                for index in parts.indices where parts[index] == next { reasons[index] = .protectsOthers }
            } else {
                isWholeShown = false
            }
        }
        self.isWholeShown = isWholeShown
        self.reasons = reasons
    }
}
