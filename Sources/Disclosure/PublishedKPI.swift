public import Measures

/// What disclosure control has to know of a KPI.
public struct PublishedKPI: Sendable, Hashable {
    public var id: String
    public var unit: Unit
    /// All for which it is told, whether or not there is a figure yet: what is withheld now must not depend on what comes
    /// later.
    public var grains: Set<Grain>
    /// Whether its figures are as a source published them: they are shown as they are.
    public var isPublished: Bool

    /// The set of records that its figures count, by a name of its own; of a percentage those of its numerators. Nil where
    /// nothing is known of them beside this KPI.
    public var records: String?
    /// Of a percentage the set of records that its denominators count.
    public var wholeRecords: String?

    /// Whether its figures are sums of weights, of which the counts that were weighed could be read. Of an index that says which
    /// records it counts, these are held as counts.
    var tellsWeights: Bool { unit == .index && records == nil && !isPublished }

    public init(
        id: String, unit: Unit, grains: Set<Grain>, isPublished: Bool, records: String? = nil, wholeRecords: String? = nil
    ) {
        self.id = id
        self.unit = unit
        self.grains = grains
        self.isPublished = isPublished
        // Only what counts records one by one adds up with others.
        let counts = unit.countsRecords
        self.records = counts ? records : nil
        self.wholeRecords = unit == .percent ? wholeRecords : nil
        if unit == .percent, wholeRecords == nil { self.records = nil }
    }
}

extension Unit {
    /// Whether a figure in it tells a number of records. An index may: what is held against an expected number that anybody can work out.
    fileprivate var countsRecords: Bool {
        switch self {
        case .count, .percent, .rate, .index: true
        case .change, .points, .money, .days: false
        }
    }
}
