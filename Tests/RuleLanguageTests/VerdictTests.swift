import Testing

@testable import RuleLanguage

@Suite("The verdict table")
struct VerdictTests {
    private static let truths: [Truth] = [.isTrue, .isFalse] + AbsenceReason.allCases.map(Truth.unknown)

    /// The design's table, read as a list of sentences; the first that holds decides.
    private func oracle(_ when: Truth, _ guards: [(kind: GuardKind, truth: Truth)]) -> Verdict {
        var falseKinds: Set<GuardKind> = []
        var reasons: [AbsenceReason] = []
        for entry in guards {
            switch entry.truth {
            case .isFalse: falseKinds.insert(entry.kind)
            case .unknown(let reason): reasons.append(reason)
            case .isTrue: break
            }
        }
        if when == .isFalse { return .didNotFire }
        if falseKinds.contains(.chance) { return .withinChance }
        if when == .isTrue, falseKinds.contains(.size) { return .notAssessed(.tooSmall) }
        if falseKinds.contains(.condition) { return .didNotFire }
        if case .unknown(let reason) = when { reasons.append(reason) }
        if falseKinds.contains(.size) { reasons.append(.tooSmall) }
        let order: [AbsenceReason] = [
            .moduleFailed, .withheld, .notDue, .missing, .insufficientHistory, .noValue, .noCounts, .tooSmall, .borderline,
        ]
        return order.first(where: reasons.contains).map(Verdict.notAssessed) ?? .fired
    }

    @Test("no guard, one guard of every kind, and two of every pair: all truths of each")
    func exhaustive() {
        var wrong: [String] = []
        func check(_ when: Truth, _ guards: [(kind: GuardKind, truth: Truth)]) {
            let found = Verdict(when: when, guards: guards)
            if found != oracle(when, guards) { wrong.append("\(when) \(guards): \(found)") }
        }
        var count = 0
        for when in Self.truths {
            check(when, [])
            for first in GuardKind.allCases {
                for firstTruth in Self.truths {
                    check(when, [(first, firstTruth)])
                    for second in GuardKind.allCases {
                        for secondTruth in Self.truths {
                            check(when, [(first, firstTruth), (second, secondTruth)])
                            count += 1
                        }
                    }
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
        #expect(count == 11 * 33 * 33)
    }

    @Test(
        "the rows of the design, one by one",
        arguments: [
            (Truth.isFalse, GuardKind.chance, Truth.isFalse, Verdict.didNotFire),
            (.isFalse, .size, .unknown(.missing), .didNotFire),
            (.isTrue, .chance, .isTrue, .fired), (.isTrue, .chance, .isFalse, .withinChance),
            (.isTrue, .size, .isFalse, .notAssessed(.tooSmall)), (.isTrue, .condition, .isFalse, .didNotFire),
            (.isTrue, .chance, .unknown(.noCounts), .notAssessed(.noCounts)),
            (.unknown(.borderline), .chance, .isFalse, .withinChance),
            (.unknown(.borderline), .chance, .isTrue, .notAssessed(.borderline)),
            (.unknown(.missing), .size, .isFalse, .notAssessed(.missing)),
            (.unknown(.borderline), .size, .isFalse, .notAssessed(.tooSmall)),
        ])
    func rows(_ when: Truth, _ kind: GuardKind, _ truth: Truth, _ verdict: Verdict) {
        #expect(Verdict(when: when, guards: [(kind, truth)]) == verdict)
    }

    @Test("a verdict's byte reads back, and no other byte is a verdict")
    func codes() {
        let all: [Verdict] = [.fired, .withinChance, .didNotFire] + AbsenceReason.allCases.map(Verdict.notAssessed)
        for verdict in all { #expect(Verdict(code: verdict.code) == verdict) }
        #expect(Set(all.map(\.code)).count == all.count)
        #expect((0...255).compactMap { Verdict(code: UInt8($0)) }.count == all.count)
        #expect(Verdict.notAssessed(.noCounts).words == "not assessed: chance cannot be judged")
        #expect(Set(AbsenceReason.allCases.map(\.code)).count == AbsenceReason.allCases.count)
    }
}
