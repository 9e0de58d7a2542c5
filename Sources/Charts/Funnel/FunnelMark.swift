/// The mark of an area: its shape alone tells on which side of which limits it lies.
struct FunnelMark: Sendable, Hashable {
    let verdict: FunnelChart.Verdict

    init(_ verdict: FunnelChart.Verdict) {
        self.verdict = verdict
    }

    func element(at place: Place) -> SVGElement {
        guard case .outside(let isOuter, let isHigher, let isWorse) = verdict else {
            return .group("chart-area", [circle("chart-point", place, radius: 3, fill: "currentColor")])
        }
        let tip = isHigher ? -5.0 : 5.0
        let corners = [(0.0, tip), (5.0, -tip), (-5.0, -tip)].map { Place(x: place.x + $0.0, y: place.y + $0.1) }
        let colour = isWorse ? "chart-alerting" : "chart-point"
        let triangle = SVGElement(
            "path",
            [
                "class": isOuter ? colour : "\(colour) chart-hollow",
                "d": "M\(corners.map(SVGElement.text).joined(separator: "L"))Z",
                "fill": isOuter ? "currentColor" : "Canvas", "stroke": "currentColor", "stroke-width": "1.5",
            ])
        return .group(
            "chart-area", [triangle] + (isWorse ? [circle("chart-ring", place, radius: 8.5, fill: "none")] : []))
    }

    private func circle(_ cssClass: String, _ place: Place, radius: Double, fill: String) -> SVGElement {
        SVGElement(
            "circle",
            [
                "class": cssClass, "cx": SVGText.number(place.x), "cy": SVGText.number(place.y),
                "r": SVGText.number(radius), "fill": fill, "stroke": "currentColor", "stroke-width": "1.2",
            ])
    }
}
