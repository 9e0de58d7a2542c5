import Alerting
import Definitions
import Measures

extension ListMaker {
    /// The alerts that a reader takes to stand open, by what notices told, and that are on no list as open any more nor as ended tonight: what
    /// became of them, told with a group's list.
    ///
    /// - Parameters:
    ///   - rows: those of the list, each standing by itself.
    ///   - withheld: of which the reader may know nothing.
    func ended(
        for reader: Body, onListOf group: Body, besides rows: [ListedStanding], withheld: Set<AlertPlace>
    ) -> [Notice.Item] {
        let listed = Set(
            rows.filter { ListSection.alerts.contains($0.section) }.map {
                AlertPlace(rule: $0.rule.id, area: $0.area.code)
            })
        return input.told.open(to: reader.id).compactMap { told in
            let place = AlertPlace(told.item)
            guard !listed.contains(place), !withheld.contains(place), list(telling: told, to: reader) == group.id else {
                return nil
            }
            return ended(told, for: reader)
        }
    }

    /// The alerts that a reader takes to stand open, and of which no list that it still reads could tell. Nothing is told of how they stand.
    func endedOffLists(for reader: Body) -> [Notice.Item] {
        input.told.open(to: reader.id).filter { list(telling: $0, to: reader) == nil }.map { told in
            closed(told.item, input.definitions.rule(told.item.rule) == nil ? .ruleRemoved : .otherReaders)
        }
    }

    /// The group with whose list a reader is told what became of an alert: that on which it was told, where the reader reads it and the rule
    /// still goes there, or else another that has the rule. Nil where the reader reads none that could tell it.
    private func list(telling told: ToldAlert, to reader: Body) -> String? {
        let read = groups(readBy: reader).map(\.id)
        let rule = input.definitions.rule(told.item.rule)
        let telling = rule.map { rule in read.filter(rule.groups.contains) } ?? []
        if telling.contains(told.list) || telling.isEmpty && read.contains(told.list) { return told.list }
        return telling.first
    }

    private func closed(_ told: Notice.Item, _ reason: ClosedAlert.Reason) -> Notice.Item {
        var item = told
        item.why = nil
        item.restsOnAbsence = false
        item.section = .closed
        let isTold = reason != .otherGroups && reason != .otherReaders
        item.message = (isTold ? "closed: " : "told here no more: ") + reason.words
        return item
    }

    private func ended(_ told: ToldAlert, for reader: Body) -> Notice.Item? {
        var item = told.item
        func closed(_ reason: ClosedAlert.Reason) -> Notice.Item { self.closed(item, reason) }
        guard let standing = judged(item.rule, in: item.area)?.standing else {
            return closed(input.definitions.rule(item.rule) == nil ? .ruleRemoved : .areaGone)
        }
        guard !standing.state.isOpen else {
            return isRead(by: reader, standing.rule) ? nil : closed(.otherGroups)
        }
        if let closing = input.closed.map(\.alert).first(where: { $0.rule == item.rule && $0.area == item.area }) {
            return closed(closing.reason)
        }
        item.why = nil
        item.restsOnAbsence = false
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
        groups(readBy: reader).contains { rule.groups.contains($0.id) }
    }
}
