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

    public init(id: String, unit: Unit, grains: Set<Grain>, isPublished: Bool) {
        self.id = id
        self.unit = unit
        self.grains = grains
        self.isPublished = isPublished
    }
}
