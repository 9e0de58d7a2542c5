/// Which records an indicator counts, each once. From it the host knows which KPIs count records of each other, as the women among
/// all victims, so that none of them gives away a small number of another.
public struct CountedRecords: Sendable, Hashable, Codable {
    /// What a record satisfies that is counted.
    public indirect enum Criterion: Sendable, Hashable, Codable {
        /// The condition that a parameter states; none where it is left out.
        case condition(parameter: String)
        /// A column has one of the values that a parameter states; any where it is left out.
        case value(column: String, parameter: String)
        /// A column that one parameter names has one of the values that another states.
        case valueOfStated(column: String, parameter: String)
        /// All but what satisfies a criterion; of one on a column's values, only records that have any.
        case not(Criterion)
        /// A condition that is always the same.
        case fixed(String)
        /// Something that follows from these parameters: the same only where all of them are.
        case following(parameters: [String])
    }

    /// Whose records they are; nil for the dataset that the parameter `dataset` names.
    public var dataset: String?
    /// All are satisfied by a record that is counted; of a share, by one of the whole.
    public var criteria: [Criterion]
    /// Of a share, what a record of the part satisfies besides; nil of all else.
    public var part: [Criterion]?

    /// A parameter that, where it is stated, makes the indicator count something else than records: different people.
    public var unlessStated: String?

    public init(of dataset: String? = nil, where criteria: [Criterion], part: [Criterion]? = nil, unlessStated: String? = nil) {
        self.dataset = dataset
        self.criteria = criteria
        self.part = part
        self.unlessStated = unlessStated
    }
}
