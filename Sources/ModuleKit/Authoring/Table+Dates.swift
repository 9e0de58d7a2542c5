public import Measures

extension Table {
    /// A column of days, as grouping by a column of dates gives it: `2024-03-31`, or a moment that begins so; the
    /// empty text is no day.
    public func dates(_ column: String, named name: String) throws(IndicatorError) -> [CalendarDate?] {
        guard rowCount > 0 else { return [] }
        guard texts(column).count == rowCount else { throw .missingColumn(column, table: name) }
        var dates: [CalendarDate?] = []
        for text in texts(column) {
            let date = CalendarDate(text.prefix(10))
            guard date != nil || text.isEmpty else {
                throw .unfitData("the table '\(name)' has '\(text)' in its column of days '\(column)'")
            }
            dates.append(date)
        }
        return dates
    }
}
