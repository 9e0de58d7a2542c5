import Alerting
import Definitions
import Measures

extension ListMaker {
    /// Says on a row who knows of its alert, who keeps it out of the notices, and what is done in answer to it.
    func mark(_ row: inout ListedStanding, _ standing: AlertStanding, for group: Body, isOpen: Bool) {
        guard ListSection.alerts.contains(row.section) else { return }
        row.acknowledgement = input.marks.acknowledgement(of: row.rule.id, in: row.area.code, opened: standing.opened)
            .map { ListedMark($0, isOpen: isOpen) }
        row.silence = input.marks.silence(of: row.rule.id, in: row.area.code, for: group.id)
            .map { ListedMark($0, isOpen: isOpen) }
        row.actions = input.marks.actions(on: row.rule.id, in: row.area.code, opened: standing.opened)
            .map { ListedAction($0, asOf: input.asOf, isOpen: isOpen) }
    }

    /// What became of an alert before tonight, and of what was said of it.
    ///
    /// - Parameter told: as the reader was last told of it.
    func past(of judged: JudgedStanding, _ told: ToldAlert?) -> AlertNews.Past {
        let standing = judged.standing
        func isAcknowledged(since opened: CalendarDate?) -> Bool {
            input.marks.acknowledgement(of: standing.rule.id, in: standing.area, opened: opened) != nil
        }
        return AlertNews.Past(
            wasEdited: standing.openedBeforeEdit != nil,
            wasAcknowledged: isAcknowledged(since: standing.openedBeforeEdit) && !isAcknowledged(since: standing.opened),
            hasWorsened: told.map {
                judged.evaluation.hasWorsened(area: judged.area, since: $0.item.period, until: standing.period)
            } ?? false)
    }

    /// The marks that have run out and spoke of what the group hears of, as far as the reader may know of it. An acknowledgement that
    /// ended with its alert is no news.
    func expired(of group: Body, told: [JudgedStanding], isOpen: Bool) -> [ExpiredMark] {
        input.marks.expired.filter { mark in
            told.contains { judged in
                let standing = judged.standing
                return mark.speaks(of: standing.rule.id, in: standing.area, to: [group.id])
                    && (mark.kind != .acknowledgement || standing.opened.map { $0 <= mark.day } == true)
            }
        }.map { ExpiredMark($0, subject: subject(of: $0), isOpen: isOpen) }
    }

    private func subject(of mark: AlertMark) -> String {
        let rule = mark.rule.map { id in input.definitions.rule(id)?.title ?? id }
        let area = mark.area.map { input.definitions.partnership.geography.area($0)?.name ?? $0.rawValue }
        let group = mark.group.map { "all that \(input.definitions.partnership.body($0)?.title ?? $0) hears of" }
        return [rule, area, group].compactMap(\.self).joined(separator: ", ")
    }
}
