/// A node of a drawing: an element with attributes in the order given, so that equal drawings are equal bytes.
struct SVGElement: Sendable, Hashable {
    var name: String
    var attributes: [Attribute]
    var content: Content

    struct Attribute: Sendable, Hashable {
        var name: String
        var value: String
    }

    enum Content: Sendable, Hashable {
        case elements([SVGElement])
        /// Characters as the reader sees them, not yet escaped.
        case text(String)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], children: [SVGElement] = []) {
        self.name = name
        self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
        content = .elements(children)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes)
        content = .text(text)
    }

    /// A copy with a text that browsers show on hovering.
    func titled(_ title: String) -> SVGElement {
        var copy = self
        if case .elements(let children) = content {
            copy.content = .elements([SVGElement("title", text: title)] + children)
        }
        return copy
    }

    /// The element as markup, one element a line.
    var markup: String {
        var output = ""
        write(to: &output)
        return output
    }

    private func write(to output: inout String) {
        output += "<\(name)"
        for attribute in attributes {
            output += " \(attribute.name)=\"\(SVGText.escaped(attribute.value))\""
        }
        switch content {
        case .elements(let children) where children.isEmpty:
            output += "/>"
        case .elements(let children):
            output += ">\n"
            for child in children {
                child.write(to: &output)
                output += "\n"
            }
            output += "</\(name)>"
        case .text(let text):
            output += ">\(SVGText.escaped(text))</\(name)>"
        }
    }
}
