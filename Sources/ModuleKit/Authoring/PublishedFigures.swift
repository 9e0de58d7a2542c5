public import Measures

/// The figures of a dataset of published figures: columns figure, area, period, value, unit and basis.
public struct PublishedFigures: Sendable {
    private(set) var stated: [StatedFigure] = []

    /// The dataset that indicators of published figures read unless told otherwise.
    public static let dataset = DatasetUse(
        "published_figures",
        columns: [
            ColumnUse("figure", .text), ColumnUse("area", .area), ColumnUse("period", .text),
            ColumnUse("value", .number), ColumnUse("unit", .text), ColumnUse("basis", .text),
        ])

    /// The queries that bring the named figures.
    public static func queries(
        _ figures: [String], of dataset: String = dataset.name, for request: IndicatorRequest
    ) -> [Query] {
        request.queriesByArea(
            "figures", of: dataset, where: Condition.oneOf("figure", figures),
            by: ["figure", "period", "unit", "basis"],
            measures: [Measure("least", .minimum("value")), Measure("greatest", .maximum("value"))])
    }

    public init(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) {
        let table = try request.areaTable("figures", for: frame)
        guard table.rowCount > 0 else { return }
        let texts = try ["area", "figure", "period", "unit", "basis"].map { name throws(IndicatorError) in
            guard table.texts(name).count == table.rowCount else { throw .missingColumn(name, table: "figures") }
            return table.texts(name)
        }
        let numbers = try ["least", "greatest"].map { name throws(IndicatorError) in
            guard table.numbers(name).count == table.rowCount else { throw .missingColumn(name, table: "figures") }
            return table.numbers(name)
        }
        for row in 0..<table.rowCount where !numbers[0][row].isNaN {
            guard numbers[0][row] == numbers[1][row] else {
                throw .unfitData(
                    """
                    the figure '\(texts[1][row])' is stated twice for \(texts[2][row]): \(numbers[0][row]) and \
                    \(numbers[1][row])
                    """
                )
            }
            stated.append(
                try StatedFigure(
                    figure: texts[1][row], area: texts[0][row], period: texts[2][row], stated: numbers[0][row],
                    unit: texts[3][row], basis: texts[4][row]))
        }
    }

    /// A figure for an area, by the periods that it speaks of. A figure of no period (`needs assessment`) is one of
    /// the period `at`, where that is given; otherwise it is passed over.
    func figures(_ name: String, area: String, at standIn: Period?) throws(IndicatorError) -> [Period: StatedFigure] {
        var found: [Period: StatedFigure] = [:]
        for figure in stated where figure.figure == name && figure.area == area {
            guard let period = Period(figure.periodText) ?? standIn else { continue }
            guard found.updateValue(figure, forKey: period) == nil else {
                throw .unfitData("the figure '\(name)' is stated twice for \(period)")
            }
        }
        return found
    }
}

extension PublishedFigures {
    /// A figure for an area as observations, by the periods that it speaks of.
    public func observations(
        of name: String, area: String, at standIn: Period? = nil
    ) throws(IndicatorError) -> [Period: Observation] {
        try figures(name, area: area, at: standIn).mapValues { Observation(value: $0.value, bounds: $0.bounds) }
    }
}

extension IndicatorRequest {
    /// The parameter `at`: the period of which a figure without a period is taken to be.
    public func standInPeriod() throws(IndicatorError) -> Period? {
        guard let text = try optionalText("at") else { return nil }
        guard let period = Period(text) else { throw .unfitParameter("at", expected: "a period, as 2022/23") }
        return period
    }
}

extension ParameterDescription {
    public static let standInPeriod = ParameterDescription(
        "at", .text, summary: "The period of which a figure without one (\"needs assessment\") is taken to be.")
}
