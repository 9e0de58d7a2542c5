import Definitions

/// All that one thematic group or board is told at once: by each of its routes a notice for each list that it reads, and one for what it
/// was told on lists that come to it no more.
///
/// An alert that stands on several of its lists is told with the first of them that has news of it.
struct ReaderNotices {
    let notices: [GroupNotice]

    init(for reader: Body, _ lists: ListMaker, _ folders: FolderNames, _ templates: PageTemplates) {
        let (asOf, delivery) = (lists.input.asOf, lists.input.definitions.partnership.delivery)
        let ways = Self.alike(delivery.routes(of: reader, on: asOf))
        var told: [Set<AlertPlace>] = Array(repeating: [], count: ways.count)
        var notices: [GroupNotice] = []
        // Lists take time to make.
        let groups = ways.isEmpty ? [] : lists.groups(readBy: reader)
        for group in groups {
            let list = lists.list(of: group, for: reader)
            let page = delivery.place(of: folders.path(.page, of: group, for: reader), asOf: asOf)
            for (way, routes) in ways.enumerated() {
                let notice = GroupNotice(
                    of: list, for: reader, page: page, by: routes, after: lists.input.told, besides: told[way], templates)
                told[way].formUnion(notice.items.map(AlertPlace.init))
                notices.append(notice)
            }
        }
        let ended = lists.endedOffLists(for: reader)
        let farewells = ways.map { GroupNotice(of: ended, for: reader, by: $0, lists.input, templates) }
        self.notices = notices + farewells.filter(\.isNews)
    }

    /// Routes that tell of the same alerts, together: what goes by two of them is one notice.
    private static func alike(_ routes: [DeliveryPlan.Route]) -> [[DeliveryPlan.Route]] {
        var groups: [[DeliveryPlan.Route]] = []
        for route in routes {
            let place = groups.firstIndex {
                $0[0].leastSeverity == route.leastSeverity && $0[0].priorities.map(Set.init) == route.priorities.map(Set.init)
            }
            if let place { groups[place].append(route) } else { groups.append([route]) }
        }
        return groups
    }
}
