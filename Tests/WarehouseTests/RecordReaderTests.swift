import Testing

@testable import Warehouse

/// Where physical records begin and end, and what is made of them for other readers.
struct RecordReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        /// `line: fields` or `line! reason`, the header left out.
        var records: [String]
        var isRegular = false
        var testDescription: String { text.debugDescription }
    }

    static let cases: [Case] = [
        Case(text: "a,b\n1,2\n3,4\n", records: ["2: 1|2", "3: 3|4"], isRegular: true),
        Case(text: "a,b\r\n1,2\r\n", records: ["2: 1|2"], isRegular: true),
        Case(text: "a,b\n1,2\r\n", records: ["2: 1|2"]),
        Case(text: "a,b\n\"1\",\"2\"\n", records: ["2: 1|2"], isRegular: true),
        Case(text: "a,b\n\"1,1\",\"2\n2\"\n3,4", records: ["2: 1,1|2\n2", "4: 3|4"], isRegular: true),
        Case(text: "a,b\n\"1\"\"\",\"\"\n", records: ["2: 1\"|"], isRegular: true),
        Case(text: "a,b\n1\"1,2\n", records: ["2: 1\"1|2"]),
        Case(text: "a,b\n1,2\n\n\n3,4\n", records: ["2: 1|2", "5: 3|4"]),
        Case(text: "a,b\n1,\"2\n3,4\n5,6\n", records: ["2! quotes do not close", "3: 3|4", "4: 5|6"]),
        Case(text: "a,b\n1,\"2\n3,\"4\"\n5,6\n", records: ["2! quotes do not close", "3: 3|4", "4: 5|6"]),
        Case(text: "a,b\n1,\"2\n3,4,\"\n5,6\n", records: ["2: 1|2\n3,4,", "4: 5|6"], isRegular: true),
        Case(text: "a,b\n\"1\n2\",3,4\n5,6\n", records: ["2! quotes do not close", "3! wrong number of fields", "4: 5|6"]),
        Case(text: "a,b\n1\n1,2,3\n", records: ["2! wrong number of fields", "3! wrong number of fields"]),
        Case(text: "a,b\n1,2\n \n", records: ["2: 1|2", "3! wrong number of fields"]),
        Case(text: "\u{FEFF}a,b\n1,2\n", records: ["2: 1|2"], isRegular: true),
        Case(text: "a,b\r1,2\r", records: ["2: 1|2"]),
        Case(text: "a,b\n1,é\n", records: ["2: 1|é"], isRegular: true),
        Case(text: "a\n\"\"\n1\n", records: ["2: ", "3: 1"], isRegular: true),
    ]

    @Test(arguments: cases)
    func records(_ example: Case) throws {
        try Array(example.text.utf8).withUnsafeBufferPointer { bytes in
            let found = try self.found(bytes)
            #expect(found.records == example.records)
            let survey = try FileSurvey(bytes)
            #expect(survey.recordCount == example.records.count)
            #expect(survey.isRegular == example.isRegular)
            let copy = RegularCopy.bytes(of: bytes, flaws: survey.flaws)
            try copy.withUnsafeBufferPointer { copied in
                let again = try FileSurvey(copied)
                #expect(again.isRegular)
                #expect(again.flaws.isEmpty)
                let values = try self.found(copied).records.map { $0.drop { $0 != ":" } }
                #expect(values == example.records.filter { $0.contains(": ") }.map { $0.drop { $0 != ":" } })
            }
        }
    }

    private func found(_ bytes: UnsafeBufferPointer<UInt8>) throws -> (header: [String], records: [String]) {
        var all: [String] = []
        var header: [String] = []
        RegularCopy.forEachRecord(bytes) { record in
            let fields = RecordFields.texts(bytes, record.range)
            if header.isEmpty { header = fields } else {
                all.append(record.flaw.map { "\(record.line)! \($0.rawValue)" } ?? "\(record.line): \(fields.joined(separator: "|"))")
            }
        }
        return (header, all)
    }

    /// Every text of up to seven of the characters that matter: no line without an account, and an end.
    @Test func everySmallFileIsAccountedFor() throws {
        let alphabet = Array("a,\"\n\r".utf8)
        var count = 0
        for length in 0...7 {
            var places = [Int](repeating: 0, count: length)
            while true {
                let text = Array("h,i\n".utf8) + places.map { alphabet[$0] }
                text.withUnsafeBufferPointer { bytes in
                    var covered: [Int] = []
                    RegularCopy.forEachRecord(bytes) { record in
                        covered += Array(record.range)
                        if record.line > 1, record.flaw == nil, record.fieldCount != 2 { covered.append(-1) }
                    }
                    let lost = bytes.indices.filter { bytes[$0] == 0x61 && !covered.contains($0) }
                    #expect(lost.isEmpty && Set(covered).count == covered.count && !covered.contains(-1), "\(String(decoding: text, as: UTF8.self).debugDescription)")
                }
                count += 1
                guard let next = places.indices.last(where: { places[$0] < alphabet.count - 1 }) else { break }
                places[next] += 1
                for later in places.indices where later > next { places[later] = 0 }
            }
        }
        #expect(count == (0...7).reduce(0) { sum, length in sum + (0..<length).reduce(1) { power, _ in power * 5 } })
    }
}
