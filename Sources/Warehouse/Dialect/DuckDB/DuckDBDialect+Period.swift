import Measures
import ModuleKit

extension DuckDBDialect {
    /// The ordinal of the month that holds a record's date, as `Month.ordinal`.
    func month(of table: RecordTable) -> String {
        let date = date(of: table)
        return "(year(\(date)) * 12 + month(\(date)) - 1)"
    }

    /// The ordinal of the one period of a grain that holds a record's date, as `Period.ordinal`.
    func period(_ grain: Grain, of table: RecordTable) -> String {
        let date = date(of: table)
        return switch grain {
        case .month, .rollingYear, .financialYearToDate: month(of: table)
        case .quarter: "(year(\(date)) * 4 + quarter(\(date)) - 1)"
        case .calendarYear: "year(\(date))"
        case .financialYear: "(year(\(date)) - CASE WHEN month(\(date)) < 4 THEN 1 ELSE 0 END)"
        }
    }

    /// The list of the ordinals of all periods of an overlapping grain that hold a month.
    func periods(_ grain: Grain, month: String, _ table: RecordTable) -> String {
        // April is the month of number 3 when January is 0: 11 − (month + 9) % 12 months are left after it.
        let left = grain == .rollingYear ? "11" : "11 - (\(month) + 9) % 12"
        return "range(\(month), least(\(month) + \(left), \(table.lastMonth.ordinal)) + 1)"
    }

    private func date(of table: RecordTable) -> String {
        guard let index = table.dateIndex else { return "NULL" }
        return "r.\(table.column(index))"
    }
}
