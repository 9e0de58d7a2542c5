/// What the process limits promise of a target, if nothing changes.
public enum Assurance: Hashable, Sendable {
    case consistentlyPasses
    case consistentlyFails
    /// The target lies within the limits: chance decides from period to period.
    case inconsistent
}

/// Whether a process with these limits will meet a target.
///
/// - Parameters:
///   - lower: The lower process limit, in the target's unit; `upper` alike. A target on a limit is within them.
///   - better: The direction of improvement; none where neither is, and then there is no assurance, as where a number is not
///     finite.
///
/// Source: NHSRplotthedots, `ptd_calculate_assurance_type`.
public func assurance(lower: Double, upper: Double, target: Double, better: Direction?) -> Assurance? {
    guard let better, lower.isFinite, upper.isFinite, target.isFinite else { return nil }
    if target > upper { return better == .higher ? .consistentlyFails : .consistentlyPasses }
    if target < lower { return better == .higher ? .consistentlyPasses : .consistentlyFails }
    return .inconsistent
}

extension XmRLimits {
    /// See ``Statistics/assurance(lower:upper:target:better:)``.
    public func assurance(target: Double, better: Direction?) -> Assurance? {
        Statistics.assurance(lower: lower, upper: upper, target: target, better: better)
    }
}
