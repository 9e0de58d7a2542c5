import Alerting
import Definitions
import Foundation
import Measures

@testable import AlertStore

/// A small partnership's figures, made to order.
enum Sample {
    static let ward = AreaLevel("ward")
    static let areas = [AreaCode("W1"), AreaCode("W2"), AreaCode("W3")]
    static let first = Period(grain: .month, ordinal: 2025 * 12)
    static let key = ObservationSet.Key(kpi: "burglary", level: ward, grain: .month)
    static let time = Date(timeIntervalSince1970: 1_770_000_000)

    static func asOf(_ day: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_500 + day) }

    /// Areas × periods of counts, each told by `cell`.
    static func block(
        kpi: String = "burglary", unit: Measures.Unit = .count, areas: [AreaCode] = areas, first: Period = first,
        periods: Int = 4, _ cell: (Int, Int) -> Observation = { Observation(value: Double($0 * 10 + $1)) }
    ) -> ObservationBlock {
        var block = ObservationBlock(
            kpi: kpi, level: ward, unit: unit, areas: areas, first: first, periodCount: periods,
            filledWith: Observation(absent: .notDue))
        for row in areas.indices {
            for column in 0..<periods { block[row, column] = cell(row, column) }
        }
        return block
    }

    /// A block of one cell.
    static func single(_ cell: Observation, unit: Measures.Unit = .count) -> ObservationBlock {
        block(unit: unit, areas: [areas[0]], periods: 1) { _, _ in cell }
    }

    static func column(_ rule: String = "burglary_rise", codes: [UInt8] = [2, 2, 0, 17]) -> VerdictColumn {
        VerdictColumn(
            rule: rule, level: ward, areas: Array(areas.prefix(2)), first: first, periodCount: codes.count / 2, codes: codes)
    }

    static func transition(
        _ state: AlertState, period: Int = 0, rule: String = "burglary_rise", meaning: String = "a > b"
    ) -> Transition {
        Transition(rule: rule, area: areas[0], period: first.moved(by: period), state: state, meaning: meaning)
    }

    static func notice(_ key: String = "2026-02-16.burglary-group") -> Notice {
        Notice(
            key: key, group: "burglary-group", audience: "partnership", subject: "1 new breach", body: ["See the list."],
            asOf: asOf(0),
            items: [
                Notice.Item(
                    rule: "burglary_rise", title: "Burglary rises", severity: .high, section: .new, area: areas[0],
                    areaName: "Arleston", period: first, since: first, message: "12 → 18 (+50%)")
            ])
    }

    static func record(
        day: Int = 0, input: String = "input-1", _ blocks: [ObservationBlock] = [block()],
        verdicts: [VerdictColumn] = [column()], transitions: [Transition] = [transition(.firing)],
        notices: [Notice] = [notice()], channels: [String] = ["folder", "mail"]
    ) -> RunRecord {
        RunRecord(
            asOf: asOf(day), started: time, finished: time.addingTimeInterval(30), counts: ["records": 120],
            versions: ["beacon": "1.0"], inputFingerprint: input, definitionsFingerprint: "definitions-1",
            figures: FigureDigests(ObservationSet(blocks)), verdicts: verdicts, transitions: transitions,
            notices: notices.map { OutgoingNotice($0, by: channels) })
    }
}

extension RunRecord {
    var observations: ObservationSet { ObservationSet(figures.blocks.map(\.block)) }
}
