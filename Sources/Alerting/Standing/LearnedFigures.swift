public import Measures

/// What a run learned of figures that earlier runs had told of, or had told to be missing.
public struct LearnedFigures: Sendable {
    /// In order of KPI, level, grain, area and period.
    public let restatements: [Restatement]
    /// Figures that were due and missing, and are there now.
    public let arrived: Set<FigurePlace>
    /// The places of the restatements.
    public let restated: Set<FigurePlace>

    public init(restatements: [Restatement] = [], arrived: Set<FigurePlace> = []) {
        self.restatements = restatements
        self.arrived = arrived
        restated = Set(restatements.map(\.place))
    }

    public var isEmpty: Bool { restatements.isEmpty && arrived.isEmpty }

    /// Without those that a test leaves out.
    public func filter(_ isKept: (Restatement) -> Bool) -> LearnedFigures {
        LearnedFigures(restatements: restatements.filter(isKept), arrived: arrived)
    }
}

/// Remembers figures from night to night, where there is no store to ask.
public struct FigureMemory: Sendable {
    private var told: [FigurePlace: ToldFigure] = [:]

    public init() {}

    /// Takes up a night's observations.
    ///
    /// - Returns: what was news in them.
    public mutating func learn(_ observations: ObservationSet, on day: CalendarDate) -> LearnedFigures {
        var restatements: [Restatement] = []
        var arrived: Set<FigurePlace> = []
        for block in observations.all {
            for (row, area) in block.areas.enumerated() {
                for (column, period) in block.periods.enumerated() {
                    let place = FigurePlace(kpi: block.kpi, level: block.level, area: area, period: period)
                    switch told[place, default: ToldFigure()].add(block[row, column], on: day) {
                    case .restated(let before, let since):
                        restatements.append(
                            Restatement(
                                place: place, unit: block.unit, before: before, after: block[row, column], toldSince: since))
                    case .arrived: arrived.insert(place)
                    case nil: break
                    }
                }
            }
        }
        return LearnedFigures(restatements: restatements, arrived: arrived)
    }
}
