import Alerting
import Measures

/// Something that is done in answer to an alert, as one audience may see it. What, by whom and with what outcome is free text, which no
/// policy can be held against: it is for those who see every figure. All others hear that something is to be done, by when, and whether it was.
struct ListedAction {
    var due: CalendarDate?
    var isOverdue: Bool
    /// The day on which its outcome was told.
    var done: CalendarDate?
    /// Each nil where it is hidden from the audience, or was erased.
    var words: String?
    var owner: String?
    var outcome: String?

    init(_ mark: AlertMark, asOf: CalendarDate, isOpen: Bool) {
        due = mark.until
        isOverdue = mark.isOverdue(on: asOf)
        done = mark.holds(on: asOf) ? nil : mark.outcome?.day
        words = isOpen ? mark.words : nil
        owner = isOpen ? mark.owner : nil
        outcome = isOpen && done != nil ? mark.outcome?.words : nil
    }

    /// `Send patrols (Ann, due 30 June 2024): done 28 June 2024, patrols were sent`
    var sentence: String {
        let facts = [owner, due.map { "due \($0.title)" }].compactMap(\.self).joined(separator: ", ")
        let standing = done.map { "done \($0.title)" + (outcome.map { ", \($0)" } ?? "") } ?? (isOverdue ? "overdue" : "open")
        return "\(words ?? "Action") (\(facts)): \(standing)"
    }
}
