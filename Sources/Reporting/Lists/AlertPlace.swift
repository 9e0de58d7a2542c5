import Alerting
import Measures

/// A rule and an area: where one alert stands, or none.
struct AlertPlace: Hashable {
    var rule: String
    var area: AreaCode

    init(rule: String, area: AreaCode) {
        self.rule = rule
        self.area = area
    }

    init(_ item: Notice.Item) { self.init(rule: item.rule, area: item.area) }
}
