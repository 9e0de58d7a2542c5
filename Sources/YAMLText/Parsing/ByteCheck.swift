import Diagnostics

/// What must hold of the bytes before they are parsed: size, UTF-8, and no characters that YAML forbids.
struct ByteCheck {
    /// The offset of the first byte behind a byte order mark.
    private(set) var textStart = 0
    private(set) var isASCII = true
    private(set) var problems: [Diagnostic] = []

    /// More forbidden characters than this tell nothing new: the file is not text.
    private static let mostProblems = 20

    init(_ file: SourceFile, limits: YAMLLimits) {
        guard file.bytes.count <= limits.fileBytes else {
            let problem = YAMLProblem.fileTooLarge(bytes: file.bytes.count, limit: limits.fileBytes)
            problems = [Diagnostic(problem, inFile: file.path)]
            return
        }
        file.bytes.withUnsafeBufferPointer { check($0, of: file) }
    }

    private mutating func check(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            problems = [Diagnostic(YAMLProblem.utf16, inFile: file.path)]
            return
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { textStart = 3 }
        var offset = textStart
        while offset < bytes.count, problems.count < Self.mostProblems {
            let byte = bytes[offset]
            if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                offset += 1
                continue
            }
            let (scalar, length) = UTF8Walk.scalar(in: bytes, at: offset)
            guard let scalar else {
                let problem = YAMLProblem.notUTF8(byte: byte, utf8Offset: offset)
                problems.append(Diagnostic(problem, at: file.span(offset..<offset + 1)))
                return
            }
            isASCII = isASCII && scalar.isASCII
            if Self.isForbidden(scalar) {
                let problem = YAMLProblem.controlCharacter(scalar)
                problems.append(Diagnostic(problem, at: file.span(offset..<offset + length)))
            }
            offset += length
        }
    }

    /// Whether YAML keeps a character out of its files (YAML 1.1, production `c-printable`; U+FEFF is allowed at the
    /// start alone).
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF:
            false
        default: true
        }
    }
}
