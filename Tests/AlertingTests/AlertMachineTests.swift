import Definitions
import Measures
import RuleLanguage
import Testing

@testable import Alerting

/// What a period can say, in one letter.
enum Letter: Character, CaseIterable, Sendable {
    case fired = "F"
    case withinChance = "C"
    /// Did not fire, and the recovery condition is met by final figures.
    case clear = "D"
    case clearProvisionally = "P"
    /// Did not fire, between the two thresholds.
    case between = "N"
    case missing = "M"
    /// A figure of `when` is missing, and `clear`, made of others, is met.
    case missingButClear = "m"
    case borderline = "B"
    case tooSmall = "S"
    case tooSmallButClear = "s"
    case notDue = "U"

    var signal: PeriodSignal {
        switch self {
        case .fired: PeriodSignal(verdict: .fired, clears: .isFalse, isProvisional: true)
        case .withinChance: PeriodSignal(verdict: .withinChance, clears: .isFalse)
        case .clear: PeriodSignal(verdict: .didNotFire, clears: .isTrue)
        case .clearProvisionally: PeriodSignal(verdict: .didNotFire, clears: .isTrue, isProvisional: true)
        case .between: PeriodSignal(verdict: .didNotFire, clears: .isFalse)
        case .missing: PeriodSignal(verdict: .notAssessed(.missing), clears: .unknown(.missing))
        case .missingButClear: PeriodSignal(verdict: .notAssessed(.missing), clears: .isTrue)
        case .borderline: PeriodSignal(verdict: .notAssessed(.borderline), clears: .unknown(.borderline))
        case .tooSmall: PeriodSignal(verdict: .notAssessed(.tooSmall), clears: .isFalse)
        case .tooSmallButClear: PeriodSignal(verdict: .notAssessed(.tooSmall), clears: .isTrue)
        case .notDue: PeriodSignal(verdict: .notAssessed(.notDue), clears: .unknown(.notDue))
        }
    }
}

@Suite("An alert's life, period by period")
struct AlertMachineTests {
    /// The oracle, a table. `+` counts one more period and fires when they are enough, `0` starts again, `.` leaves all as it is.
    ///
    /// | state | F | C | D | P | N | M, m (hold) | M, m (alert) | B, U, S | s |
    /// |---|---|---|---|---|---|---|---|---|---|
    /// | closed (inactive, pending, resolved) | + | 0 | 0 | 0 | 0 | . | + | . | . |
    /// | open (firing, recovering) since F | firing | . | resolved | recovering | recovering | . | firing | . | resolved |
    /// | open by M alone | firing | . | resolved | resolved | recovering | . | firing | . | resolved |
    private struct Oracle {
        var state = AlertState.inactive
        var count = 0
        /// Whether an F is among what made it pending or open.
        var hasFired = false
        var wanted: Int
        var missingFires: Bool

        mutating func read(_ letter: Letter) {
            let open = state == .firing || state == .recovering
            let column: Character = "Mm".contains(letter.rawValue) ? (missingFires ? "F" : "M") : letter.rawValue
            let closedRow: [Character: Character] = ["F": "+", "C": "0", "D": "0", "P": "0", "N": "0"]
            let openRow: [Character: AlertState] = [
                "F": .firing, "D": .resolved, "P": .recovering, "N": .recovering, "s": .resolved,
            ]
            if open {
                hasFired = hasFired || letter == .fired
                state = letter == .clearProvisionally && !hasFired ? .resolved : openRow[column] ?? state
                if state == .resolved { hasFired = false }
                return
            }
            switch closedRow[column] {
            case "+":
                hasFired = hasFired || letter == .fired
                count += 1
                state = count >= wanted ? .firing : .pending
                if state == .firing { count = 0 }
            case "0":
                count = 0
                hasFired = false
                if state == .pending { state = .inactive }
            default: return
            }
        }
    }

    @Test(
        "every sequence of up to five periods goes as the table says",
        arguments: [1, 2, 3], Rule.MissingPolicy.allCases)
    func exhaustive(_ forPeriods: Int, _ missing: Rule.MissingPolicy) {
        var wrong: [String] = []
        var nodes = 0
        func walk(_ machine: AlertMachine, _ oracle: Oracle, _ path: String) {
            guard path.count < 5 else { return }
            for letter in Letter.allCases {
                var (machine, oracle) = (machine, oracle)
                machine.advance(letter.signal)
                oracle.read(letter)
                nodes += 1
                if machine.state != oracle.state {
                    wrong.append("\(path)\(letter.rawValue): \(machine.state), not \(oracle.state)")
                }
                walk(machine, oracle, path + String(letter.rawValue))
            }
        }
        walk(
            AlertMachine(forPeriods: forPeriods, missing: missing),
            Oracle(wanted: forPeriods, missingFires: missing == .alert), "")
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
        #expect(nodes == 11 + 121 + 1_331 + 14_641 + 161_051)
    }

    private func states(_ text: String, for periods: Int = 1, missing: Rule.MissingPolicy = .hold) -> [AlertState] {
        var machine = AlertMachine(forPeriods: periods, missing: missing)
        return text.compactMap(Letter.init(rawValue:)).map { letter in
            machine.advance(letter.signal)
            return machine.state
        }
    }

    @Test("a few lives that a reader can follow")
    func lives() {
        #expect(states("FND") == [.firing, .recovering, .resolved])
        #expect(states("FMD") == [.firing, .firing, .resolved])
        #expect(states("FMF", for: 2) == [.pending, .pending, .firing])
        #expect(states("FCF", for: 2) == [.pending, .inactive, .pending])
        #expect(states("FPPD") == [.firing, .recovering, .recovering, .resolved])
        #expect(states("MM", for: 2, missing: .alert) == [.pending, .firing])
        #expect(states("UU", missing: .alert) == [.inactive, .inactive])
        #expect(states("MP", missing: .alert) == [.firing, .resolved])
        #expect(states("MFP", missing: .alert) == [.firing, .firing, .recovering])
        #expect(states("FMP", for: 2, missing: .alert) == [.pending, .firing, .recovering])
        #expect(states("FDF") == [.firing, .resolved, .firing])
    }

    @Test("twelve rolling years that share months are one piece of evidence")
    func overlapping() throws {
        let first = try #require(Period("12 months to 2023-03"))
        var machine = AlertMachine(forPeriods: 2, missing: .hold)
        for step in 0..<12 {
            machine.advance(Letter.fired.signal, in: first.moved(by: step))
            #expect(machine.state == .pending, "step \(step)")
        }
        machine.advance(Letter.fired.signal, in: first.moved(by: 12))
        #expect(machine.state == .firing)

        let march = try #require(Period("2022/23 to 2023-03"))
        var toDate = AlertMachine(forPeriods: 2, missing: .hold)
        toDate.advance(Letter.fired.signal, in: march)
        toDate.advance(Letter.fired.signal, in: march.moved(by: 1))
        #expect(toDate.state == .firing)
    }
}
