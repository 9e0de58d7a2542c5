/// A place in a drawing: x to the right, y downwards.
struct Place: Sendable, Hashable {
    var x: Double
    var y: Double
}

enum TextAnchor: String, Sendable {
    case start, middle, end
}

extension SVGElement {
    static func group(_ cssClass: String, _ children: [SVGElement]) -> SVGElement {
        SVGElement("g", ["class": cssClass], children: children)
    }

    static func line(_ cssClass: String, from: Place, to: Place, dashes: String? = nil) -> SVGElement {
        path(cssClass, data: "M\(text(from))L\(text(to))", dashes: dashes)
    }

    /// A line through all the places, in order.
    static func polyline(_ cssClass: String, _ places: [Place], width: Double = 1, dashes: String? = nil) -> SVGElement {
        let data = places.enumerated().map { ($0 == 0 ? "M" : "L") + text($1) }.joined()
        return path(cssClass, data: data, width: width, dashes: dashes)
    }

    static func path(_ cssClass: String, data: String, width: Double = 1, dashes: String? = nil) -> SVGElement {
        var path = SVGElement(
            "path",
            [
                "class": cssClass, "d": data, "fill": "none", "stroke": "currentColor",
                "stroke-width": SVGText.number(width),
            ])
        if let dashes { path.attributes.append(Attribute(name: "stroke-dasharray", value: dashes)) }
        return path
    }

    /// One line of text; `at.y` is its baseline.
    static func label(_ cssClass: String, _ text: String, at place: Place, anchor: TextAnchor = .start) -> SVGElement {
        SVGElement(
            "text",
            [
                "class": cssClass, "x": SVGText.number(place.x), "y": SVGText.number(place.y),
                "text-anchor": anchor.rawValue, "fill": "currentColor",
            ], text: text)
    }

    static func text(_ place: Place) -> String { "\(SVGText.number(place.x)) \(SVGText.number(place.y))" }
}
