import Measures
import ModuleKit
import Testing

@Suite("A module answers each KPI by itself")
struct ModuleResponderTests {
    struct Broken: Indicator {
        var description: IndicatorDescription {
            IndicatorDescription(
                name: "broken", summary: "", definition: "", unit: .count, carriesCounts: false, addsUp: false)
        }

        func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
            throw .unsupported("not on Sundays")
        }

        func compute(_ request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations] {
            request.frames.map { frame in
                ComputedObservations(
                    kpi: request.request.kpi, frame: frame,
                    rows: [.init(area: "W1", period: 1, observation: Observation(value: 0.0 / 0.0))])
            }
        }
    }

    struct Module: PriorityModule {
        static let id = "made"
        static let title = "Made"
        var indicators: [any Indicator] { [Broken()] }
    }

    struct Twice: PriorityModule {
        static let id = "twice"
        static let title = "Twice"
        var indicators: [any Indicator] { [RecordCount()] }
    }

    static func request(_ indicator: String) -> IndicatorRequest {
        IndicatorRequest(
            kpi: "kpi_\(indicator)", indicator: indicator, parameters: ["dataset": .text("records")], unit: .count,
            grains: [.month], levels: [AreaLevel("ward")])
    }

    @Test("its own indicators come first, the standard ones of every module behind them")
    func describes() {
        guard case .manifest(let manifest) = ModuleResponder(Module()).reply(to: .describe) else {
            Issue.record("no manifest")
            return
        }
        #expect(
            manifest.indicators.map(\.name) == [
                "broken", "count", "distinct", "sum", "stock", "average", "median", "share", "share_of_sums", "rate",
                "published",
            ])
        #expect(manifest.contract == Manifest.currentContract)
    }

    @Test("a KPI that can't be planned leaves the others their queries")
    func plans() throws {
        let reply = ModuleResponder(Module()).reply(to: .plan(["broken", "count", "nothing"].map(Self.request)))
        guard case .plan(let answer) = reply else {
            Issue.record("no plan")
            return
        }
        #expect(answer.queries.keys.sorted() == ["kpi_count"])
        #expect(
            answer.failures == [
                "kpi_broken": "not on Sundays", "kpi_nothing": "this module has no indicator 'nothing'",
            ])
    }

    @Test("a figure that is not a number fails its KPI, not the whole answer")
    func computes() throws {
        let frame = Frame(level: AreaLevel("ward"), grain: .month, areas: [AreaCode("W1")], periods: [1])
        let reply = ModuleResponder(Module()).reply(
            to: .compute(
                ["broken", "count"].map {
                    ComputeRequest(request: Self.request($0), frames: [frame], tables: ["records/ward/month": Table()])
                }))
        guard case .observations(let answer) = reply else {
            Issue.record("no observations")
            return
        }
        #expect(answer.failures == ["kpi_broken": "the figure of W1 is not a number"])
        #expect(answer.observations.map(\.kpi) == ["kpi_count"])
        #expect(throws: Never.self) { try reply.frame() }
    }

    @Test("two indicators of one name are refused whole, since neither could be meant")
    func refusesRepeatedNames() {
        #expect(ModuleResponder(Twice()).reply(to: .describe) == .failure("two indicators of 'twice' bear one name"))
    }
}
