import Alerting
import Definitions
import Measures

extension ListMaker {
    /// The alerts that a reader takes to stand open, by what notices told of a group's list, and that are on no list as open any more nor as
    /// ended tonight: what became of them.
    ///
    /// - Parameters:
    ///   - rows: those of the list, each standing by itself.
    ///   - withheld: of which the reader may know nothing.
    func ended(
        for reader: Body, onListOf group: Body, besides rows: [ListedStanding], withheld: Set<WithheldPlace>
    ) -> [Notice.Item] {
        let listed = Set(
            rows.filter { ListSection.alerts.contains($0.section) }.map {
                WithheldPlace(rule: $0.rule.id, area: $0.area.code)
            })
        return input.told.open(to: reader.id, onListOf: group.id).compactMap { told in
            let place = WithheldPlace(rule: told.item.rule, area: told.item.area)
            guard !listed.contains(place), !withheld.contains(place) else { return nil }
            return ended(told, for: reader)
        }
    }

    private func ended(_ told: ToldAlert, for reader: Body) -> Notice.Item? {
        var item = told.item
        item.why = nil
        item.restsOnAbsence = false
        func closed(_ reason: ClosedAlert.Reason) -> Notice.Item {
            item.section = .closed
            item.message = reason == .otherGroups ? "told here no more: \(reason.words)" : "closed: \(reason.words)"
            return item
        }
        guard let standing = judged(item.rule, in: item.area)?.standing else {
            return closed(input.definitions.rule(item.rule) == nil ? .ruleRemoved : .areaGone)
        }
        guard !standing.state.isOpen else {
            return isRead(by: reader, standing.rule) ? nil : closed(.otherGroups)
        }
        if let closing = input.closed.map(\.alert).first(where: { $0.rule == item.rule && $0.area == item.area }) {
            return closed(closing.reason)
        }
        switch standing.ending {
        case .resolved: item.section = .recovered
        case .withdrawn: item.section = .withdrawn
        default: return closed(.ruleEdited)
        }
        item.message = "\(item.areaName): no alert stands any more"
        return item
    }

    /// Whether a body reads any list on which a rule's alerts are.
    private func isRead(by reader: Body, _ rule: Rule) -> Bool {
        rule.groups.contains(reader.id) || groups(copiedTo: reader).contains { rule.groups.contains($0.id) }
    }
}
