import Alerting
import Diagnostics
import RuleLanguage

/// What is expected of a period, in words: `fired`, `firing`, `not assessed (missing), firing`.
struct ExpectationText {
    var verdict: Verdict?
    var alert: AlertState?

    private static let verdicts: [(words: String, verdict: Verdict)] =
        ([.fired, .withinChance, .didNotFire] + AbsenceReason.allCases.map(Verdict.notAssessed)).map { ($0.expected, $0) }

    static var known: [String] { verdicts.map(\.words) + AlertState.allCases.map(\.rawValue) }

    /// A problem at a UTF-8 range of the text.
    struct Finding: Error {
        var problem: RuleTestProblem
        var range: Range<Int>
    }

    init(verdict: Verdict? = nil, alert: AlertState? = nil) {
        self.verdict = verdict
        self.alert = alert
    }

    init(_ text: String) throws(Finding) {
        var start = 0
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.drop { $0 == " " }
            let range = start + part.utf8.count - words.utf8.count..<start + part.utf8.count
            try take(String(words), at: range)
            start += part.utf8.count + 1
        }
    }

    private mutating func take(_ words: String, at range: Range<Int>) throws(Finding) {
        if let found = Self.verdicts.first(where: { $0.words == words }) {
            guard verdict == nil else { throw Finding(problem: .twoVerdicts(words), range: range) }
            verdict = found.verdict
        } else if let state = AlertState(rawValue: words) {
            guard alert == nil else { throw Finding(problem: .twoVerdicts(words), range: range) }
            alert = state
        } else {
            throw Finding(problem: .unknownVerdict(words, known: Self.known), range: range)
        }
    }
}

extension Verdict {
    /// As a rule test writes it: `not assessed (missing)`.
    var expected: String {
        if case .notAssessed(let reason) = self { "not assessed (\(reason.words))" } else { words }
    }
}
