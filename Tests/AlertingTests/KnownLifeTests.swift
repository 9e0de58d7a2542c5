import Definitions
import Measures
import RuleLanguage
import Testing

@testable import Alerting

/// What is told of an alert's life to who can't tell what some of its periods say.
@Suite struct KnownLifeTests {
    struct Setting: Sendable, CustomTestStringConvertible {
        var forPeriods: Int
        var keepPeriods: Int
        var missing: Rule.MissingPolicy
        var testDescription: String { "for \(forPeriods), keep \(keepPeriods), missing \(missing)" }

        var machine: AlertMachine { AlertMachine(forPeriods: forPeriods, keepPeriods: keepPeriods, missing: missing) }
    }

    private static let settings = [1, 2].flatMap { wanted in
        [1, 2].flatMap { kept in
            [Rule.MissingPolicy.hold, .alert].map { Setting(forPeriods: wanted, keepPeriods: kept, missing: $0) }
        }
    }
    private static let told: [Letter] = [.fired, .withinChance, .clear, .clearProvisionally, .between, .missing]
    private static let periods = (0..<4).map { Period(grain: .quarter, ordinal: 8_000 + $0) }

    /// Whether an alert stands open after each period, since when, and how.
    private static func life(_ letters: [Letter], _ setting: Setting) -> [KnownLife.Fact] {
        var machine = setting.machine
        var began: Period?
        return zip(letters, periods).map { letter, period in
            let wasOpen = machine.state.isOpen
            machine.advance(letter.signal, in: period)
            began = machine.state.isOpen ? (wasOpen ? began : period) : nil
            return KnownLife.Fact(isOpen: machine.state.isOpen, began: began, state: machine.state)
        }
    }

    /// All that the unknown periods of a life may say.
    private static func completions(_ letters: [Letter?]) -> [[Letter]] {
        letters.reduce([[]]) { lives, letter in
            lives.flatMap { life in (letter.map { [$0] } ?? Letter.allCases).map { life + [$0] } }
        }
    }

    private static func common<Value: Hashable>(_ lives: [[KnownLife.Fact]], _ place: Int, _ value: (KnownLife.Fact) -> Value?) -> Value? {
        let values = Set(lives.map { value($0[place]) })
        return values.count == 1 ? values.first.flatMap { $0 } : nil
    }

    @Test("it is what all lives have in common that fit the periods known, and nothing else", arguments: settings)
    func everyLife(setting: Setting) {
        for hidden in [[0], [1], [2], [0, 2], [1, 2]] {
            var known: [[Letter?]] = [[]]
            for place in 0..<4 {
                known = known.flatMap { letters in
                    hidden.contains(place) ? [letters + [nil]] : Self.told.map { letters + [$0] }
                }
            }
            for letters in known {
                let facts = KnownLife.facts(
                    setting.machine, missing: setting.missing,
                    zip(letters, Self.periods).map { letter, period in
                        KnownLife.Period(period: period, signal: letter?.signal, recorded: nil)
                    })
                let lives = Self.completions(letters).map { Self.life($0, setting) }
                for place in 0..<4 {
                    let expected = KnownLife.Fact(
                        isOpen: Self.common(lives, place, \.isOpen), began: Self.common(lives, place, \.began),
                        state: Self.common(lives, place, \.state))
                    #expect(facts[place] == expected, "\(letters), place \(place)")
                }
            }
        }
    }

    @Test("a recorded state stands for those who know it, and may be any for others")
    func recorded() {
        let setting = Setting(forPeriods: 1, keepPeriods: 1, missing: .hold)
        func fact(_ state: AlertState?) -> KnownLife.Fact? {
            let gone = KnownLife.Period(period: Self.periods[0], signal: nil, recorded: state)
            let missing = KnownLife.Period(period: Self.periods[1], signal: Letter.missing.signal, recorded: nil)
            return KnownLife.facts(setting.machine, missing: .hold, [gone, missing]).last
        }
        #expect(fact(.firing) == KnownLife.Fact(isOpen: true, began: Self.periods[0], state: .firing))
        #expect(fact(.resolved)?.isOpen == false)
        #expect(fact(nil) == KnownLife.Fact(isOpen: nil, began: nil, state: nil))
    }
}
