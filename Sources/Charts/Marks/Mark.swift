/// The mark of a reading: by its shape alone a reader tells what it is.
enum Mark: Sendable, Hashable, CaseIterable {
    case ordinary, provisional, alerting, alertingProvisional, fromNone, absent
    case special(SpecialCause, provisional: Bool)
    case exceptional

    static var allCases: [Mark] {
        [.ordinary, .provisional, .alerting, .alertingProvisional, .fromNone]
            + SpecialCause.allCases.flatMap { [.special($0, provisional: false), .special($0, provisional: true)] }
            + [.exceptional, .absent]
    }

    init(_ figure: ChartFigure) {
        self =
            switch (figure.alerting, figure.provisional) {
            case _ where figure.exceptional: .exceptional
            case (_, let provisional) where figure.special != nil:
                figure.special.map { .special($0, provisional: provisional) } ?? .ordinary
            case (false, false): .ordinary
            case (false, true): .provisional
            case (true, false): .alerting
            case (true, true): .alertingProvisional
            }
    }

    init(_ reading: PlottedReading) {
        switch reading {
        case .on(let figure): self.init(figure)
        case .above: self = .fromNone
        case .absent: self = .absent
        }
    }

    /// In the words of the key under a chart.
    var words: String {
        switch self {
        case .ordinary: "figure"
        case .provisional: "provisional"
        case .alerting: "alerting"
        case .alertingProvisional: "alerting, provisional"
        case .fromNone: "change from none"
        case .absent: "no figure"
        case .special(let cause, let provisional): cause.words + (provisional ? ", provisional" : "")
        case .exceptional: "exceptional period"
        }
    }

    /// - Parameter scale: 1 on charts, less in a sparkline.
    func element(at place: Place, scale: Double = 1) -> SVGElement {
        switch self {
        case .ordinary: circle(place, radius: 3.2 * scale, cssClass: "chart-point", filled: true)
        case .provisional: circle(place, radius: 3.8 * scale, cssClass: "chart-point", filled: false)
        case .alerting: shape(diamond(place, 5.5 * scale), cssClass: "chart-alerting", filled: true)
        case .alertingProvisional: shape(diamond(place, 5.5 * scale), cssClass: "chart-alerting", filled: false)
        case .fromNone: shape(triangle(place, 5 * scale), cssClass: "chart-alerting", filled: true)
        case .absent: .path("chart-absent", data: cross(place, 3 * scale), width: 1.5)
        case .special(let cause, let provisional): special(cause, place, scale: scale, filled: !provisional)
        case .exceptional: .path("chart-exceptional", data: upright(place, 5 * scale), width: 2)
        }
    }

    private func circle(_ place: Place, radius: Double, cssClass: String, filled: Bool) -> SVGElement {
        SVGElement(
            "circle",
            [
                "class": filled ? cssClass : "\(cssClass) chart-hollow", "cx": SVGText.number(place.x),
                "cy": SVGText.number(place.y), "r": SVGText.number(radius), "fill": filled ? "currentColor" : "Canvas",
                "stroke": "currentColor", "stroke-width": "1.5",
            ])
    }

    private func shape(_ data: String, cssClass: String, filled: Bool) -> SVGElement {
        SVGElement(
            "path",
            [
                "class": filled ? cssClass : "\(cssClass) chart-hollow", "d": data,
                "fill": filled ? "currentColor" : "Canvas", "stroke": "currentColor", "stroke-width": "1.5",
            ])
    }

    /// A turn for the worse has a ring, so that it is told without colour.
    private func special(_ cause: SpecialCause, _ place: Place, scale: Double, filled: Bool) -> SVGElement {
        let colour =
            switch cause.course {
            case .worse: "chart-alerting"
            case .better: "chart-improving"
            case .neither: "chart-point"
            }
        let own = shape(outline(cause.sign, place, 4 * scale), cssClass: colour, filled: filled)
        guard cause.course == .worse else { return .group("chart-sign", [own]) }
        let ring = SVGElement(
            "circle",
            [
                "class": "chart-ring", "cx": SVGText.number(place.x), "cy": SVGText.number(place.y),
                "r": SVGText.number(7 * scale), "fill": "none", "stroke": "currentColor", "stroke-width": "1.2",
            ])
        return .group("chart-sign", [own, ring])
    }

    private func outline(_ sign: SpecialCause.Sign, _ place: Place, _ half: Double) -> String {
        switch sign {
        case .outsideLimits: closed([(-half, -half), (half, -half), (half, half), (-half, half)], around: place)
        case .twoOfThree: closed([(-half, -half), (half, -half), (-half, half), (half, half)], around: place)
        case .shift: closed([(0, half), (half, -half), (-half, -half)], around: place)
        case .trend: closed([(-half, -half), (half, 0), (-half, half)], around: place)
        }
    }

    private func upright(_ place: Place, _ half: Double) -> String {
        [
            (Place(x: place.x - half, y: place.y), Place(x: place.x + half, y: place.y)),
            (Place(x: place.x, y: place.y - half), Place(x: place.x, y: place.y + half)),
        ].map { "M\(SVGElement.text($0))L\(SVGElement.text($1))" }.joined()
    }

    private func diamond(_ place: Place, _ half: Double) -> String {
        closed([(0, -half), (half, 0), (0, half), (-half, 0)], around: place)
    }

    private func triangle(_ place: Place, _ half: Double) -> String {
        closed([(0, -half), (half, half), (-half, half)], around: place)
    }

    private func closed(_ corners: [(x: Double, y: Double)], around place: Place) -> String {
        "M" + corners.map { SVGElement.text(Place(x: place.x + $0.x, y: place.y + $0.y)) }.joined(separator: "L") + "Z"
    }

    private func cross(_ place: Place, _ half: Double) -> String {
        let (left, right, top, bottom) = (place.x - half, place.x + half, place.y - half, place.y + half)
        return [
            (Place(x: left, y: top), Place(x: right, y: bottom)), (Place(x: left, y: bottom), Place(x: right, y: top)),
        ]
        .map { "M\(SVGElement.text($0))L\(SVGElement.text($1))" }.joined()
    }
}
