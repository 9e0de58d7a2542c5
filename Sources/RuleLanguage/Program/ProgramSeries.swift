public import Measures

/// A series that a program reads: a KPI of the areas judged, or of the areas that hold them.
public struct ProgramSeries: Sendable, Hashable {
    public var kpi: KPIDeclaration
    /// The level whose areas hold those judged, in `of(x, borough)`; nil for the areas judged themselves.
    public var level: AreaLevel?

    public init(_ kpi: KPIDeclaration, level: AreaLevel? = nil) {
        self.kpi = kpi
        self.level = level
    }

    public var name: String { kpi.name }
    public var unit: Unit { kpi.unit }
    public var dispersion: Double { kpi.dispersion }

    /// As an explanation names it: `crime`, `crime of the borough`.
    public var title: String { level.map { "\(kpi.name) of the \($0.title)" } ?? kpi.name }
}
