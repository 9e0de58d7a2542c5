import Measures
import Statistics
import Testing

@testable import RuleLanguage

/// What is drawn is what the verdict was reached by.
@Suite("Course against process limits")
struct ProcessCourseTests {
    private static let steady = (0..<12).map { 10 + Double($0 % 2) * 2 }

    private func evaluation(_ condition: String, _ figures: [Double], _ kpi: KPIDeclaration? = nil) throws -> Evaluation {
        var judging = Judging(.month, from: "2022-01", ["incidents": figures.map { .count($0) }])
        if let kpi { judging.kpis = [kpi] }
        return try judging.evaluation(condition)
    }

    @Test(
        "the last stretch has the limits of the verdict, and the period judged is marked exactly where it fires",
        arguments: [
            ("outside_limits(incidents)", [17.0]), ("outside_limits(incidents)", [16]),
            ("shift(incidents) and incidents > 0", [12, 12, 12, 12, 12, 12, 12]),
            ("two_of_three(incidents)", [15, 12, 15]), ("not special_cause(incidents)", [17]),
        ] as [(String, [Double])])
    func sameStory(_ condition: String, _ last: [Double]) throws {
        let figures = Self.steady + Self.steady + last
        let evaluation = try evaluation(condition, figures)
        let period = figures.count - 1
        let course = try #require(evaluation.processCourse(of: 0, area: 0, period: period))
        let stretch = try #require(course.stretches.last)
        let limits = try #require(stretch.limits)
        #expect(course.stretches.count == 1 && stretch.first == period && stretch.last == 0)
        #expect(stretch.signals.count == figures.count)
        #expect(limits.mean == 11, "the tested figures are no part of it")
        let isMarked = stretch.signals.last?.isSpecialCause ?? false
        let fired = evaluation.verdict(area: 0, period: period) == .fired
        #expect(isMarked == (condition.hasPrefix("not") ? !fired : fired))
    }

    @Test("each step has limits of its own and its reason, and what was exceptional is in none")
    func steps() throws {
        var kpi = Declarations.kpi("incidents", .count)
        kpi.steps = [DefinitionStep(at: Month(year: 2023, month: 2), because: "a new recording rule")]
        kpi.exceptional = [
            ExceptionalPeriod(
                from: Month(year: 2022, month: 6), to: Month(year: 2022, month: 6), because: "lockdown", by: nil)
        ]
        var before = [Double](repeating: 40, count: 13)
        before[5] = 400
        let evaluation = try evaluation("outside_limits(incidents)", before + Self.steady + [17], kpi)
        let course = try #require(evaluation.processCourse(of: 0, area: 0, period: 25))
        #expect(course.stretches.map(\.limits?.mean) == [40, 11])
        #expect(course.stretches.map(\.because) == [nil, "a new recording rule"])
        #expect(course.stretches.map(\.first) == [25, 12] && course.stretches.map(\.last) == [13, 0])
    }

    @Test("too few figures make no limits, and a rule without a sign has no course")
    func none() throws {
        let young = try evaluation("outside_limits(incidents)", [10, 12, 40])
        let course = try #require(young.processCourse(of: 0, area: 0, period: 2))
        #expect(course.stretches.map(\.limits) == [nil])
        #expect(try evaluation("incidents > 3", [1, 2]).processCourse(of: 0, area: 0, period: 1) == nil)
    }
}
