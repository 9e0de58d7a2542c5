import AlertStore
import Measures

/// The names that the store's runs told of: what a question may be about.
struct KnownNames {
    let rules: [String]
    let priorities: [String]
    let groups: [String]
    let areas: [ToldArea]

    init(_ store: AlertStore, alerts: [StoredAlert]) throws(AlertStoreError) {
        let told = try store.names()
        let unnamed = Set(alerts.map(\.area)).subtracting(told.areas.map(\.area))
        rules = Set(told.rules.map(\.rule) + alerts.map(\.rule)).sorted()
        priorities = Set(told.rules.map(\.priority)).sorted()
        groups = Set(told.rules.flatMap(\.groups)).sorted()
        areas = told.areas + unnamed.sorted().map { ToldArea(area: $0, name: $0.rawValue, level: AreaLevel("")) }
    }

    var areaNames: [String] { areas.map(\.name) }

    /// The area that a person means by a code or a name.
    func area(_ text: String) -> ToldArea? {
        areas.first { $0.area.rawValue == text } ?? areas.first { $0.name.lowercased() == text.lowercased() }
    }

    func check(_ kind: String, _ name: String, among known: [String]) throws(RunFailure) {
        guard known.contains(name) else { throw .unknown(kind, name, among: known) }
    }
}
