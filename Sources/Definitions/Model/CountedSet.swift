import ModuleKit
import RuleLanguage

/// The records of one dataset that satisfy some criteria.
///
/// Whether one set holds another is told from the criteria as they are written: `crime_type == "Burglary"` holds what
/// `crime_type == "Burglary" and hour(date) < 6` holds, and lies in `crime_type != "Anti-social behaviour"`. What can only be told
/// by arithmetic, as with two ranges of ages, is not told.
public struct CountedSet: Sendable, Hashable {
    public let dataset: String
    private let criteria: Set<RecordCriterion>

    init(dataset: String, criteria: Set<RecordCriterion>) {
        self.dataset = dataset
        self.criteria = criteria
    }

    /// The records that an indicator counts with its parameters; nil where it doesn't count records.
    init?(_ counted: CountedRecords, _ parameters: [String: ParameterValue]) {
        if let other = counted.unlessStated, parameters[other] != nil { return nil }
        guard let dataset = counted.dataset ?? parameters["dataset"]?.texts.first else { return nil }
        self.init(dataset: dataset, criteria: Set(counted.criteria.flatMap { RecordCriterion.all(of: $0, parameters) }))
    }

    /// Of a share, those of the part; nil of all else.
    init?(partOf counted: CountedRecords, _ parameters: [String: ParameterValue]) {
        guard let part = counted.part, let whole = CountedSet(counted, parameters) else { return nil }
        self.init(
            dataset: whole.dataset, criteria: whole.criteria.union(part.flatMap { RecordCriterion.all(of: $0, parameters) }))
    }

    /// Whether every record of the other is one of these.
    public func holds(_ other: CountedSet) -> Bool {
        dataset == other.dataset && criteria.allSatisfy { own in other.criteria.contains { $0.implies(own) } }
    }

    /// Whether its records are those of a set that holds it that have a place, or those that have none.
    public func isByPlace(within holder: CountedSet) -> Bool {
        let own = criteria.subtracting(holder.criteria)
        return own == [.hasPlace] || own == [.hasNoPlace]
    }

    /// The columns by which its records are told from those of a set that holds it.
    public func columns(within holder: CountedSet) -> Set<String> {
        criteria.subtracting(holder.criteria).reduce(into: []) { $0.formUnion($1.columns) }
    }
}

/// One of the things that a record satisfies.
enum RecordCriterion: Sendable, Hashable {
    /// A column has one of these values.
    case among(String, Set<String>)
    /// A column has a value, and none of these.
    case notAmong(String, Set<String>)
    /// Anything else, by its text and the columns that it reads.
    case other(String, columns: Set<String>)

    var columns: Set<String> {
        switch self {
        case .among(let column, _), .notAmong(let column, _): [column]
        case .other(_, let columns): columns
        }
    }

    static let hasPlace = RecordCriterion.notAmong("area", [])
    static let hasNoPlace = RecordCriterion.other("missing(area)", columns: ["area"])

    /// Whether what satisfies this surely satisfies another.
    func implies(_ other: RecordCriterion) -> Bool {
        switch (self, other) {
        case (.among(let column, let values), .among(let another, let others)):
            column == another && values.isSubset(of: others)
        case (.among(let column, let values), .notAmong(let another, let others)):
            column == another && values.isDisjoint(with: others)
        case (.notAmong(let column, let values), .notAmong(let another, let others)):
            column == another && values.isSuperset(of: others)
        default: self == other
        }
    }

    static func all(of criterion: CountedRecords.Criterion, _ parameters: [String: ParameterValue]) -> [RecordCriterion] {
        switch criterion {
        case .condition(let parameter): parameters[parameter]?.texts.first.map(all(satisfying:)) ?? []
        case .fixed(let text): all(satisfying: text)
        case .value(let column, let parameter): parameters[parameter].map { [.among(column, Set($0.texts))] } ?? []
        case .valueOfStated(let column, let parameter):
            parameters[column]?.texts.first.flatMap { column in
                parameters[parameter].map { [.among(column, Set($0.texts))] }
            } ?? []
        case .not(.valueOfStated(let column, let parameter)):
            parameters[column]?.texts.first.map { [.notAmong($0, Set(parameters[parameter]?.texts ?? []))] } ?? []
        case .not(let inner): [opposite(of: all(of: inner, parameters))]
        case .following(let names):
            [
                .other(
                    names.map { "\($0): \(parameters[$0].map { $0.texts.sorted().joined(separator: ", ") } ?? "")" }
                        .joined(separator: "; "), columns: Set(names.map { "by \($0)" }))
            ]
        }
    }

    private static func opposite(of criteria: [RecordCriterion]) -> RecordCriterion {
        let words = criteria.map { criterion in
            switch criterion {
            case .among(let column, let values): "\(column) is \(values.sorted().joined(separator: ", "))"
            case .notAmong(let column, let values): "\(column) is not \(values.sorted().joined(separator: ", "))"
            case .other(let text, _): text
            }
        }
        return .other("not all of \(words.sorted())", columns: criteria.reduce(into: []) { $0.formUnion($1.columns) })
    }
}

extension ParameterValue {
    /// Its texts, one where it is none of a list.
    fileprivate var texts: [String] {
        switch self {
        case .number(let number): ["\(number)"]
        case .text(let text): [text]
        case .truth(let truth): ["\(truth)"]
        case .texts(let texts): texts
        }
    }
}
