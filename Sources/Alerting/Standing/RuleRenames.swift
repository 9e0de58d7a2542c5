public import Measures

/// A rule that goes on under another id.
public struct RecordedRenaming: Sendable, Hashable {
    public var former: String
    public var rule: String
    /// The as-of date of the run that found it.
    public var day: CalendarDate

    public init(former: String, rule: String, day: CalendarDate) {
        self.former = former
        self.rule = rule
        self.day = day
    }
}

/// Every renaming that is known: under which id goes on what was said of a rule by an earlier one. An id that is taken up again later is
/// another rule's.
public struct RuleRenames: Sendable {
    private let renamings: [RecordedRenaming]

    /// - Parameter renamings: in any order.
    public init(_ renamings: [RecordedRenaming] = []) {
        self.renamings = renamings.sorted { ($0.day, $0.former, $0.rule) < ($1.day, $1.former, $1.rule) }
    }

    /// The id that a rule has now of which something was said on a day.
    public func name(of rule: String, saidOn day: CalendarDate) -> String {
        renamings.reduce(rule) { name, renaming in renaming.former == name && day <= renaming.day ? renaming.rule : name }
    }

    /// The id that a rule has now of which something was recorded on a date. Nil for what was recorded of the former id on the date of the
    /// renaming: that it is closed there, which is no end of its alert.
    public func name(of rule: String, recordedOn asOf: CalendarDate) -> String? {
        var name = rule
        for renaming in renamings where renaming.former == name && asOf <= renaming.day {
            guard asOf < renaming.day else { return nil }
            name = renaming.rule
        }
        return name
    }

    /// What is recorded, under the ids that rules have now.
    public func following(_ recorded: [RecordedTransition]) -> [RecordedTransition] {
        guard !renamings.isEmpty else { return recorded }
        return recorded.compactMap { entry in
            guard let rule = name(of: entry.transition.rule, recordedOn: entry.asOf) else { return nil }
            var entry = entry
            entry.transition.rule = rule
            return entry
        }
    }

    /// What people said, of the ids that rules have now.
    public func following(_ marks: [AlertMark]) -> [AlertMark] {
        marks.map { mark in
            var mark = mark
            mark.rule = mark.rule.map { name(of: $0, saidOn: mark.day) }
            return mark
        }
    }

    /// What readers were told, of the ids that rules have now.
    public func following(_ told: [ToldAlert]) -> [ToldAlert] {
        told.map { told in
            var told = told
            told.item.rule = name(of: told.item.rule, saidOn: told.asOf)
            return told
        }
    }
}
