internal import CLibYAML
import Diagnostics

/// libyaml's event parser over bytes that stay in place as long as the stream lives.
///
/// The event interface keeps its state in a stack of its own, so nesting costs no stack of the process.
struct EventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let isReady: Bool
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: SourceFile
    private let index: CharacterIndex

    init(reading bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile, index: CharacterIndex) {
        self.bytes = bytes
        self.file = file
        self.index = index
        parser = .allocate(capacity: 1)
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let text = UnsafeBufferPointer(rebasing: bytes[index.start...])
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
    }

    /// The next event, nil at the end of the file. Nothing may be asked for after a failure.
    func next() -> Event? {
        while true {
            var raw = yaml_event_t()
            guard isReady, yaml_parser_parse(parser, &raw) == 1 else { return .failure(failure()) }
            defer { yaml_event_delete(&raw) }
            let span = span(raw.start_mark, raw.end_mark)
            switch raw.type {
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return nil
            case YAML_DOCUMENT_START_EVENT: return .documentStart(span)
            case YAML_ALIAS_EVENT: return .alias(Self.text(raw.data.alias.anchor) ?? "", span)
            case YAML_SCALAR_EVENT: return scalar(raw.data.scalar, span)
            case YAML_SEQUENCE_START_EVENT:
                let start = raw.data.sequence_start
                return .sequenceStart(Self.properties(start.anchor, start.tag), span)
            case YAML_MAPPING_START_EVENT:
                let start = raw.data.mapping_start
                return .mappingStart(Self.properties(start.anchor, start.tag), span)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd(span)
            default: continue
            }
        }
    }

    private typealias RawScalar = yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar

    private func scalar(_ raw: RawScalar, _ span: SourceSpan) -> Event {
        let text = String(decoding: UnsafeBufferPointer(start: raw.value, count: raw.length), as: UTF8.self)
        let style: YAMLScalar.Style =
            switch raw.style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        return .scalar(text: text, style: style, Self.properties(raw.anchor, raw.tag), span)
    }

    private func failure() -> Diagnostic {
        guard isReady, parser.pointee.error != YAML_MEMORY_ERROR else {
            return Diagnostic(YAMLProblem.syntax(.other("out of memory")), inFile: file.path)
        }
        let words = parser.pointee.problem.map { String(cString: $0) } ?? ""
        let context = parser.pointee.context.map { String(cString: $0) }
        return SyntaxFailure(
            words: words, context: context, place: offset(parser.pointee.problem_mark),
            contextPlace: offset(parser.pointee.context_mark)
        ).diagnostic(in: file)
    }

    private func span(_ start: yaml_mark_t, _ end: yaml_mark_t) -> SourceSpan {
        let first = offset(start)
        return SourceSpan(file: file, utf8Range: first..<max(first, offset(end)))
    }

    private func offset(_ mark: yaml_mark_t) -> Int {
        index.utf8Offset(of: mark.index, in: bytes)
    }

    private static func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> Event.Properties {
        Event.Properties(anchor: text(anchor), tag: text(tag))
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
