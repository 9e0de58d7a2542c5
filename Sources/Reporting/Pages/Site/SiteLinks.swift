import Definitions
import Measures

/// Where the pages of measures and areas lie in each reader's folder.
struct SiteLinks {
    private let areas: SafeNames

    init(_ geography: Geography) {
        areas = SafeNames(geography.pagedAreas.map(\.code.rawValue), stem: "area", reserved: ["index"])
    }

    /// From the reader's folder. No KPI's id holds a hyphen, so no two pages have one name.
    func measure(_ kpi: KPI, of priority: Priority) -> String { "kpis/\(priority.id)-\(kpi.id).html" }

    /// From the reader's folder; nil for an area that has no page.
    func area(_ code: AreaCode) -> String? { areas[code.rawValue].map { "areas/\($0).html" } }

    let areaIndex = "areas/index.html"
}
