/// How the records that KPIs count lie in each other: the women among all victims, burglaries among all crimes.
///
/// Each set has a name that all KPIs share which count the same records.
public struct RecordSets: Sendable, Hashable {
    public struct Place: Sendable, Hashable {
        /// The smallest set that holds it.
        public var holder: String
        /// What it is told by from its holder's other records, as the sex of a victim: sets of one dimension tell by the same
        /// columns, and sets of two by none in common.
        public var dimension: String
        /// Whether it lies in two sets of which none holds the other, as young women do where women and the young are told too; or
        /// in one of records with a place, or without, that need not be told.
        public var isShared: Bool
        /// Whether its records are those of the holder that have no place, or those that have one.
        public var isByPlace: Bool

        public init(in holder: String, dimension: String = "", isShared: Bool = false, isByPlace: Bool = false) {
            self.holder = holder
            self.dimension = dimension
            self.isShared = isShared
            self.isByPlace = isByPlace
        }
    }

    private let places: [String: Place]

    /// - Parameter places: where each set lies that lies in another. Following the holders must come to an end.
    public init(_ places: [String: Place]) {
        self.places = places
    }

    /// Nothing is known of what KPIs count.
    public static let unrelated = RecordSets([:])

    func place(of name: String) -> Place? { places[name] }
}
