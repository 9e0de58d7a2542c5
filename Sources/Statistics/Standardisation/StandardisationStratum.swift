/// One stratum, such as an age band, of a population whose rate is to be standardised directly.
public struct StandardisationStratum: Hashable, Sendable {
    /// Events, whole.
    public let count: Double
    /// Persons (or person-years) that they are of, over 0.
    public let population: Double
    /// The standard population's persons, at least 0.
    public let standard: Double
    /// Σf² over persons who have f events each: the count, where events are independent of each other.
    public let sumOfSquares: Double

    /// - Parameter sumOfSquares: Nil for independent events.
    /// - Throws: For a count that is not whole, a population not over 0, a standard under 0, and sums that do not belong
    ///   together.
    public init(
        count: Double, population: Double, standard: Double, sumOfSquares: Double? = nil
    ) throws(StatisticsError) {
        self.count = try checkedCount(count)
        guard population.isFinite else { throw .notFinite }
        guard population > 0 else { throw .denominatorNotPositive(population) }
        self.population = population
        guard standard.isFinite else { throw .notFinite }
        guard standard >= 0 else { throw .negative(standard) }
        self.standard = standard
        self.sumOfSquares = try WeightedSum(sum: count, sumOfSquares: sumOfSquares ?? count).sumOfSquares
    }
}
