import Measures
import ModuleKit
import Testing

@testable import ModuleHost

@Suite("A readable answer to something else is refused")
struct AnswerCheckTests {
    static let request = PythonModuleTests.request
    static let frame = PythonModuleTests.frame

    static func answer(_ rows: [(String, Int)], kpi: String = "burglary", frame: Frame = frame) -> ComputedObservations {
        ComputedObservations(
            kpi: kpi, frame: frame,
            rows: rows.map { .init(area: $0.0, period: $0.1, observation: Observation(value: 1)) })
    }

    static let other = Frame(level: AreaLevel("borough"), grain: .month, areas: [], periods: [])

    static let cases: [(ComputeAnswer, String?)] = [
        (ComputeAnswer(observations: [answer([("W1", 24_290)])]), nil),
        (ComputeAnswer(failures: ["burglary": "no"]), nil),
        (ComputeAnswer(), "KPI 'burglary' is not answered"),
        (
            ComputeAnswer(observations: [answer([])], failures: ["burglary": "no"]),
            "KPI 'burglary' is both answered and failed"
        ),
        (
            ComputeAnswer(observations: [answer([]), answer([], kpi: "theft")]),
            "KPI 'theft' is answered, which was not asked"
        ),
        (ComputeAnswer(observations: [answer([]), answer([])]), "KPI 'burglary' by ward and month is answered twice"),
        (
            ComputeAnswer(observations: [answer([], frame: other)]),
            "KPI 'burglary' is answered by borough and month, which was not asked"
        ),
        (
            ComputeAnswer(observations: [answer([("W9", 24_290)])]),
            "KPI 'burglary' has a figure for W9 in period 24290, which was not asked"
        ),
        (
            ComputeAnswer(observations: [answer([("W1", 3)])]),
            "KPI 'burglary' has a figure for W1 in period 3, which was not asked"
        ),
        (
            ComputeAnswer(observations: [answer([("W1", 24_290), ("W1", 24_290)])]),
            "KPI 'burglary' has two figures for W1 in period 24290"
        ),
    ]

    @Test("to compute", arguments: cases)
    func compute(_ answer: ComputeAnswer, _ defect: String?) {
        let request = ComputeRequest(request: Self.request, frames: [Self.frame], tables: [:])
        #expect(AnswerCheck.defect(answer, to: [request]) == defect)
    }

    @Test(
        "to plan",
        arguments: [
            (PlanAnswer(queries: ["burglary": []]), nil), (PlanAnswer(), "KPI 'burglary' is not answered"),
            (PlanAnswer(queries: ["burglary": [], "theft": []]), "KPI 'theft' is answered, which was not asked"),
            (
                PlanAnswer(queries: [
                    "burglary": [Query("q", of: "d", by: [], measures: []), Query("q", of: "d", by: [], measures: [])]
                ]),
                "two queries of KPI 'burglary' bear one name"
            ),
            (
                PlanAnswer(queries: [
                    "burglary": [Query("q", of: "d", by: [.column("n")], measures: [Measure("n", .count)])]
                ]),
                "two columns of the query 'q' of KPI 'burglary' bear one name"
            ),
        ] as [(PlanAnswer, String?)])
    func plan(_ answer: PlanAnswer, _ defect: String?) {
        #expect(AnswerCheck.defect(answer, to: [Self.request]) == defect)
    }
}
