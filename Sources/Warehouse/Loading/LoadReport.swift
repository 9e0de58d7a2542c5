/// What the engine said of one loaded file.
struct LoadReport: Sendable {
    struct Fault: Sendable {
        /// Place among the file's sound records, from 0.
        var ordinal: Int
        var column: Int
        var reason: SetAsideReason
        /// As the engine read it; empty for a person's reference.
        var value: String
    }

    var records = 0
    /// Distance from the first to the last of its rows, both counted: equal to `records` where they lie together.
    var span = 0
    var latestDate: Int?
    var faults: [Fault] = []

    /// The reports of one dataset's files, by path.
    static func reports(_ table: String, in answer: ScriptAnswer) throws(WarehouseError) -> [String: LoadReport] {
        guard let files = answer.rows("\(table) files"), let faults = answer.rows("\(table) faults") else {
            throw .answerUnreadable("the account of \(table) is not there")
        }
        var reports: [String: LoadReport] = [:]
        for row in files {
            guard row.count == 5, let records = Int(row[1]), let span = Int(row[2]) else {
                throw .answerUnreadable("the account of \(table) is not as asked")
            }
            reports[row[0]] = LoadReport(records: records, span: span, latestDate: Int(row[4]))
        }
        for row in faults {
            let parts = row.count == 3 ? row[2].split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false) : []
            guard parts.count == 3, let ordinal = Int(row[1]), let column = Int(parts[0]),
                let reason = FaultCode.reason(parts[1])
            else { throw .answerUnreadable("a fault of \(table) is not as asked") }
            reports[row[0]]?.faults.append(
                Fault(ordinal: ordinal, column: column, reason: reason, value: String(parts[2])))
        }
        return reports
    }
}
