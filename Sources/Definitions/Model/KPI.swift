public import Diagnostics
public import Measures
public import ModuleKit
public import RuleLanguage
import Statistics

/// An indicator put to use.
public struct KPI: Sendable {
    /// Which way is better.
    public enum Better: String, Sendable, Hashable, CaseIterable {
        case lower, higher
        /// Both directions are told, and none is coloured: a rise may be better reporting.
        case neither

        /// The other direction.
        var worse: Direction? {
            switch self {
            case .lower: .higher
            case .higher: .lower
            case .neither: nil
            }
        }
    }

    public var id: String
    public var title: String
    public var indicator: String
    public var parameters: [String: ParameterValue]
    public var unit: Unit
    public var grains: [Grain]
    public var levels: [AreaLevel]
    /// The areas that it is told for; nil for all of its levels.
    public var areas: [AreaCode]?
    public var better: Better
    public var theme: String?
    public var source: String?
    public var target: Target?
    public var benchmark: Benchmark?
    /// Months after a period's end before its figure can be judged: the outcomes of its cases take so long to come.
    public var maturesMonths = 0
    /// How its status is told; nil where it isn't.
    public var status: StatusRule?
    /// The datasets that the indicator reads, by name.
    public var datasets: [String]
    /// The records that it counts, of a percentage those of its denominators; nil where it doesn't count records one by one.
    public var counted: CountedSet?
    /// Of a percentage, the records of its numerators.
    public var countedPart: CountedSet?
    /// What the rule language knows of it.
    public var declaration: KPIDeclaration
    public var span: SourceSpan
    /// Where the value of each parameter stands.
    public var parameterPlaces: [String: SourceSpan] = [:]

    /// Whether a period's cases have had the time that they need for their outcomes.
    public func isMature(_ period: Period, on day: CalendarDate) -> Bool {
        maturesMonths == 0 || period.lastMonth.advanced(by: maturesMonths).lastDay < day
    }

    /// The areas of a level for which the KPI is told, in the order of the geography.
    public func areas(at level: AreaLevel, in geography: Geography) -> [AreaCode] {
        geography.areas(at: level).map(\.code).filter { areas?.contains($0) ?? true }
    }
}

extension KPI {
    /// The parameters as a reader takes them, by name.
    public var statedParameters: [(name: String, text: String)] {
        parameters.sorted { $0.key < $1.key }.map { name, value in
            let text =
                switch value {
                case .number(let number): DecimalText.shortest(number, upTo: 6)
                case .text(let text): text
                case .truth(let truth): truth ? "yes" : "no"
                case .texts(let texts): texts.joined(separator: ", ")
                }
            return (name, text)
        }
    }
}

/// A figure of others that a KPI is compared with, as its source states it.
public struct Benchmark: Sendable, Hashable {
    /// Whose figure: `England`.
    public var of: String
    public var source: String
    /// In the KPI's unit, with the bounds of its rounding.
    public var figures: [Period: Observation]
    /// For so many months the latest figure stands for periods that have none of their own yet; 0 where only its own is taken.
    public var carriedMonths: Int

    public init(of: String, source: String, figures: [Period: Observation], carriedMonths: Int = 0) {
        self.of = of
        self.source = source
        self.figures = figures
        self.carriedMonths = carriedMonths
    }

    /// The period whose figure a period is held against: itself, or the latest before it that still stands.
    public func period(for period: Period) -> Period? {
        if figures[period] != nil { return period }
        guard carriedMonths > 0 else { return nil }
        let latest = figures.keys.filter { $0.grain == period.grain && $0 < period }.max()
        return latest.flatMap { period.lastMonth.ordinal - $0.lastMonth.ordinal <= carriedMonths ? $0 : nil }
    }
}
