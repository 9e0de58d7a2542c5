import Foundation
import Measures
import ModuleKit
import Testing

/// The frames in `ModuleFixtures/frames` are the contract as bytes: what authors of modules in other languages test
/// against. A frame that changes is another contract. `BEACON_RECORD=1` writes them anew, and fails.
@Suite("Frames are the same bytes as ever")
struct KeptFrameTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "ModuleFixtures/frames")

    static let request = IndicatorRequest(
        kpi: "burglary", indicator: "burglaries",
        parameters: ["under_age": .number(25), "offences": .texts(["Burglary"])],
        unit: .count, grains: [.month], levels: [AreaLevel("ward")])
    static let frame = Frame(
        level: AreaLevel("ward"), grain: .month, areas: [AreaCode("W1"), AreaCode("W2")], periods: [24_290, 24_291])
    static let table = Table([
        ("area", .texts(["W1", "W2"])), ("period", .numbers([24_290, 24_291])), ("n", .numbers([7, 2])),
    ])

    static let messages: [(name: String, message: HostMessage)] = [
        ("describe", .describe), ("plan", .plan([request])),
        ("compute", .compute([ComputeRequest(request: request, frames: [frame], tables: ["ward/month": table])])),
    ]

    static let replies: [(name: String, reply: ModuleReply)] = [
        (
            "manifest",
            .manifest(
                Manifest(
                    id: "example", title: "Example",
                    indicators: [
                        IndicatorDescription(
                            name: "burglaries", summary: "Burglaries",
                            definition: "Records of the crime type Burglary.",
                            unit: .count, parameters: [ParameterDescription("under_age", .number, summary: "An age.")],
                            datasets: [DatasetUse("street_crime", columns: [ColumnUse("crime_type", .text)])],
                            carriesCounts: true, addsUp: true)
                    ]))
        ),
        (
            "queries",
            .plan(
                PlanAnswer(queries: ["burglary": FrameRoundTripTests.queries], failures: ["theft": "no such indicator"])
            )
        ),
        (
            "observations",
            .observations(
                ComputeAnswer(
                    observations: [
                        ComputedObservations(
                            kpi: "burglary", frame: frame, rows: FrameRoundTripTests.rows, notes: ["a note"])
                    ],
                    failures: ["theft": "no such indicator"]))
        ),
        ("failure", .failure("no licence")),
    ]

    @Test("from host to module", arguments: messages)
    func message(_ name: String, _ message: HostMessage) throws {
        try hold(try message.frame(), against: name)
        #expect(try HostMessage(frame: try kept(name)) == message)
    }

    @Test("from module to host", arguments: replies)
    func reply(_ name: String, _ reply: ModuleReply) throws {
        try hold(try reply.frame(), against: name)
        #expect(try ModuleReply(frame: try kept(name)) == reply)
    }

    private func kept(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: "\(name).frame")))
    }

    private func hold(_ frame: [UInt8], against name: String) throws {
        guard ProcessInfo.processInfo.environment["BEACON_RECORD"] == nil else {
            try Data(frame).write(to: Self.folder.appending(path: "\(name).frame"))
            Issue.record("\(name).frame was written; run again without BEACON_RECORD")
            return
        }
        #expect(try kept(name) == frame)
    }
}
