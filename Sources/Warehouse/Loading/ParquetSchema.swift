/// What the engine says of a Parquet file before anything is asked of its rows.
struct ParquetSchema: Sendable, Hashable {
    struct Column: Sendable, Hashable {
        var header: String
        /// The engine's name of its type: `VARCHAR`, `BIGINT`, `DATE`.
        var type: String
    }

    var columns: [Column]
    /// As the file itself counts them.
    var rows: Int

    /// Of an answer with a row for each column: its header, its type, and the file's number of rows.
    init(_ answer: [[String]]) throws(WarehouseError) {
        guard let rows = answer.first.flatMap({ $0.count == 3 ? Int($0[2]) : nil }), answer.allSatisfy({ $0.count == 3 })
        else { throw .answerUnreadable("the columns of a Parquet file are not as asked") }
        columns = answer.map { Column(header: $0[0], type: $0[1]) }
        self.rows = rows
    }
}
