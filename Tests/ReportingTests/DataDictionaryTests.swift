import Foundation
import Testing

@testable import Reporting

@Suite("What columns and members mean is told beside the files")
struct DataDictionaryTests {
    @Test("every column of every file has an entry, and stands in it once")
    func columns() {
        for file in DataDictionary.files {
            #expect(Set(file.header).count == file.header.count, "\(file.name)")
            for column in file.header {
                #expect(DataDictionary.entry(column, of: file.name)?.meaning.isEmpty == false, "\(file.name) \(column)")
            }
        }
    }

    @Test("every CSV file of a run and of a year is in the dictionary, with the columns that it has")
    func files() throws {
        let report = try Report(MadePartnership.troubled.input)
        let year = AnnualReportTests.year
        let annual = try AnnualReport(
            MadePartnership.troubled.input, AnnualInput(year: year, marks: [], editedOn: []), for: ["violence-group"])
        let files = (report.pages + annual.pages).filter { $0.path.hasSuffix(".csv") && !$0.path.hasSuffix(DataDictionary.path) }
        #expect(files.count > 8)
        for page in files {
            let header = page.text.dropFirst().prefix { $0 != "\r\n" }.split(separator: ",").map(String.init)
            let stem = page.path.contains("/annual-") ? "annual-….csv" : page.path
            let entry = try #require(DataDictionary.files.first { stem.hasSuffix($0.name) }, "\(page.path)")
            #expect(header == entry.header, "\(page.path)")
        }
        let dictionary = try report.text(DataDictionary.path)
        #expect(dictionary.contains("breaches.csv,next_due,the earliest day by which an open action is to be done,"))
    }

    @Test("the lists as JSON are as their schema says, and the schema knows what is amiss")
    func schema() throws {
        let report = try Report(MadePartnership.troubled.input)
        let schema = try JSONSchema(try report.text(DataDictionary.schemaPath))
        let lists = report.pages.filter { $0.path.hasSuffix("breaches.json") }
        #expect(lists.count == 4)
        for list in lists {
            let value = try JSONSerialization.jsonObject(with: Data(list.text.utf8))
            #expect(schema.faults(of: value) == [], "\(list.path)")
        }
        var list = try #require(JSONSerialization.jsonObject(with: Data(lists[0].text.utf8)) as? [String: Any])
        list["format"] = 2
        list["asOf"] = 20
        list["extra"] = true
        list["partnership"] = nil
        var rows = try #require(list["rows"] as? [[String: Any]])
        rows[0]["section"] = "old"
        list["rows"] = rows
        #expect(
            schema.faults(of: list).sorted() == [
                "$.asOf: no string", "$.extra: unknown", "$.format: not 1", "$.partnership: missing",
                "$.rows[0].section: not one of those named",
            ])
    }
}

/// As much of JSON Schema as the published schemas use. A keyword that it does not know is a fault of the schema.
struct JSONSchema {
    private let root: [String: Any]
    private static let known: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum",
        "const", "format",
    ]

    init(_ text: String) throws {
        root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func faults(of value: Any) -> [String] { faults(value, root, "$") }

    private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        let unknown = Set(schema.keys).subtracting(Self.known)
        guard unknown.isEmpty else { return ["\(place): the schema says \(unknown.sorted())"] }
        if let name = schema["$ref"] as? String {
            let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
            guard let definition = definitions[String(name.dropFirst("#/$defs/".count))] else { return ["\(name) is not there"] }
            return faults(value, definition, place)
        }
        if let constant = schema["const"] { return "\(constant)" == "\(value)" ? [] : ["\(place): not \(constant)"] }
        if let choices = schema["enum"] as? [String] {
            return choices.contains(value as? String ?? "") ? [] : ["\(place): not one of those named"]
        }
        switch schema["type"] as? String {
        case "string": return value is String ? [] : ["\(place): no string"]
        case "boolean": return (value as? NSNumber).map(Self.isTruth) == true ? [] : ["\(place): no boolean"]
        case "number", "integer":
            guard let number = value as? NSNumber, !Self.isTruth(number) else { return ["\(place): no number"] }
            return schema["type"] as? String == "number" || number.doubleValue == number.doubleValue.rounded()
                ? [] : ["\(place): no whole number"]
        case "array":
            guard let items = value as? [Any], let schema = schema["items"] as? [String: Any] else { return ["\(place): no array"] }
            return items.enumerated().flatMap { faults($1, schema, "\(place)[\($0)]") }
        case "object":
            guard let members = value as? [String: Any] else { return ["\(place): no object"] }
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
            return missing.map { "\(place).\($0): missing" }
                + members.flatMap { name, value in
                    properties[name].map { faults(value, $0, "\(place).\(name)") } ?? ["\(place).\(name): unknown"]
                }
        default: return ["\(place): the schema names no type"]
        }
    }

    private static func isTruth(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
