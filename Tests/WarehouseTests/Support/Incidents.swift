import ModuleKit

/// A small dataset of the partnership's own, for the tests of single defects.
enum Incidents {
    static let header = "Incident,Date,Area,Kind,Age,Note"
    static let queryAll = Query("q", of: "incidents", by: [.column("number")], measures: [Measure("n", .count)])

    static func contract(
        _ files: [String] = ["*.csv"], extent: DatasetContract.Extent = .partnership, key: [String] = [], mostUnfit: Double = 1
    ) -> DatasetContract {
        DatasetContract(
            name: "incidents", title: "Incidents", files: files,
            columns: [
                .init(name: "number", header: "Incident", type: .text, required: true),
                .init(name: "date", header: "Date", type: .date, required: true),
                .init(name: "area", header: "Area", type: .area),
                .init(name: "kind", header: "Kind", type: .text, codes: ["Robbery", "Theft"]),
                .init(name: "age", header: "Age", type: .whole, minimum: 0, maximum: 120),
            ],
            key: key, extent: extent, mostUnfit: mostUnfit)
    }

    static func file(_ lines: String..., end: String = "\n") -> String {
        ([header] + lines).map { $0 + end }.joined()
    }
}
