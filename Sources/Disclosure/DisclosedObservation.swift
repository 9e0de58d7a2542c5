public import Measures

/// What an audience sees of an observation.
public enum DisclosedObservation: Sendable, Hashable {
    /// As it is; also an observation without a value, whose state tells of nobody.
    case shown(Observation)
    /// Made from rounded counts: the value follows from the counts that stand beside it.
    case rounded(Observation)
    case withheld(WithholdingReason)

    /// What may be shown; nil where it is withheld.
    public var observation: Observation? {
        switch self {
        case .shown(let observation), .rounded(let observation): observation
        case .withheld: nil
        }
    }
}

extension DisclosurePolicy {
    /// What the audience sees of an observation.
    ///
    /// - A count is withheld where it is small.
    /// - A percentage is withheld where its numerator, its denominator or the rest between them is small.
    /// - A rate is withheld where its events are few, or the people among whom they are counted.
    /// - Anything else is withheld where the count behind it is small, and an index where one event could make up most of
    ///   it.
    /// - Where no count is known, a figure that the audience's policy would have to judge is withheld.
    ///
    /// - Parameter isPublished: whether the figure is already published by its source; then it is shown as it is.
    public func disclosed(_ observation: Observation, unit: Unit, isPublished: Bool = false) -> DisclosedObservation {
        guard !isOpen, !isPublished, observation.state == .reported, observation.value != nil else {
            return .shown(observation)
        }
        guard let counts = DisclosurePolicy.counts(behind: observation, unit: unit) else { return .withheld(.unknownCount) }
        if counts.contains(where: { withholds(count: $0) }) { return .withheld(.smallCount) }
        if unit == .index, let sum = observation.numerator ?? observation.value,
            isDominated(sum: sum, squares: observation.sumOfSquaredWeights ?? 0)
        {
            return .withheld(.dominance)
        }
        guard roundTo > 1 else { return .shown(withoutCounts(observation, unit: unit)) }
        return rounded(observation, unit: unit).map(DisclosedObservation.rounded) ?? .withheld(.smallCount)
    }

    /// Every count that the figure would tell or let be worked out; nil where none is known.
    private static func counts(behind observation: Observation, unit: Unit) -> [Double]? {
        switch unit {
        case .count: return observation.value.map { [$0] + (observation.count.map { [$0] } ?? []) }
        case .percent:
            guard let numerator = observation.numerator, let denominator = observation.denominator else { return nil }
            return [numerator, denominator, denominator - numerator]
        case .rate:
            guard let events = observation.count ?? observation.numerator else { return nil }
            return [events] + (observation.denominator.map { [$0] } ?? [])
        case .index: return observation.count.map { [$0] }
        case .change, .points, .money, .days:
            return (observation.count ?? observation.denominator).map { [$0] }
        }
    }

    /// Of what is no count and made of none alone, the number of events behind it goes untold: another KPI counts them, and its figures are
    /// told where they may be.
    private func withoutCounts(_ observation: Observation, unit: Unit) -> Observation {
        switch unit {
        case .count, .percent, .rate: return observation
        case .index, .change, .points, .money, .days:
            var told = observation
            (told.count, told.numerator, told.denominator, told.sumOfSquaredWeights) = (nil, nil, nil, nil)
            return told
        }
    }

    /// The figure made from rounded counts; nil where nothing is left to divide by.
    private func rounded(_ observation: Observation, unit: Unit) -> Observation? {
        var result = observation
        result.count = observation.count.map(rounded(count:))
        result.sumOfSquaredWeights = nil
        switch unit {
        case .count:
            result.value = observation.value.map(rounded(count:))
            result.bounds = nil
        case .percent:
            guard let numerator = observation.numerator.map(rounded(count:)),
                let denominator = observation.denominator.map(rounded(count:)), denominator > 0
            else { return nil }
            result.numerator = numerator
            result.denominator = denominator
            result.value = min(1, numerator / denominator)
            result.bounds = nil
        case .rate:
            guard let events = observation.count ?? observation.numerator else { return nil }
            result.numerator = observation.numerator.map(rounded(count:))
            result.value = observation.value.map { events > 0 ? $0 * rounded(count: events) / events : $0 }
            result.bounds = nil
        case .index, .change, .points, .money, .days:
            return withoutCounts(result, unit: unit)
        }
        return result
    }
}
