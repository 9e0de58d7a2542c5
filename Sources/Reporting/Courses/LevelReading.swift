import Alerting
import Definitions
import Disclosure
import Measures
import Statistics

/// A KPI at one level as one circle of readers sees it: the latest of each area, read once for all pages that tell of it.
struct LevelReading {
    /// The latest of one area.
    struct Latest {
        var figure: SeenFigure
        /// The place of the period in the course's frame.
        var place: Int
        var process: ProcessState
        var assurance: Assurance?
    }

    let reading: CourseReading
    /// By area; an area of which nothing is due is left out.
    let latest: [AreaCode: Latest]

    init(_ reading: CourseReading) {
        self.reading = reading
        var latest: [AreaCode: Latest] = [:]
        for (index, code) in reading.areas.enumerated() {
            guard let place = reading.course.latestDue(area: index) else { continue }
            let process = reading.process(of: code)
            latest[code] = Latest(
                figure: reading.figure(area: index, period: place), place: place, process: process.state,
                assurance: process.assurance)
        }
        self.latest = latest
    }

    var kpi: KPI { reading.kpi }

    /// The newest period that is due anywhere; a map and a table of areas are of this one.
    var newest: Period? { latest.values.map(\.place).max().map(reading.period) }

    /// An area's figure of that period.
    func newestFigure(of area: AreaCode) -> SeenFigure? {
        guard let newest else { return nil }
        if let own = latest[area], own.figure.period == newest { return own.figure }
        return reading.figure(of: area, in: newest)
    }

    /// Why every area's newest figure is withheld, by the first of the areas; nil where any area has a row that says something else.
    var reasonToWithholdAll: WithholdingReason? {
        let reasons = reading.areas.map { newestFigure(of: $0)?.reasonToWithhold }
        return reasons.contains(nil) ? nil : reasons.first.flatMap(\.self)
    }
}

/// Every KPI at every level that has pages, as one circle of readers sees them.
struct SightReadings {
    private struct Key: Hashable {
        var kpi: String
        var priority: String
        var level: AreaLevel
    }

    private let levels: [Key: LevelReading]

    init(_ courses: [KPICourse], _ sight: FigureSight) {
        levels = Dictionary(
            courses.map { course in
                (
                    Key(kpi: course.kpi.id, priority: course.priority, level: course.level),
                    LevelReading(CourseReading(course: course, sight: sight))
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Nil where the KPI is not told at the level.
    subscript(kpi: KPI, priority: Priority, level: AreaLevel) -> LevelReading? {
        levels[Key(kpi: kpi.id, priority: priority.id, level: level)]
    }
}
