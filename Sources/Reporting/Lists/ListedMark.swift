import Alerting
import Definitions
import Measures

/// A mark as one audience may see it. Names and reasons are free text, which no policy can be held against: they are for those who see
/// every figure.
struct ListedMark {
    var kind: AlertMark.Kind
    var until: CalendarDate?
    var author: String?
    var words: String?

    init(_ mark: AlertMark, isOpen: Bool) {
        kind = mark.kind
        until = mark.until
        author = isOpen ? mark.author : nil
        words = isOpen ? mark.words : nil
    }

    /// Without name and reason: for what is kept where it can't be erased.
    var withoutWords: ListedMark {
        var mark = self
        mark.author = nil
        mark.words = nil
        return mark
    }

    /// `Acknowledged by Ann until 30 June 2024: patrols were sent`
    var sentence: String {
        let name = kind == .silence ? "Silenced" : "Acknowledged"
        return name + (author.map { " by \($0)" } ?? "") + (until.map { " until \($0.title)" } ?? "")
            + (words.map { ": \($0)" } ?? "")
    }
}

/// A mark that has run out, as a list says it.
struct ExpiredMark {
    var mark: AlertMark
    /// The rule's title, the area's name and the group's title.
    var subject: String
    private var listed: ListedMark

    init(_ mark: AlertMark, subject: String, isOpen: Bool) {
        self.mark = mark
        self.subject = subject
        listed = ListedMark(mark, isOpen: isOpen)
    }

    /// Without name and reason: for what is kept where it can't be erased.
    var withoutWords: ExpiredMark {
        var expired = self
        expired.listed = listed.withoutWords
        return expired
    }

    /// `The silence of Violence rises, North, by Ann (recording changed) ended on 30 June 2024`
    var sentence: String {
        if mark.kind == .action { return actionSentence }
        return "The \(mark.kind.rawValue) of \(subject)" + (listed.author.map { ", by \($0)" } ?? "")
            + (listed.words.map { " (\($0))" } ?? "") + " ended on \(mark.until?.title ?? "")"
    }

    /// `The action on Violence rises, North (send patrols) was due on 30 June 2024, and no outcome is told`
    private var actionSentence: String {
        "The action on \(subject)" + (listed.words.map { " (\($0))" } ?? "") + " was due on \(mark.until?.title ?? ""), and no outcome is told"
    }

    /// Whether an alert was kept out of the notices, or known, by the mark.
    func covers(_ row: ListedStanding, in group: String) -> Bool {
        mark.kind != .action && mark.speaks(of: row.rule.id, in: row.area.code, to: [group])
    }
}
