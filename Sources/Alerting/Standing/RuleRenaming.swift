import Definitions
import Measures
import RuleLanguage

/// Rules that are there under another id than before: a rule of which no earlier date knows, of the very meaning of one that is gone.
///
/// Where two rules could be meant by either, none is: a guess would hang one rule's past on another.
struct RuleRenaming {
    private let formerRules: [String: String]
    private let laterRules: [String: String]
    /// Ids that stood for some runs of the date alone, with the ids under which what was said of them goes on.
    private let takenBack: [String: String]
    private let asOf: CalendarDate

    /// - Parameters:
    ///   - judged: the alerts judged tonight.
    ///   - memory: all that is recorded, by alert.
    ///   - renamedBefore: what earlier runs of the date recorded.
    init(
        _ judged: JudgedAlerts, defined: Set<String>, memory: [AlertKey: [RecordedTransition]],
        renamedBefore: [RecordedRenaming] = [], asOf: CalendarDate
    ) {
        self.asOf = asOf
        let known = Set(memory.filter { $0.value.contains { $0.asOf < asOf } }.keys.map(\.rule))
        // An id that stood for some runs of the date alone, with copies of another's record, is no rule of its own.
        let fleeting = Set(renamedBefore.compactMap { Self.ids(of: $0, known)?.fleeting })
        let gone = Set(
            memory.filter { !defined.contains($0.key.rule) && !fleeting.contains($0.key.rule) }.values.joined()
                .filter { $0.asOf < asOf || !known.contains($0.transition.rule) }
                .map { Identity(meaning: $0.transition.meaning, rule: $0.transition.rule) })
        let fresh = judged.meanings.filter { !known.contains($0.key) }.map { Identity(meaning: $0.value, rule: $0.key) }
        let goneByMeaning = Dictionary(grouping: gone, by: \.meaning)
        let pairs = Dictionary(grouping: fresh, by: \.meaning).compactMap { meaning, rules -> (String, String)? in
            guard rules.count == 1, let former = goneByMeaning[meaning], former.count == 1 else { return nil }
            return (rules[0].rule, former[0].rule)
        }
        formerRules = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        let laterRules = Dictionary(pairs.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.laterRules = laterRules
        takenBack = Dictionary(
            renamedBefore.compactMap { renaming in
                guard let ids = Self.ids(of: renaming, known), !defined.contains(ids.fleeting) else { return nil }
                return (ids.fleeting, laterRules[ids.lasting] ?? ids.lasting)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The id of a renaming that stood before the date, and the one that came up on it; nil where both came up on it.
    private static func ids(of renaming: RecordedRenaming, _ known: Set<String>) -> (lasting: String, fleeting: String)? {
        switch (known.contains(renaming.former), known.contains(renaming.rule)) {
        case (true, false): (renaming.former, renaming.rule)
        case (false, true): (renaming.rule, renaming.former)
        default: nil
        }
    }

    private struct Identity: Hashable {
        var meaning: String
        var rule: String
    }

    /// As they are to be remembered.
    var recorded: [RecordedRenaming] {
        laterRules.merging(takenBack) { found, _ in found }.sorted { $0.key < $1.key }
            .map { RecordedRenaming(former: $0.key, rule: $0.value, day: asOf) }
    }

    /// Whether an id stood for some runs of the date alone.
    func isTakenBack(_ rule: String) -> Bool { takenBack[rule] != nil }

    func formerRule(of rule: String) -> String? { formerRules[rule] }

    func laterRule(of rule: String) -> String? { laterRules[rule] }

    /// What an alert takes over from the rule's former id.
    struct Inheritance {
        /// What was recorded under the former id on earlier dates, under the new one.
        var entries: [RecordedTransition] = []
        /// What is to be recorded of it under the new id.
        var copies: [Transition] = []
        /// What was recorded under the new id and is not only a copy.
        var news: [RecordedTransition]
    }

    /// - Parameters:
    ///   - former: what is recorded of the area under the rule's former id.
    ///   - own: what is recorded of it under the new id and meaning.
    func inherited(
        _ former: [RecordedTransition], by rule: String, meaning: String, _ own: [RecordedTransition]
    ) -> Inheritance {
        let entries = former.filter { $0.asOf < asOf && $0.transition.meaning == meaning }.map { entry in
            var entry = entry
            entry.transition.rule = rule
            return entry
        }
        let record = AlertRecord(entries)
        guard let example = entries.first?.transition, record.state != .closed else { return Inheritance(news: own) }
        let told = AlertRecord(own)
        let copies = record.states.filter { told.state(in: $0.period) == nil }.map { period, state in
            Transition(rule: rule, area: example.area, period: period, state: state, meaning: example.meaning)
        }
        let news = own.filter { record.state(in: $0.transition.period) != $0.transition.state }
        return Inheritance(entries: entries, copies: copies, news: news)
    }
}
