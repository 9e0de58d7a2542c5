extension SVGElement {
    /// A whole picture, named and described for those who do not see it. Inside `role="img"` nothing else is read out.
    static func picture(
        _ cssClass: String, id: String, title: String, description: String, width: Double, height: Double,
        children: [SVGElement]
    ) -> SVGElement {
        let name = SVGText.identifier(id)
        return SVGElement(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart \(cssClass)", "role": "img",
                "aria-labelledby": "\(name)-title \(name)-description",
                "viewBox": "0 0 \(SVGText.number(width)) \(SVGText.number(height))",
                "font-family": "sans-serif", "font-size": SVGText.number(TextWidth.size),
            ],
            children: [
                SVGElement("title", ["id": "\(name)-title"], text: title),
                SVGElement("desc", ["id": "\(name)-description"], text: description),
            ] + children)
    }
}
