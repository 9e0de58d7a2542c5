import Foundation
import Measures

/// Small lists and tables that are kept as JSON text, written the same way every time.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func text(_ areas: [AreaCode]) throws -> String {
        try text(areas.map(\.rawValue))
    }

    /// Nil where the text is not what it should be.
    static func value<Value: Decodable>(_ type: Value.Type, from text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    static func areas(from text: String) -> [AreaCode]? {
        value([String].self, from: text)?.map { AreaCode($0) }
    }
}
