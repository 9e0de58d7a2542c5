extension IndicatorRequest {
    /// A query for every level and grain that the KPI is told for, grouped by area and period. Its table is read
    /// by `ComputeRequest.table(_:for:)` under the same name.
    public func queriesByPeriod(
        _ name: String, of dataset: String, steps: [RecordStep] = [], where filter: String? = nil, by columns: [String] = [],
        measures: [Measure]
    ) -> [Query] {
        levels.flatMap { level in
            grains.map { grain in
                Query(
                    Frame.queryName(name, level: level, grain: grain), of: dataset, steps: steps, where: filter,
                    by: [.area(level: level), .period(grain: grain)] + columns.map(Grouping.column),
                    measures: measures)
            }
        }
    }

    /// A query for every level, grouped by area and columns but not by period: for a reference table.
    public func queriesByArea(
        _ name: String, of dataset: String, where filter: String? = nil, by columns: [String] = [],
        measures: [Measure]
    ) -> [Query] {
        levels.map { level in
            Query(
                Frame.queryName(name, level: level), of: dataset, where: filter,
                by: [.area(level: level)] + columns.map(Grouping.column), measures: measures)
        }
    }
}

extension Frame {
    /// `incidents/ward/quarter`.
    static func queryName(_ name: String, level: String, grain: String) -> String { "\(name)/\(level)/\(grain)" }

    /// `population/ward`.
    static func queryName(_ name: String, level: String) -> String { "\(name)/\(level)" }
}

extension ComputeRequest {
    /// The table of a query by its own name.
    public func table(_ name: String) throws(IndicatorError) -> Table {
        guard let table = tables[name] else { throw .missingTable(name) }
        return table
    }

    /// The table of `queriesByPeriod` that belongs to the frame.
    public func table(_ name: String, for frame: Frame) throws(IndicatorError) -> Table {
        try table(Frame.queryName(name, level: frame.level, grain: frame.grain))
    }

    /// The table of `queriesByArea` that belongs to the frame.
    public func areaTable(_ name: String, for frame: Frame) throws(IndicatorError) -> Table {
        try table(Frame.queryName(name, level: frame.level))
    }

    /// A column of numbers of the frame's table, found by area and period.
    public func column(_ column: String, of name: String, for frame: Frame) throws(IndicatorError) -> GroupedColumn {
        try GroupedColumn(column, of: try table(name, for: frame), named: name, frame: frame)
    }
}
