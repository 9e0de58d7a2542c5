public import Measures
public import ModuleKit

/// All that one run asks of its data.
public struct FetchRequest: Sendable {
    /// The folder below which every dataset's files lie. Only read.
    public var dataFolder: String
    /// The folder of the warehouse's own: the cache, kept results, the key for persons' references, and the values of
    /// records set aside. Made with access for its owner alone.
    public var stateFolder: String
    public var contracts: [DatasetContract]
    public var geography: Geography
    /// Nothing dated later is used.
    public var asOf: CalendarDate
    /// The day by the clock, by which mistaken dates are told: a run that pretends to stand in the past must not take what
    /// came later for a mistake.
    public var today: CalendarDate
    public var queries: [IdentifiedQuery]

    public init(
        dataFolder: String, stateFolder: String, contracts: [DatasetContract], geography: Geography,
        asOf: CalendarDate, today: CalendarDate? = nil, queries: [IdentifiedQuery]
    ) {
        self.dataFolder = dataFolder
        self.stateFolder = stateFolder
        self.contracts = contracts
        self.geography = geography
        self.asOf = asOf
        self.today = today ?? asOf
        self.queries = queries
    }
}

/// Which query of which KPI.
public struct QueryIdentity: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var kpi: String
    public var query: String

    public init(kpi: String, query: String) {
        self.kpi = kpi
        self.query = query
    }

    public var description: String { "\(kpi)/\(query)" }

    public static func < (left: QueryIdentity, right: QueryIdentity) -> Bool {
        (left.kpi, left.query) < (right.kpi, right.query)
    }
}

public struct IdentifiedQuery: Sendable, Hashable {
    public var identity: QueryIdentity
    public var query: Query

    public init(kpi: String, _ query: Query) {
        identity = QueryIdentity(kpi: kpi, query: query.name)
        self.query = query
    }
}
