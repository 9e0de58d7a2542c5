import ModuleKit

/// A small dataset of people and places, for the tests of record steps.
enum Episodes {
    static let header = "Number,Begun,Child,Place,Kind,Lon,Lat"

    /// - Parameter dated: the type of the column `begun`.
    static func contract(dated: ColumnType = .date, files: [String] = ["*.csv"]) -> DatasetContract {
        DatasetContract(
            name: "episodes", title: "Episodes", files: files,
            columns: [
                .init(name: "number", header: "Number", type: .text, required: true),
                .init(name: "begun", header: "Begun", type: dated),
                .init(name: "child", header: "Child", type: .person),
                .init(name: "area", header: "Place", type: .area),
                .init(name: "kind", header: "Kind", type: .text),
                .init(name: "lon", header: "Lon", type: .number),
                .init(name: "lat", header: "Lat", type: .number),
            ])
    }

    static func file(_ lines: [String]) -> String { ([header] + lines).map { $0 + "\n" }.joined() }

    /// What the steps say of each record, by its number; absent values are empty texts.
    static func values(
        _ lines: [String], _ steps: [RecordStep], dated: ColumnType = .date, where filter: String? = nil,
        asOf: String = "2026-03-31"
    ) async throws -> [String: [String]] {
        let bench = try Workbench()
        try bench.write(file(lines), to: "a.csv")
        let query = Query(
            "q", of: "episodes", steps: steps, where: filter,
            by: [.column("number")] + steps.map { .column($0.name) }, measures: [Measure("n", .count)])
        let table = try await bench.fetch(contract(dated: dated), queries: [query], asOf: asOf).table()
        return Dictionary(uniqueKeysWithValues: table.texts.map { ($0[0], Array($0[1..<(1 + steps.count)])) })
    }
}

extension Table {
    /// Rows as texts; an absent number is the empty text.
    var texts: [[String]] {
        (0..<rowCount).map { row in
            columns.map { column in
                switch column {
                case .numbers(let values): values[row].isNaN ? "" : "\(Int(values[row]))"
                case .texts(let values): values[row]
                }
            }
        }
    }
}
