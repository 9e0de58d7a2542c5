public import Diagnostics

/// A single value as text, with its place. No text is turned into a boolean, number or date here: `no`, `on`, `010`
/// and `12:30` stay as written, and a reader that wants a number asks for one.
public struct YAMLScalar: Sendable, Hashable {
    /// How the text was written.
    public enum Style: Sendable, Hashable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    /// The text after escapes and folded lines are resolved.
    public let text: String
    public let style: Style
    /// Where it stands, with its quotes or block header, without its anchor.
    public let span: SourceSpan

    public init(text: String, style: Style, span: SourceSpan) {
        self.text = text
        self.style = style
        self.span = span
    }

    /// Whether it stands for no value: nothing, `~` or `null`, without quotes.
    public var isNull: Bool {
        style == .plain && (text.isEmpty || text == "~" || text == "null")
    }

    /// Where each part of `text` stands in the file. Costs a walk over the scalar: keep it for several questions.
    public var sourceMap: ScalarSourceMap { ScalarSourceMap(of: self) }

    /// Where a byte range of `text` stands in the file: exactly, whatever the style. A part that was written as an
    /// escape or as a folded line end is given the whole escape or line end.
    public func span(ofUTF8Range range: Range<Int>) -> SourceSpan {
        sourceMap.span(ofUTF8Range: range)
    }
}
