import Measures
import Testing

@testable import RuleLanguage

/// Every term × every state of what it reads.
@Suite("Terms over figures that are not there")
struct TermStateTests {
    struct Term: Sendable, CustomTestStringConvertible {
        /// A condition on the term that would hold on the figures.
        var condition: String
        /// The places of the figures that it reads, of five quarters.
        var reads: [Int]
        var testDescription: String { condition }

        init(_ condition: String, reads: Int...) { (self.condition, self.reads) = (condition, reads) }
    }

    static let terms = [
        Term("incidents > 1", reads: 4), Term("previous(incidents) > 1", reads: 3),
        Term("previous(incidents, 3) > 1", reads: 1),
        Term("year_before(incidents) > 1", reads: 0), Term("at(incidents, 2023 Q3) > 1", reads: 2),
        Term("change(incidents) > -100%", reads: 0, 4),
        Term("change(incidents, from: previous period) > -100%", reads: 3, 4),
        Term("change(incidents, from: 2023 Q2) > -100%", reads: 1, 4),
        Term("difference(incidents) > -1000", reads: 0, 4),
        Term("mean(incidents, over: 12 months) > 1", reads: 1, 2, 3, 4),
        Term("sum(incidents, over: 2 quarters) > 1", reads: 3, 4),
        Term("min(incidents, over: 1 year) > 1", reads: 1, 2, 3, 4),
        Term("max(incidents, over: 9 months) > 1", reads: 2, 3, 4),
        Term("median(incidents, over: 3 months) > 1", reads: 4),
        Term("base(incidents) > 1", reads: 0, 4), Term("smallest(incidents) > 1", reads: 0, 4),
        Term("significant(change(incidents))", reads: 0, 4), Term("significant(difference(incidents))", reads: 0, 4),
        Term("annual(incidents) > 1", reads: 4), Term("rank(incidents) == 1", reads: 4),
        Term("share_of_total(incidents) > 0%", reads: 4),
        Term("-incidents < 0", reads: 4), Term("incidents * 2 > 1", reads: 4),
        Term("incidents between 1 and 1000", reads: 4), Term("provisional(incidents) or incidents > 1", reads: 4),
    ]

    private static let figures = [10, 20, 30, 40, 100].map { Observation.count($0) }

    private func truth(_ condition: String, _ figures: [Observation]) throws -> Truth {
        var judging = Judging(.quarter, from: "2023 Q1", ["incidents": figures])
        judging.figures["incidents of borough"] = Self.figures
        let evaluation = try judging.evaluation(condition)
        return evaluation.result(evaluation.program.when, 4).truth
    }

    private static func reason(_ state: Observation.State) -> AbsenceReason? {
        switch state {
        case .reported: nil
        case .missing: .missing
        case .notDue: .notDue
        case .withheld: .withheld
        case .beforeHistory: .insufficientHistory
        case .noValue: .noValue
        case .moduleFailed: .moduleFailed
        }
    }

    @Test("a figure that a term reads and that is not there leaves it unknown, with its reason", arguments: terms)
    func states(_ term: Term) throws {
        #expect(try truth(term.condition, Self.figures) == .isTrue)
        for place in Self.figures.indices {
            for state in Observation.State.allCases where state != .reported {
                var figures = Self.figures
                figures[place] = Observation(absent: state)
                let wanted = term.reads.contains(place) ? Self.reason(state).map(Truth.unknown) : .isTrue
                #expect(try truth(term.condition, figures) == wanted, "\(state) in place \(place)")
            }
        }
    }

    @Test("of two figures that are not there the first reason by the fixed order is told", arguments: terms)
    func twoStates(_ term: Term) throws {
        guard term.reads.count > 1 else { return }
        let states = Observation.State.allCases.filter { $0 != .reported }
        for first in states {
            for second in states {
                var figures = Self.figures
                figures[term.reads[0]] = Observation(absent: first)
                figures[term.reads[1]] = Observation(absent: second)
                let wanted = [first, second].compactMap(Self.reason).min() ?? .borderline
                #expect(try truth(term.condition, figures) == .unknown(wanted), "\(first), \(second)")
            }
        }
    }

    @Test(
        "what the terms about absence say of each state",
        arguments: [
            (
                "missing(incidents)",
                [
                    .isFalse, .isTrue, .unknown(.notDue), .unknown(.withheld), .unknown(.insufficientHistory),
                    .unknown(.moduleFailed), .isFalse,
                ]
            ),
            (
                "provisional(incidents)",
                [
                    .isFalse, .unknown(.missing), .unknown(.notDue), .unknown(.withheld), .unknown(.insufficientHistory),
                    .unknown(.moduleFailed), .unknown(.noValue),
                ]
            ),
            (
                "age(incidents) > 80 days",
                [
                    .isFalse, .isTrue, .unknown(.notDue), .isTrue, .unknown(.insufficientHistory), .unknown(.moduleFailed),
                    .isFalse,
                ]
            ),
        ] as [(String, [Truth])])
    func absence(_ condition: String, _ wanted: [Truth]) throws {
        for (state, wanted) in zip(Observation.State.allCases, wanted) {
            var figures = Self.figures
            figures[4] = state == .reported ? .count(1) : Observation(absent: state)
            #expect(try truth(condition, figures) == wanted, "\(state)")
        }
    }

    @Test("the terms of process control need every point that they test, and enough before them")
    func processControl() throws {
        let counts: [(String, Int)] = [
            ("outside_limits", 1), ("two_of_three", 3), ("shift", 7), ("trend", 7), ("special_cause", 7),
        ]
        for (term, tested) in counts {
            for state in Observation.State.allCases where state != .reported {
                for place in 0..<20 {
                    var figures = (0..<20).map { Observation.count(10 + Double($0 % 2) * 2) }
                    figures[place] = Observation(absent: state)
                    let evaluation = try Judging(.month, from: "2023-01", ["incidents": figures]).evaluation(
                        "\(term)(incidents)")
                    let truth = evaluation.result(evaluation.program.when, 19).truth
                    let isTested = place >= 20 - tested
                    let before = 20 - tested - (isTested ? 0 : 1)
                    // Of a special cause, signs over fewer points may be settled while one over more is not.
                    let reason: AbsenceReason? =
                        isTested ? Self.reason(state) : before < 12 && term != "trend" ? .insufficientHistory : nil
                    if term == "special_cause", reason != nil {
                        #expect(truth != .isFalse, "\(state) in \(place)")
                    } else {
                        #expect(truth == (reason.map(Truth.unknown) ?? .isFalse), "\(term), \(state) in \(place)")
                    }
                }
            }
        }
    }
}
