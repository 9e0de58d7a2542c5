/// The manner of a line that figures are held against; each has dashes of its own, for print without colour.
public enum ReferenceLine: Sendable, Hashable, CaseIterable {
    case threshold, target, benchmark

    var cssClass: String {
        switch self {
        case .threshold: "chart-threshold"
        case .target: "chart-target"
        case .benchmark: "chart-benchmark"
        }
    }

    private var dashes: String {
        switch self {
        case .threshold: "8 4"
        case .target: "2 3"
        case .benchmark: "8 3 2 3"
        }
    }

    func element(_ places: [Place]) -> SVGElement {
        .polyline(cssClass, places, width: self == .benchmark ? 1.3 : 1.8, dashes: dashes)
    }
}
