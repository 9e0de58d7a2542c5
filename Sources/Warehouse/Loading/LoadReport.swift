/// What the engine said of one loaded file.
struct LoadReport: Sendable {
    struct Fault: Sendable {
        /// Place among the file's sound records, from 0.
        var ordinal: Int
        var column: Int
        var reason: SetAsideReason
        /// As the engine read it; empty for a person's reference. Of a repeated key, the file whose record of it counts.
        var value: String
    }

    var records = 0
    /// Distance from the first to the last of its rows, both counted: equal to `records` where they lie together.
    var span = 0
    var earliestDate: Int?
    var latestDate: Int?
    /// Records older than the dataset's retention: neither loaded nor set aside.
    var expired = 0
    var faults: [Fault] = []

    /// The reports of one dataset's files, by path.
    static func reports(_ table: String, in answer: ScriptAnswer) throws(WarehouseError) -> [String: LoadReport] {
        guard let files = answer.rows("\(table) files"), let faults = answer.rows("\(table) faults") else {
            throw .answerUnreadable("the account of \(table) is not there")
        }
        var reports: [String: LoadReport] = [:]
        for row in files {
            guard row.count == 7, let records = Int(row[1]), let span = Int(row[2]), let expired = Int(row[5]) else {
                throw .answerUnreadable("the account of \(table) is not as asked")
            }
            reports[row[0]] = LoadReport(
                records: records, span: span, earliestDate: Int(row[6]), latestDate: Int(row[4]), expired: expired)
        }
        for row in faults {
            guard row.count == 3, let fault = fault(row[2], ordinal: row[1]) else {
                throw .answerUnreadable("a fault of \(table) is not as asked")
            }
            reports[row[0]]?.faults.append(fault)
        }
        return reports
    }

    /// The reports of one dataset's Parquet files, by path: of each an answer with its account and, behind −1, its unfit
    /// rows; and where the dataset has a key, one with the rows whose key came before.
    static func surveys(
        _ table: String, _ paths: [String], in answer: ScriptAnswer
    ) throws(WarehouseError) -> [String: LoadReport] {
        let unreadable = WarehouseError.answerUnreadable("the account of \(table) is not as asked")
        var reports: [String: LoadReport] = [:]
        for path in paths {
            var report = LoadReport()
            for row in answer.rows("\(table) file \(path)") ?? [] {
                guard row.count == 6, let records = Int(row[0]) else { throw unreadable }
                if records < 0 {
                    guard let fault = fault(row[3], ordinal: row[1]) else { throw unreadable }
                    report.faults.append(fault)
                } else {
                    report.records = records
                    report.span = Int(row[1]) ?? 0
                    report.latestDate = Int(row[3])
                    report.earliestDate = Int(row[5])
                    report.expired = Int(row[4]) ?? 0
                }
            }
            reports[path] = report
        }
        for row in answer.rows("\(table) repeated") ?? [] {
            guard row.count == 3, let file = Int(row[0]), paths.indices.contains(file),
                let fault = fault(row[2], ordinal: row[1])
            else { throw unreadable }
            reports[paths[file]]?.faults.append(fault)
        }
        return reports
    }

    /// `2:type:abc`: the column, what is wrong, the value.
    private static func fault(_ text: String, ordinal: String) -> Fault? {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let ordinal = Int(ordinal), let column = Int(parts[0]),
            let reason = FaultCode.reason(parts[1])
        else { return nil }
        return Fault(ordinal: ordinal, column: column, reason: reason, value: String(parts[2]))
    }
}
