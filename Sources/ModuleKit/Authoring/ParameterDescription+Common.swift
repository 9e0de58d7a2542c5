extension ParameterDescription {
    public static let dataset = ParameterDescription(
        "dataset", .dataset, required: true, summary: "The records to read.")
    public static let condition = ParameterDescription(
        "where", .condition, summary: "Only records that satisfy this condition; all where it is left out.")
    /// The parameter `where` of an indicator that reads a dataset of its own: a text, since a condition is held against
    /// the dataset that the parameter `dataset` names.
    public static let ownCondition = ParameterDescription(
        "where", .text, summary: "Only records that satisfy this condition; all where it is left out.")
    public static let column = ParameterDescription(
        "column", .column, required: true, summary: "The column whose values are taken.")
}

extension IndicatorRequest {
    /// The parameter `dataset`.
    public func dataset() throws(IndicatorError) -> String { try text("dataset") }

    /// The parameter `where`.
    public func condition() throws(IndicatorError) -> String? { try optionalText("where") }
}
