import Charts
import Mustache

/// A template that comes with Beacon and cannot be read: a fault of Beacon itself.
public struct TemplateError: Error, Sendable {
    public var template: String
    public var reason: String
}

/// The page templates, parsed once for a run. They escape whatever is put into them; what they take unescaped is the drawings
/// of `Charts` and the style sheet.
struct PageTemplates {
    enum Name: String, CaseIterable {
        case alert, annual, area, areas, banners, board, breaches, completeness, folded, head, index, measure, measures, notice, overview
        case quality, restated, sign, since, standing, step, style
        case areaMatrix = "area-matrix"
        case measureCells = "measure-cells"
        case overviewParts = "overview-parts"
        case pageTop = "page-top"
        case styleLists = "style-lists"
        case unassessed
        case withheld
        case withheldNames = "withheld-names"
        case withinChance = "within-chance"
        case workings

        var isStyle: Bool { self == .style || self == .styleLists }
    }

    /// The rules for charts, for the pages that hold any.
    static let chartStyle = CompactStyle.text(ChartStyle.css)

    private let library: MustacheLibrary

    init() throws(TemplateError) {
        var library = MustacheLibrary()
        for name in Name.allCases {
            do {
                let text = String(decoding: Self.bytes(name), as: UTF8.self)
                try library.register(name.isStyle ? CompactStyle.text(text) : text, named: name.rawValue)
            } catch {
                throw TemplateError(template: name.rawValue, reason: "\(error)")
            }
        }
        self.library = library
    }

    func render(_ view: some Any, with name: Name) -> String {
        library.render(view, withTemplate: name.rawValue) ?? ""
    }

    private static func bytes(_ name: Name) -> [UInt8] {
        switch name {
        case .alert: PackageResources.alert_mustache
        case .banners: PackageResources.banners_mustache
        case .board: PackageResources.board_mustache
        case .breaches: PackageResources.breaches_mustache
        case .completeness: PackageResources.completeness_mustache
        case .folded: PackageResources.folded_mustache
        case .head: PackageResources.head_mustache
        case .index: PackageResources.index_mustache
        case .measures: PackageResources.measures_mustache
        case .notice: PackageResources.notice_mustache
        case .quality: PackageResources.quality_mustache
        case .restated: PackageResources.restated_mustache
        case .step: PackageResources.step_mustache
        case .style: PackageResources.style_mustache
        case .unassessed: PackageResources.unassessed_mustache
        case .annual: PackageResources.annual_mustache
        case .area: PackageResources.area_mustache
        case .areas: PackageResources.areas_mustache
        case .measure: PackageResources.measure_mustache
        case .overview: PackageResources.overview_mustache
        case .sign: PackageResources.sign_mustache
        case .since: PackageResources.since_mustache
        case .standing: PackageResources.standing_mustache
        case .areaMatrix: PackageResources.area_matrix_mustache
        case .measureCells: PackageResources.measure_cells_mustache
        case .overviewParts: PackageResources.overview_parts_mustache
        case .pageTop: PackageResources.page_top_mustache
        case .styleLists: PackageResources.style_lists_mustache
        case .withheld: PackageResources.withheld_mustache
        case .withheldNames: PackageResources.withheld_names_mustache
        case .withinChance: PackageResources.within_chance_mustache
        case .workings: PackageResources.workings_mustache
        }
    }
}
