import Alerting
import Measures
import Testing

@testable import AlertStore

@Suite("Figures that are told otherwise than when they were first told")
struct FirstToldTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What the nights told of one cell, and what is told of that: the first figure, the present one, and the night of the first.
    static let courses: [([Observation], first: Double?, now: Double?, night: Int)] = [
        ([told(5)], nil, nil, 0), ([told(5), told(5)], nil, nil, 0), ([told(5), told(7)], 5, 7, 0),
        ([told(5), told(7), told(9)], 5, 9, 0), ([told(5), told(7), told(5)], nil, nil, 0),
        ([Observation(absent: .notDue), told(5), told(6)], 5, 6, 1),
        ([Observation(absent: .missing), told(5)], nil, nil, 0),
        ([told(5), Observation(absent: .missing)], 5, nil, 0), ([told(5), Observation(absent: .moduleFailed)], nil, nil, 0),
        ([Observation(value: 5, provisional: true), told(6)], 5, 6, 0),
    ]

    static func told(_ value: Double) -> Observation { Observation(value: value) }

    @Test("the first and the present one are told, and since when", arguments: courses)
    func course(_ course: ([Observation], first: Double?, now: Double?, night: Int)) throws {
        let store = try AlertStore(stateFolder: folder.state)
        for (night, cell) in course.0.enumerated() {
            try store.commit(Sample.record(day: night, input: "\(night)", [Sample.single(cell)]))
        }
        let found = try store.restatements(
            for: [Sample.key], of: Sample.areas[0], in: Sample.first.firstMonth...Sample.first.lastMonth)
        guard let first = course.first else {
            #expect(found.isEmpty)
            return
        }
        #expect(found.map(\.before.value) == [first] && found.map(\.after.value) == [course.now])
        #expect(found.first?.toldSince == Sample.asOf(course.night) && found.first?.place.period == Sample.first)
    }

    @Test("another area, month or unit is another matter")
    func others() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(day: 0, input: "0", [Sample.single(Self.told(5))]))
        try store.commit(Sample.record(day: 1, input: "1", [Sample.single(Self.told(7))]))
        let month = Sample.first.firstMonth
        #expect(try store.restatements(for: [Sample.key], of: Sample.areas[1], in: month...month).isEmpty)
        #expect(
            try store.restatements(for: [Sample.key], of: Sample.areas[0], in: month.advanced(by: 1)...month.advanced(by: 2))
                .isEmpty)
        let other = ObservationSet.Key(kpi: "arson", level: Sample.ward, grain: .month)
        #expect(try store.restatements(for: [other], of: Sample.areas[0], in: month...month).isEmpty)
        #expect(try store.restatements(for: [Sample.key], of: Sample.areas[0], in: month...month).count == 1)
        try store.commit(Sample.record(day: 2, input: "2", [Sample.single(Self.told(0.7), unit: .percent)]))
        #expect(try store.restatements(for: [Sample.key], of: Sample.areas[0], in: month...month).isEmpty)
    }
}
