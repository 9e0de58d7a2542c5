public import Measures
import ModuleKit

/// Whose records of which months are in, of a dataset that holds the records of several senders.
///
/// A sender is named for an area, as a police force is. An area's own senders are those of the areas in which its codes lie: a
/// partnership's its force, the whole's all of them. Strays of other senders make no month.
public struct SenderCoverage: Sendable, Hashable {
    /// The senders that the dataset names and no record does: misspelt in one of the two, or nothing of theirs is there.
    public let absent: [String]
    /// The senders that records name.
    var found: [String] { months.keys.sorted() }
    private var own: [AreaCode: Set<String>]
    private var months: [String: Set<Month>]

    static let shape = AnswerShape(columns: [
        AnswerShape.Column(name: "sender", isNumber: false), AnswerShape.Column(name: "month", isNumber: true),
    ])

    /// - Parameter table: the months of which each sender's records are there, a row each.
    init(_ senders: DatasetContract.Senders, sent table: Table, geography: Geography) {
        let sent = Set(table.texts("sender"))
        var named: [AreaCode: Set<String>] = [:]
        for (sender, area) in senders.areas { named[area, default: []].insert(sender) }
        var areas: [String: [AreaCode]] = [:]
        for placement in geography.placements { areas[placement.code, default: []].append(placement.area) }
        own = [:]
        for held in areas.values {
            let senders = held.reduce(into: Set<String>()) { $0.formUnion(named[$1] ?? []) }
            guard !senders.isEmpty else { continue }
            for area in held { own[area, default: []].formUnion(senders) }
        }
        months = [:]
        for (sender, month) in zip(table.texts("sender"), table.numbers("month")) where !month.isNaN {
            months[sender, default: []].insert(Month(ordinal: Int(month)))
        }
        absent = senders.areas.keys.filter { !sent.contains($0) }.sorted()
    }

    /// The senders of an area's own records; empty where none is named for it.
    public func senders(of area: AreaCode) -> Set<String> { own[area] ?? [] }

    /// The months whose records are in from every sender of the area.
    public func months(of area: AreaCode) -> Set<Month> {
        let all = senders(of: area).map { months[$0] ?? [] }
        return all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }
    }
}
