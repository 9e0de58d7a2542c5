import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A drawing as a parser sees it: the elements with their attributes, and the text that is shown.
final class DrawingReader: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    private(set) var texts: [String] = []
    private var characters = ""
    /// The anchor that text takes from the elements around it.
    private var anchors: [String] = []

    /// Nil where the drawing is not well-formed XML.
    init?(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func attributes(_ name: String) -> [String] { elements.compactMap { $0.attributes[name] } }

    /// Elements that have the class.
    func all(_ cssClass: String) -> [Element] {
        elements.filter { $0.attributes["class"]?.split(separator: " ").contains(Substring(cssClass)) ?? false }
    }

    /// Every number of every attribute that places something.
    var coordinates: [String] {
        let names = ["x", "y", "cx", "cy", "r", "width", "height", "d", "viewBox"]
        return names.flatMap(attributes).flatMap { value in
            value.split { "MLZhvz ".contains($0) }.map(String.init)
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let anchor = attributes["text-anchor"] ?? anchors.last
        anchors.append(anchor ?? "start")
        var attributes = attributes
        if name == "text", let anchor { attributes["text-anchor"] = anchor }
        elements.append(Element(name: name, attributes: attributes))
        characters = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        anchors.removeLast()
        if name == "text" { texts.append(characters) }
        characters = ""
    }
}
