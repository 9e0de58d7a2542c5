import ModuleKit

/// Makes a table of an answer's rows.
enum AnswerReader {
    /// - Parameter places: where in a row the columns of the shape stand.
    ///
    /// A wrong number of fields or a text where a number should be is an unreadable answer. An absent number is NaN.
    static func table(_ rows: [[String]], _ shape: AnswerShape, at places: [Int]) throws(WarehouseError) -> Table {
        var columns: [(name: String, column: Table.Column)] = []
        for (place, column) in zip(places, shape.columns) {
            var numbers: [Double] = []
            var texts: [String] = []
            for row in rows {
                guard place < row.count else { throw .answerUnreadable("a row has \(row.count) values") }
                let text = row[place]
                if !column.isNumber {
                    texts.append(text)
                } else if text.isEmpty {
                    numbers.append(.nan)
                } else if let number = Double(text) {
                    numbers.append(number)
                } else {
                    throw .answerUnreadable("`\(column.name)` holds what is no number")
                }
            }
            columns.append((column.name, column.isNumber ? .numbers(numbers) : .texts(texts)))
        }
        return Table(columns)
    }
}
