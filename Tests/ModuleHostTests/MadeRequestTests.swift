import ModuleKit
import Testing

@testable import ModuleHost

/// What the conformance kit makes up for queries with record steps.
struct MadeRequestTests {
    static let indicator = IndicatorDescription(
        name: "repeats", summary: "", definition: "", unit: .count, parameters: [],
        datasets: [
            DatasetUse(
                "episodes", columns: [ColumnUse("date", .date), ColumnUse("child", .person), ColumnUse("lon", .number)])
        ],
        carriesCounts: true, addsUp: false)

    static let query = Query(
        "q", of: "episodes",
        steps: [
            RecordStep("since", .gap(of: ["child"])), RecordStep("often", .count(of: ["child", "cell"], withinDays: 7)),
            RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: 100)),
        ], by: [.column("since"), .column("cell"), .column("kind")], measures: [Measure("n", .count)])

    @Test func columnsThatDescribeDoesNotNameAreToldOnce() {
        // The cell is not there yet when the count names it; the latitude and the kind are in no list.
        #expect(
            MadeRequest.unknownColumns([Self.query], of: Self.indicator) == [
                "episodes.cell", "episodes.lat", "episodes.kind",
            ])
    }

    @Test func tablesHoldWhatStepsTell() throws {
        let request = MadeRequest.request(Self.indicator)
        let table = try #require(MadeRequest.compute(request, [Self.query], of: Self.indicator).tables["q"])
        #expect(table.names == ["since", "cell", "kind", "n"])
        #expect(table.rowCount == 3 * 3 * 2)
        #expect(table.numbers("since").contains { $0.isNaN } && table.numbers("since").contains(30))
        #expect(Set(table.texts("cell")) == ["", "5846:-166", "5847:-166"])
    }
}
