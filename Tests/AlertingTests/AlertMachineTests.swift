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
    case tooSmallButClearProvisionally = "p"
    case notDue = "U"
    /// Did not fire, and a figure of the recovery condition is missing.
    case unknownRecovery = "?"
    /// The threshold is met within chance, and a recovery condition of other figures is met too.
    case withinChanceButClear = "c"

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
        case .tooSmallButClearProvisionally:
            PeriodSignal(verdict: .notAssessed(.noCounts), clears: .isTrue, isProvisional: true)
        case .unknownRecovery: PeriodSignal(verdict: .didNotFire, clears: .unknown(.missing))
        case .withinChanceButClear: PeriodSignal(verdict: .withinChance, clears: .isTrue)
        case .notDue: PeriodSignal(verdict: .notAssessed(.notDue), clears: .unknown(.notDue))
        }
    }
}

@Suite("An alert's life, period by period")
struct AlertMachineTests {
    /// The oracle: what design §6 and `Rules/README.md` say, as a table of letters. An alert is closed, waits (pending) or is open.
    ///
    /// `+` counts one more period towards `for:`, `-` one more towards `keep:`, `0` starts anew (closed: inactive; open: recovering),
    /// `!` fires, `~` recovers without counting, and resets nothing, `.` leaves all as it is, `,` leaves the state and forgets what had counted.
    ///
    /// | | F | C | c | D | P | N | ? | M, m (hold) | M, m (alert) | B, U, S | s | p |
    /// |---|---|---|---|---|---|---|---|---|---|---|---|---|
    /// | closed | + | . | . | . | . | . | . | . | + | . | . | . |
    /// | waits | + | 0 | 0 | 0 | 0 | 0 | 0 | . | + | . | . | . |
    /// | open since F | ! | , | - | - | ~ | 0 | . | . | ! | . | - | ~ |
    /// | open by M alone | ! | , | - | - | - | 0 | . | . | ! | . | - | - |
    private struct Oracle {
        static let columns = Array("FCcDPN?MABUSsp")
        static let rows: [String: [Character]] = [
            "closed": Array("+.......+....."), "waits": Array("+000000.+....."), "open since F": Array("!,--~0..!...-~"),
            "open by M alone": Array("!,---0..!...--"),
        ]

        var state = AlertState.inactive
        var count = 0
        /// Whether an F is among what made it wait or open.
        var hasFired = false
        var wanted: Int
        var kept: Int
        var missingFires: Bool

        mutating func read(_ letter: Letter) {
            let column: Character = "Mm".contains(letter.rawValue) ? (missingFires ? "A" : "M") : letter.rawValue
            if letter == .fired { hasFired = true }
            let row =
                switch state {
                case .pending: "waits"
                case .firing, .recovering: hasFired ? "open since F" : "open by M alone"
                default: "closed"
                }
            guard let place = Self.columns.firstIndex(of: column), let sign = Self.rows[row]?[place] else { return }
            switch sign {
            case "+":
                count += 1
                state = count < wanted ? .pending : .firing
                if state == .firing { count = 0 }
            case "-":
                count += 1
                state = count < kept ? .recovering : .resolved
                if state == .resolved { (count, hasFired) = (0, false) }
            case "0":
                if row == "waits" { (state, hasFired) = (.inactive, false) } else { state = .recovering }
                count = 0
            case "!": (state, count) = (.firing, 0)
            case "~": state = .recovering
            case ",": count = 0
            default: break
            }
        }
    }

    struct Setting: Sendable, CustomTestStringConvertible {
        var forPeriods: Int
        var keep: Int
        var missing: Rule.MissingPolicy
        var testDescription: String { "for \(forPeriods), keep \(keep), missing \(missing.rawValue)" }

        static let all = [1, 2, 3].flatMap { forPeriods in
            [1, 2, 3].flatMap { keep in
                Rule.MissingPolicy.allCases.map { Setting(forPeriods: forPeriods, keep: keep, missing: $0) }
            }
        }
    }

    @Test("every sequence of up to four periods goes as the table says", arguments: Setting.all)
    func exhaustive(_ setting: Setting) {
        exhaust(setting, to: 4, nodes: 14 + 196 + 2_744 + 38_416)
    }

    @Test("and of five, where both counts matter")
    func exhaustiveByFive() {
        exhaust(Setting(forPeriods: 2, keep: 2, missing: .alert), to: 5, nodes: 14 + 196 + 2_744 + 38_416 + 537_824)
    }

    private func exhaust(_ setting: Setting, to length: Int, nodes wanted: Int) {
        let isForCoverage = setting.forPeriods == 2 && setting.keep == 1 && setting.missing == .alert
        var wrong: [String] = []
        var nodes = 0
        var met: Set<[String]> = []
        var path: [Character] = []
        func walk(_ machine: AlertMachine, _ oracle: Oracle) {
            guard path.count < length else { return }
            for letter in Letter.allCases {
                var (machine, oracle) = (machine, oracle)
                if isForCoverage {
                    let signal = AlertSignal(letter.signal, missing: setting.missing)
                    met.insert(["\(machine.state)", "\(signal)"])
                }
                machine.advance(letter.signal)
                oracle.read(letter)
                nodes += 1
                path.append(letter.rawValue)
                if machine.state != oracle.state {
                    wrong.append("\(String(path)): \(machine.state), not \(oracle.state)")
                }
                walk(machine, oracle)
                path.removeLast()
            }
        }
        walk(
            AlertMachine(forPeriods: setting.forPeriods, keepPeriods: setting.keep, missing: setting.missing),
            Oracle(wanted: setting.forPeriods, kept: setting.keep, missingFires: setting.missing == .alert))
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
        #expect(nodes == wanted)
        // Every cell of the machine's table was come upon, in every state that a sequence reaches.
        if isForCoverage {
            for state in [AlertState.inactive, .pending, .firing, .recovering] {
                for signal in AlertSignal.allCases {
                    #expect(met.contains(["\(state)", "\(signal)"]), "\(state) \(signal)")
                }
            }
        }
    }

    private func states(
        _ text: String, for periods: Int = 1, keep: Int = 1, missing: Rule.MissingPolicy = .hold
    ) -> [AlertState] {
        var machine = AlertMachine(forPeriods: periods, keepPeriods: keep, missing: missing)
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
        #expect(states("FDD", keep: 2) == [.firing, .recovering, .resolved])
        #expect(states("FDND", keep: 2) == [.firing, .recovering, .recovering, .recovering])
        #expect(states("FDMD", keep: 2) == [.firing, .recovering, .recovering, .resolved])
        #expect(states("FDPD", keep: 2) == [.firing, .recovering, .recovering, .resolved])
        #expect(states("FDFD", keep: 2) == [.firing, .recovering, .firing, .recovering])
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

        var kept = AlertMachine(forPeriods: 1, keepPeriods: 2, missing: .hold)
        kept.advance(Letter.fired.signal, in: first)
        for step in 1..<13 {
            kept.advance(Letter.clear.signal, in: first.moved(by: step))
            #expect(kept.state == .recovering, "step \(step)")
        }
        kept.advance(Letter.clear.signal, in: first.moved(by: 13))
        #expect(kept.state == .resolved)

        let march = try #require(Period("2022/23 to 2023-03"))
        var toDate = AlertMachine(forPeriods: 2, missing: .hold)
        toDate.advance(Letter.fired.signal, in: march)
        toDate.advance(Letter.fired.signal, in: march.moved(by: 1))
        #expect(toDate.state == .firing)
    }
}
