import Measures
import ModuleKit
import Testing

@Suite("A message arrives as it was sent")
struct FrameRoundTripTests {
    static let request = IndicatorRequest(
        kpi: "syv", indicator: "incidents",
        parameters: [
            "under_age": .number(25), "offences": .texts(["Robbery", "Wounding \"s18\""]),
            "where": .text("knife == true"),
            "all": .truth(true),
        ], unit: .rate(Unit.Rate(per: 1_000, of: "people aged 10 to 24", time: .year)), grains: [.month, .rollingYear],
        levels: [AreaLevel("borough"), AreaLevel("plan_area")])

    static let hostMessages: [HostMessage] = [
        .describe, .plan([]), .plan([request]), .compute([]),
        .compute([
            ComputeRequest(
                request: request,
                frames: [
                    Frame(level: AreaLevel("ward"), grain: .month, areas: [AreaCode("W1")], periods: [24_290, 24_291])
                ],
                tables: [
                    "a": Table([
                        ("area", .texts(["W1", "", "Dawley é 🏠"])), ("n", .numbers([1, -0.5, 1e300])),
                        ("more", .texts(["", "", ""])),
                    ]), "b": Table(), "c": Table([("area", .texts([])), ("n", .numbers([]))]),
                ])
        ]),
    ]

    @Test("from host to module", arguments: hostMessages)
    func hostMessage(_ message: HostMessage) throws {
        #expect(try HostMessage(frame: try message.frame()) == message)
    }

    static let observation = Observation(
        value: 0.327, bounds: Observation.Bounds(low: 0.326, high: 0.328), numerator: 2_295, denominator: 7_020,
        denominatorVintage: "2022", count: 2_295, sumOfSquaredWeights: 12.5,
        sources: Observation.Sources(received: 2, expected: 3), provisional: true, made: true)
    static let rows = [
        ComputedObservations.Row(area: "E06000020", period: 2022, observation: observation),
        ComputedObservations.Row(area: "W1", period: -3, observation: Observation(value: 0)),
        ComputedObservations.Row(
            area: "W2", period: 4, observation: Observation(absent: .withheld, sources: .init(received: 0, expected: 3))
        ),
        ComputedObservations.Row(area: "W3", period: 4, observation: Observation(absent: .missing)),
    ]
    static let queries = [
        Query(
            "q", of: "records", where: "a == \"b\"",
            by: [.area(AreaLevel("ward")), .period(.quarter), .column("mode")],
            measures: [
                Measure("1", .count), Measure("2", .countWhere("x > 1")), Measure("3", .distinct("p")),
                Measure("4", .sum("x")),
                Measure("5", .average("x")), Measure("6", .median("x")), Measure("7", .quantile("x", 0.9)),
                Measure("8", .minimum("x")), Measure("9", .maximum("x")),
            ]),
        Query("all", of: "records", by: [], measures: []),
    ]
    static let frame = Frame(level: AreaLevel("ward"), grain: .quarter, areas: [], periods: [])
    static let replies: [ModuleReply] = [
        .manifest(
            Manifest(
                id: "road-safety", title: "Roads",
                indicators: StandardIndicators.all.map(\.description))),
        .plan(PlanAnswer(queries: ["a": queries, "b": []], failures: ["c": "no such column"])),
        .observations(ComputeAnswer()),
        .observations(
            ComputeAnswer(
                observations: [
                    ComputedObservations(kpi: "a", frame: frame, rows: rows, notes: ["48 and 47 differ"]),
                    ComputedObservations(kpi: "b", frame: frame, rows: []),
                ], failures: ["c": "the year 2022 is stated twice"])),
        .failure("no licence"),
    ]

    @Test("from module to host", arguments: replies)
    func reply(_ reply: ModuleReply) throws {
        #expect(try ModuleReply(frame: try reply.frame()) == reply)
    }

    @Test("equal messages are equal bytes, so that frames can be kept as files")
    func equalBytes() throws {
        for reply in Self.replies { #expect(try reply.frame() == reply.frame()) }
    }

    @Test("an absent number arrives absent")
    func absentNumber() throws {
        let table = Table([("n", .numbers([.nan, 1]))])
        let sent = HostMessage.compute([ComputeRequest(request: Self.request, frames: [], tables: ["t": table])])
        guard case .compute(let requests) = try HostMessage(frame: try sent.frame()) else {
            Issue.record("another message arrived")
            return
        }
        let numbers = try #require(requests.first?.tables["t"]?.numbers("n"))
        #expect(numbers.map(\.isNaN) == [true, false])
    }

    @Test("frames are put together again however the bytes come", arguments: [1, 3, 16, 17, 1_000])
    func pieces(_ size: Int) throws {
        let frames = try Self.replies.map { try $0.frame() }
        let stream = frames.flatMap(\.self)
        var reader = FrameReader()
        var read: [[UInt8]] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            try stream[start..<min(start + size, stream.count)].withUnsafeBytes { try reader.append($0) }
            while let frame = try reader.next() { read.append(frame) }
        }
        #expect(read == frames)
        #expect(!reader.isWithinFrame)
    }
}
