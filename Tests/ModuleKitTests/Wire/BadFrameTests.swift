import Measures
import ModuleKit
import Testing

@Suite("A spoilt frame is told by its defect, and never ends the reader")
struct BadFrameTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var error: WireError
    }

    private static let area = MadeFrame.column("area", "text", offset: 0, length: 9)
    private static let areaBytes = MadeFrame.texts(offsets: [0, 1], [65])
    private static func wide(_ name: String, _ offset: Int) -> String {
        MadeFrame.column(name, "f64", offset: offset, length: 8)
    }
    private static let fit = [area, wide("period", 9), wide("value", 17)]

    static let cases: [Case] = [
        Case(testDescription: "nothing", bytes: [], error: .truncated(expected: 16, found: 0)),
        Case(testDescription: "words", bytes: Array("Segmentation fault".utf8), error: .badMagic(Array("Segm".utf8))),
        Case(testDescription: "prefix cut", bytes: Array("BCNF12".utf8), error: .truncated(expected: 16, found: 6)),
        Case(
            testDescription: "header over the limit",
            bytes: FramePrefix.magic + [255, 255, 255, 255] + MadeFrame.littleEndian(0, 8),
            error: .tooLarge(bytes: 4_294_967_295, limit: 64 << 20)),
        Case(
            testDescription: "body over any whole number",
            bytes: FramePrefix.magic + MadeFrame.littleEndian(2, 4) + Array(repeating: 255, count: 8),
            error: .tooLarge(bytes: .max, limit: 1 << 32)),
        Case(
            testDescription: "body cut",
            bytes: FramePrefix.magic + MadeFrame.littleEndian(2, 4) + MadeFrame.littleEndian(8, 8) + Array("{}".utf8),
            error: .truncated(expected: 26, found: 18)),
        Case(testDescription: "bytes behind", bytes: MadeFrame.bytes("{}") + [0], error: .trailing(1)),
        Case(
            testDescription: "header not JSON", bytes: MadeFrame.bytes("<xml/>"),
            error: .unreadableHeader("it is not JSON")),
        Case(
            testDescription: "header without a kind", bytes: MadeFrame.bytes(#"{"contract":1}"#),
            error: .unreadableHeader("'kind' is missing")),
        Case(
            testDescription: "header with another type", bytes: MadeFrame.bytes(#"{"contract":"1","kind":"failure"}"#),
            error: .unreadableHeader("'contract' is of another type")),
        Case(
            testDescription: "another contract", bytes: MadeFrame.bytes(#"{"contract":99,"kind":"manifest"}"#),
            error: .otherContract(99)),
        Case(
            testDescription: "another kind",
            bytes: MadeFrame.bytes(#"{"contract":1,"kind":"greeting","content":{},"tables":[]}"#),
            error: .unknownKind("greeting")),
        Case(
            testDescription: "a body that no table claims",
            bytes: MadeFrame.bytes(
                #"{"contract":1,"kind":"failure","content":{"reason":""},"tables":[]}"#, body: [1, 2]),
            error: .trailing(2)),
        Case(
            testDescription: "no such table",
            bytes: MadeFrame.observations(columns: "", rows: 0, body: [], table: -1), error: .noSuchTable(-1)),
        Case(
            testDescription: "rows without a column", bytes: MadeFrame.observations(columns: "", rows: 7, body: []),
            error: .unreadableHeader("a table without columns has 7 rows")),
        Case(
            testDescription: "a column over the body",
            bytes: MadeFrame.observations(
                columns: MadeFrame.column("value", "f64", offset: 0, length: 16), rows: 2, body: [0]),
            error: .badColumn("value", .outOfBounds(offset: 0, length: 16, body: 1))),
        Case(
            testDescription: "a negative length",
            bytes: MadeFrame.observations(
                columns: MadeFrame.column("value", "f64", offset: 0, length: -8), rows: 1, body: []),
            error: .badColumn("value", .outOfBounds(offset: 0, length: -8, body: 0))),
        Case(
            testDescription: "two columns on the same bytes",
            bytes: MadeFrame.observations(
                columns: [area, wide("period", 9), wide("value", 9)].joined(separator: ","), rows: 1,
                body: areaBytes + MadeFrame.numbers(1)),
            error: .badColumn("value", .misplaced(offset: 9, expected: 17))),
        Case(
            testDescription: "columns of unequal length",
            bytes: MadeFrame.observations(
                columns: [area, MadeFrame.column("period", "f64", offset: 9, length: 16)].joined(separator: ","),
                rows: 1, body: areaBytes + MadeFrame.numbers(1, 2)),
            error: .badColumn("period", .wrongLength(16, rows: 1))),
        Case(
            testDescription: "more rows than whole numbers",
            bytes: MadeFrame.observations(
                columns: MadeFrame.column("value", "f64", offset: 0, length: 8), rows: .max, body: MadeFrame.numbers(1)),
            error: .badColumn("value", .wrongLength(8, rows: .max))),
        Case(
            testDescription: "fewer rows than none",
            bytes: MadeFrame.observations(
                columns: MadeFrame.column("value", "f64", offset: 0, length: 8), rows: -1, body: MadeFrame.numbers(1)),
            error: .badColumn("value", .wrongLength(8, rows: -1))),
        Case(
            testDescription: "an unknown type",
            bytes: MadeFrame.observations(
                columns: MadeFrame.column("value", "f32", offset: 0, length: 4), rows: 1, body: [0, 0, 0, 0]),
            error: .badColumn("value", .unknownType("f32"))),
        Case(
            testDescription: "offsets that go back",
            bytes: MadeFrame.observations(
                columns: MadeFrame.column("area", "text", offset: 0, length: 14), rows: 2,
                body: MadeFrame.texts(offsets: [0, 2, 1], [65, 66])),
            error: .badColumn("area", .offsetOutOfOrder(row: 1))),
        Case(
            testDescription: "an offset over the text",
            bytes: MadeFrame.observations(columns: area, rows: 1, body: MadeFrame.texts(offsets: [0, 9], [65])),
            error: .badColumn("area", .offsetOutOfOrder(row: 0))),
        Case(
            testDescription: "offsets that do not begin at 0",
            bytes: MadeFrame.observations(columns: area, rows: 1, body: MadeFrame.texts(offsets: [1, 1], [65])),
            error: .badColumn("area", .offsetOutOfOrder(row: 0))),
        Case(
            testDescription: "text that no row claims",
            bytes: MadeFrame.observations(columns: area, rows: 1, body: MadeFrame.texts(offsets: [0, 0], [65])),
            error: .badColumn("area", .wrongLength(9, rows: 1))),
        Case(
            testDescription: "text that is not UTF-8",
            bytes: MadeFrame.observations(columns: area, rows: 1, body: MadeFrame.texts(offsets: [0, 1], [0xFF])),
            error: .badColumn("area", .invalidUTF8(row: 0))),
        Case(
            testDescription: "a repeated name",
            bytes: MadeFrame.observations(
                columns: [wide("value", 0), wide("value", 8)].joined(separator: ","), rows: 1,
                body: MadeFrame.numbers(1, 2)),
            error: .repeatedName("value")),
        Case(
            testDescription: "an infinite value",
            bytes: MadeFrame.observations(
                columns: fit.joined(separator: ","), rows: 1, body: areaBytes + MadeFrame.numbers(1, .infinity)),
            error: .badColumn("value", .infinite(row: 0))),
        Case(
            testDescription: "a value that is not a number",
            bytes: MadeFrame.observations(
                columns: fit.joined(separator: ","), rows: 1, body: areaBytes + MadeFrame.numbers(1, .nan)),
            error: .unfitObservation(column: "value", row: 0)),
        Case(
            testDescription: "half a period",
            bytes: MadeFrame.observations(
                columns: fit.joined(separator: ","), rows: 1, body: areaBytes + MadeFrame.numbers(1.5, 2)),
            error: .unfitObservation(column: "period", row: 0)),
        Case(
            testDescription: "no value column",
            bytes: MadeFrame.observations(
                columns: [area, wide("period", 9)].joined(separator: ","), rows: 1,
                body: areaBytes + MadeFrame.numbers(1)),
            error: .badColumn("value", .missing)),
        Case(
            testDescription: "an unknown column",
            bytes: MadeFrame.observations(
                columns: (fit + [wide("colour", 25)]).joined(separator: ","), rows: 1,
                body: areaBytes + MadeFrame.numbers(1, 2, 3)),
            error: .badColumn("colour", .unknown)),
        Case(
            testDescription: "a negative count",
            bytes: MadeFrame.observations(
                columns: (fit + [wide("count", 25)]).joined(separator: ","), rows: 1,
                body: areaBytes + MadeFrame.numbers(1, 2, -3)),
            error: .unfitObservation(column: "count", row: 0)),
        Case(
            testDescription: "one bound without the other",
            bytes: MadeFrame.observations(
                columns: (fit + [wide("low", 25)]).joined(separator: ","), rows: 1,
                body: areaBytes + MadeFrame.numbers(1, 2, 1)),
            error: .unfitObservation(column: "low", row: 0)),
    ]

    @Test("each defect by name", arguments: cases)
    func defect(_ made: Case) {
        #expect(throws: made.error) { try ModuleReply(frame: made.bytes) }
        #expect(!made.error.description.isEmpty)
    }

    @Test("a computed infinity can't be sent")
    func infinityIsNotWritten() {
        let row = ComputedObservations.Row(area: "W1", period: 1, observation: .init(value: .infinity))
        let frame = Frame(level: .init("ward"), grain: .month, areas: [], periods: [])
        let answer = ComputeAnswer(observations: [ComputedObservations(kpi: "k", frame: frame, rows: [row])])
        #expect(throws: WireError.badColumn("value", .infinite(row: 0))) {
            try ModuleReply.observations(answer).frame()
        }
    }
}
