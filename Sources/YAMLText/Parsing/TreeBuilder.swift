import Diagnostics

/// Builds the tree from events with a stack of its own, and refuses what Beacon's files do not use.
struct TreeBuilder {
    private let file: SourceFile
    private let limits: YAMLLimits
    private var stack: [Frame] = []
    private var anchors: [String: Built] = [:]
    private var nodes = 0
    private var hasDocument = false
    private var failed = false
    private var root: YAMLNode?
    private var diagnostics: [Diagnostic] = []

    init(file: SourceFile, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
    }

    /// The tree and the problems, once the events are over.
    var finished: YAMLDocument {
        if failed { return YAMLDocument(root: nil, diagnostics: diagnostics) }
        guard let root, !(root.span.utf8Range.isEmpty && root.isNull) else {
            let empty = Diagnostic(YAMLProblem.emptyFile, inFile: file.path)
            return YAMLDocument(root: nil, diagnostics: diagnostics + [empty])
        }
        return YAMLDocument(root: root, diagnostics: diagnostics)
    }

    /// Takes one event in; false where reading must stop.
    mutating func take(_ event: Event) -> Bool {
        switch event {
        case .failure(let diagnostic): stop(diagnostic)
        case .documentStart(let span): startDocument(span)
        case .scalar(let text, let style, let properties, let span): addScalar(text, style, properties, span)
        case .sequenceStart(let properties, let span): open(.sequence([]), properties, span)
        case .mappingStart(let properties, let span): open(.mapping(MappingEntries()), properties, span)
        case .collectionEnd(let span): close(span)
        case .alias(let name, let span): addAlias(name, span)
        }
        if diagnostics.count >= limits.problems { failed = true }
        return !failed
    }

    private mutating func startDocument(_ span: SourceSpan) {
        if hasDocument { stop(Diagnostic(YAMLProblem.severalDocuments, at: span)) }
        hasDocument = true
    }

    private mutating func addScalar(
        _ text: String, _ style: YAMLScalar.Style, _ properties: Event.Properties, _ span: SourceSpan
    ) {
        let place = properties.skipped(in: span, style: style)
        let scalar = YAMLScalar(text: text, style: style, span: place)
        refuseTag(properties, span)
        guard text.utf8.count <= limits.scalarBytes else {
            let problem = YAMLProblem.scalarTooLong(bytes: text.utf8.count, limit: limits.scalarBytes)
            return stop(Diagnostic(problem, at: place))
        }
        if style == .doubleQuoted { refuseEscapedControls(scalar) }
        guard count(1, at: place) else { return }
        add(Built(scalar), anchor: properties.anchor, at: place)
    }

    private mutating func open(_ content: Frame.Content, _ properties: Event.Properties, _ span: SourceSpan) {
        refuseTag(properties, span)
        guard stack.count < limits.depth else {
            return stop(Diagnostic(YAMLProblem.tooDeep(limit: limits.depth), at: span))
        }
        guard count(1, at: span) else { return }
        stack.append(Frame(content, anchor: properties.anchor, at: properties.skipped(in: span, style: nil)))
    }

    private mutating func close(_ span: SourceSpan) {
        guard let frame = stack.popLast() else { return }
        // A block collection ends, for libyaml, where the next thing starts; for a reader it ends with its last value.
        let whole = span.utf8Range.isEmpty ? frame.span : frame.span.extended(to: span)
        add(frame.built(at: whole), anchor: frame.anchor, at: whole)
    }

    private mutating func addAlias(_ name: String, _ span: SourceSpan) {
        if let target = anchors[name] {
            guard stack.count + target.height <= limits.depth else {
                return stop(Diagnostic(YAMLProblem.tooDeep(limit: limits.depth), at: span))
            }
            if count(target.nodes, at: span) { add(target, anchor: nil, at: span) }
            return
        }
        let isOpen = stack.contains { $0.anchor == name }
        diagnostics.append(
            Diagnostic(isOpen ? YAMLProblem.aliasInsideItself(name) : YAMLProblem.unknownAlias(name), at: span))
        let nothing = YAMLScalar(text: "", style: .plain, span: span)
        add(Built(nothing), anchor: nil, at: span)
    }

    private mutating func add(_ built: Built, anchor: String?, at span: SourceSpan) {
        if let anchor { anchors[anchor] = built }
        guard !stack.isEmpty else {
            root = built.node
            return
        }
        diagnostics += stack[stack.count - 1].add(built, at: span)
    }

    /// Counts nodes, and stops where there are too many: aliases of aliases grow without end in few bytes.
    private mutating func count(_ more: Int, at span: SourceSpan) -> Bool {
        nodes += more
        if nodes > limits.nodes { stop(Diagnostic(YAMLProblem.tooManyNodes(limit: limits.nodes), at: span)) }
        return !failed
    }

    private mutating func stop(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        failed = true
    }

    private mutating func refuseTag(_ properties: Event.Properties, _ span: SourceSpan) {
        guard properties.tag != nil else { return }
        let place = properties.tagSpan(in: span)
        diagnostics.append(Diagnostic(YAMLProblem.tag(place.text), at: place))
    }

    /// An escape can name what a file may not hold as it stands, such as a NUL; no text of Beacon needs one.
    private mutating func refuseEscapedControls(_ scalar: YAMLScalar) {
        var offset = 0
        for character in scalar.text.unicodeScalars {
            let length = UTF8.width(character)
            if ByteCheck.isForbidden(character) {
                let place = scalar.span(ofUTF8Range: offset..<offset + length)
                return diagnostics.append(Diagnostic(YAMLProblem.controlCharacter(character), at: place))
            }
            offset += length
        }
    }
}
