import Diagnostics

/// One step of a YAML file, with places in bytes.
enum Event {
    case documentStart(SourceSpan)
    case scalar(text: String, style: YAMLScalar.Style, Properties, SourceSpan)
    case sequenceStart(Properties, SourceSpan)
    case mappingStart(Properties, SourceSpan)
    /// The end of a list or mapping; its span is empty where the end was not written out.
    case collectionEnd(SourceSpan)
    case alias(String, SourceSpan)
    case failure(Diagnostic)

    /// What may stand before a value; libyaml counts it into the value's place.
    struct Properties {
        let anchor: String?
        let tag: String?
    }
}

extension Event.Properties {
    /// The place of the value itself: without its anchor, its tag, and the line ends that a block scalar leaves behind.
    func skipped(in span: SourceSpan, style: YAMLScalar.Style?) -> SourceSpan {
        let bytes = span.file.bytes
        var start = span.utf8Range.lowerBound
        var end = span.utf8Range.upperBound
        if anchor != nil || tag != nil {
            start = bytes.withUnsafeBufferPointer { skipProperties(in: $0, from: start, to: end) }
        }
        if style == .literal || style == .folded {
            while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        }
        return span.file.span(start..<max(start, end))
    }

    /// The place of the tag in a value's place.
    func tagSpan(in span: SourceSpan) -> SourceSpan {
        let bytes = span.file.bytes[span.utf8Range]
        guard let start = bytes.firstIndex(of: UInt8(ascii: "!")) else { return span }
        return span.file.span(start..<(bytes[start...].firstIndex(where: Self.isBlank) ?? bytes.endIndex))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func skipProperties(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            let lineEnd = YAMLBreak.length(in: bytes, at: offset)
            if lineEnd > 0 || YAMLBreak.isBlank(bytes[offset]) {
                offset += max(lineEnd, 1)
            } else if bytes[offset] == UInt8(ascii: "#") {
                while offset < end, YAMLBreak.length(in: bytes, at: offset) == 0 { offset += 1 }
            } else if let anchor, bytes[offset] == UInt8(ascii: "&") {
                offset += 1 + anchor.utf8.count
            } else if tag != nil, bytes[offset] == UInt8(ascii: "!") {
                while offset < end, !YAMLBreak.isBlank(bytes[offset]), YAMLBreak.length(in: bytes, at: offset) == 0 {
                    offset += 1
                }
            } else {
                break
            }
        }
        return min(offset, end)
    }
}
