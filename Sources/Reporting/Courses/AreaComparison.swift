import Alerting
import Definitions
import Measures
import RuleLanguage
import Statistics

/// An area's figure among those of the other areas of its level, made of what the reader sees of them.
struct AreaComparison {
    /// Nil where the area's own figure is not seen, or fewer than two others are.
    var rank: Rank?
    /// A place among others.
    struct Rank {
        /// `2nd highest`.
        var place: String
        /// `32`; where not all figures are seen, `the 27 told, of 32`.
        var among: String

        var words: String { "\(place) of \(among)" }
    }

    /// The middle of the figures of the areas that it is compared with, and how many they are.
    var middle: (value: Double, areas: Int)?
    /// Where it lies against the funnel of the others; nil where there is none that the reader may know.
    var funnel: String?

    /// - Parameter peers: the areas like it; none where nobody named any, and then all others of the level.
    init(_ level: LevelReading, of code: AreaCode, peers: [AreaCode]) {
        let reading = level.reading
        guard let own = level.latest[code], let value = own.figure.value, let area = reading.course.place(of: code) else {
            return
        }
        let others = reading.areas.enumerated().filter { $0.offset != area }.map {
            index, other -> (code: AreaCode, value: Double?) in
            let latest = level.latest[other]
            let figure = latest?.place == own.place ? latest?.figure : reading.figure(area: index, period: own.place)
            return (other, figure?.value)
        }
        let values = others.compactMap(\.value)
        if values.count >= 2 { rank = Self.rank(value, among: values, of: others.count + 1) }
        let alike = (peers.isEmpty ? others : others.filter { peers.contains($0.code) }).compactMap(\.value).sorted()
        if !alike.isEmpty {
            let half = alike.count / 2
            middle = (alike.count % 2 == 1 ? alike[half] : (alike[half - 1] + alike[half]) / 2, alike.count)
        }
        // The limits are made of every other area's exact counts.
        if values.count == others.count || reading.sight.isOpen, !reading.sight.isRounding(reading.kpi) {
            funnel = Self.funnel(reading, area, own.place)
        }
    }

    private static func rank(_ own: Double, among others: [Double], of all: Int) -> Rank {
        let higher = others.count { $0 > own }
        let equal = others.count { $0 == own }
        let lower = others.count - higher - equal
        let among = others.count + 1 == all ? "\(all)" : "the \(others.count + 1) told, of \(all)"
        let joint = equal > 0 ? "joint " : ""
        if equal == others.count { return Rank(place: "Equal in all", among: among) }
        let (place, end) = higher <= lower ? (higher + 1, "highest") : (lower + 1, "lowest")
        let words = place == 1 ? end : "\(ordinal(place)) \(end)"
        return Rank(place: PlainText.sentence("\(joint)\(words)"), among: among)
    }

    static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 10, number % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }

    private static func funnel(_ reading: CourseReading, _ area: Int, _ period: Int) -> String? {
        let evaluation = reading.course.evaluation
        let exact = evaluation.observed(0, area: area, period: period)
        guard let funnel = evaluation.funnel(of: 0, area: area, period: period), let count = exact.count,
            let denominator = exact.denominator,
            let point = try? FunnelPoint(numerator: count, denominator: denominator)
        else { return nil }
        for level in [0.998, 0.95] {
            guard let direction = try? funnel.direction(of: point, level: level) else { continue }
            return "\(direction == .higher ? "Over" : "Under") the \(DecimalText.shortest(level * 100, upTo: 1))% limits"
        }
        return "Within the limits"
    }
}
