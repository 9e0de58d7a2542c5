import Diagnostics
import Measures
import ModuleKit
import YAMLText

/// How a dataset's columns are written: a header, or a mapping that says where the values come from and what they must be.
extension ReadingContext {
    private static let longestSum = 200

    var columnReading: FieldReading<DatasetDraft.Column> {
        FieldReading { field in
            if let scalar = field.node.scalar, field.node.mapping == nil {
                guard let header = FieldReading<String>.text.read(field) else { return nil }
                return DatasetDraft.Column(name: scalar, origin: .header(header), required: false, codes: [])
            }
            let reading = FieldReading<DatasetDraft.Column>.mapping("a column") { reader in
                let origin = self.origin(&reader, column: field.name)
                let type = reader.optional("type", .choice(of: ColumnType.self))
                let required = reader.optional("required", .boolean) ?? false
                let codes = reader.optional("codes", .list(of: .text)) ?? []
                let minimum = reader.optional("minimum", .number)
                let maximum = reader.optional("maximum", .number)
                guard let origin else { return nil }
                return DatasetDraft.Column(
                    name: origin.place, origin: origin.origin, type: type, required: required, codes: codes,
                    minimum: minimum, maximum: maximum)
            }
            return reading.read(field)
        }
    }

    private func origin(
        _ reader: inout MappingReader, column: String
    ) -> (place: YAMLScalar, origin: DatasetContract.Origin)? {
        let keys = ["header", "sum", "value"].filter { reader.has($0) }
        let sum = reader.optional("sum", .oneOrMore(headersReading))
        let value = reader.optional("value", .scalar)
        let header = keys.isEmpty ? reader.required("header", .scalar) : reader.optional("header", .scalar)
        guard keys.count <= 1 else {
            report(DatasetProblem.twoOrigins(column: column, keys: keys), at: reader.place(of: keys[1]))
            return nil
        }
        if let header { return (header, .header(header.text)) }
        if let value { return (value, .value(value.text)) }
        guard let headers = sum?.flatMap(\.self), let key = reader.mapping.entry(for: "sum")?.key else { return nil }
        var seen: Set<String> = []
        for header in headers where !seen.insert(header).inserted {
            report(DatasetProblem.headerTwice(header, column: column), at: key.span)
            return nil
        }
        return (key, .sum(headers))
    }

    /// A header, or a range of whole numbers that are headers: `10..24`.
    private var headersReading: FieldReading<[String]> {
        FieldReading<String>.text.then { text, field in
            guard text.contains("..") else { return [text] }
            let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
            if ends.count == 2, let first = ends[0], let last = ends[1], first >= 0, first <= last,
                last - first < Self.longestSum
            {
                return (first...last).map(String.init)
            }
            field.report(DatasetProblem.notHeaderRange(text))
            return nil
        }
    }

    /// A column of a contract, of the type that the file states or else the module reads.
    func column(_ draft: DatasetDraft.Column, type: ColumnType?) -> DatasetContract.Column {
        let name = draft.name.text
        let type = type ?? usualType(of: name, draft.origin)
        switch draft.origin {
        case .header: break
        case .sum where type != .number && type != .whole:
            report(DatasetProblem.sumIsNoNumber(column: name, type: type.rawValue), at: draft.name.span)
        case .value where type == .person:
            report(DatasetProblem.personStated(column: name), at: draft.name.span)
        case .value(let text) where !Self.fits(text, type):
            report(DatasetProblem.valueUnfit(text, column: name, type: type.rawValue), at: draft.name.span)
        case .sum, .value: break
        }
        return DatasetContract.Column(
            name: name, origin: draft.origin, type: type, required: draft.required, codes: draft.codes,
            minimum: draft.minimum, maximum: draft.maximum)
    }

    private func usualType(of name: String, _ origin: DatasetContract.Origin) -> ColumnType {
        switch (name, origin) {
        case ("date", _): .date
        case ("area", _): .area
        case (_, .sum): .number
        case (_, .value(let text)) where Int(text) != nil: .whole
        default: .text
        }
    }

    private static func fits(_ text: String, _ type: ColumnType) -> Bool {
        switch type {
        case .text, .area, .person: true
        case .number: Double(text)?.isFinite == true
        case .whole: Int(text) != nil
        case .date: YAMLDate(text) != nil
        case .moment: text.utf8.count >= 16 && YAMLDate(String(text.prefix(10))) != nil
        case .truth: ["yes", "true", "1", "no", "false", "0"].contains(text.lowercased())
        }
    }
}
