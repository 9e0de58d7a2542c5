import Digests
import Measures
import ModuleKit

/// A digest of everything but the files that a dataset's table follows from.
enum DatasetSignature {
    static func of(
        _ contract: DatasetContract, latestDay: CalendarDate, places: Places, personKey: PersonKey?, engine: String,
        dialect: String
    ) -> String {
        var parts = [
            "load 3", latestDay.description, engine, dialect, contract.name, contract.holding.rawValue,
            contract.extent.rawValue,
        ]
        parts += contract.key
        for column in contract.columns {
            parts += [
                column.name, "\(column.origin)", column.type.rawValue, "\(column.required)", "\(column.codes)",
                column.minimum.map { "\($0)" } ?? "", column.maximum.map { "\($0)" } ?? "",
            ]
        }
        if contract.areaColumn != nil, contract.extent == .partnership { parts.append(places.digest) }
        if contract.columns.contains(where: { $0.type == .person }) { parts.append(personKey?.digest ?? "") }
        return SHA256.hexadecimal(of: parts.joined(separator: "\u{1F}"))
    }
}
