/// What can be wrong with a YAML file before anyone asks what it means.
public enum YAMLProblem: Problem, Equatable {
    // The bytes.
    case fileTooLarge(bytes: Int, limit: Int)
    case notUTF8(byte: UInt8, utf8Offset: Int)
    case utf16
    case controlCharacter(Unicode.Scalar)
    case emptyFile

    // The syntax.
    case syntax(YAMLSyntaxProblem)
    case severalDocuments
    case tag(String)
    case mergeKey
    case keyNotScalar
    case emptyKey
    case duplicateKey(String)
    case unknownAlias(String)
    case aliasInsideItself(String)

    // The bounds.
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
    case scalarTooLong(bytes: Int, limit: Int)
}

extension YAMLProblem {
    public var code: String {
        switch self {
        case .fileTooLarge: "yaml-file-too-large"
        case .notUTF8: "yaml-not-utf8"
        case .utf16: "yaml-not-utf8"
        case .controlCharacter: "yaml-control-character"
        case .emptyFile: "yaml-empty-file"
        case .syntax: "yaml-syntax"
        case .severalDocuments: "yaml-several-documents"
        case .tag: "yaml-tag"
        case .mergeKey: "yaml-merge-key"
        case .keyNotScalar: "yaml-key-not-text"
        case .emptyKey: "yaml-empty-key"
        case .duplicateKey: "duplicate-key"
        case .unknownAlias: "yaml-unknown-alias"
        case .aliasInsideItself: "yaml-alias-inside-itself"
        case .tooDeep: "yaml-too-deep"
        case .tooManyNodes: "yaml-too-many-values"
        case .scalarTooLong: "yaml-value-too-long"
        }
    }

    public var words: String {
        switch self {
        case .fileTooLarge(let bytes, let limit): "the file has \(bytes) bytes; at most \(limit) are read"
        case .notUTF8(let byte, let offset):
            "the file is not UTF-8: byte 0x\(String(byte, radix: 16, uppercase: true)) at byte \(offset)"
        case .utf16: "the file is UTF-16, not UTF-8"
        case .controlCharacter(let scalar):
            "the character U+\(Wording.hexadecimal(scalar)) may not stand in a YAML file"
        case .emptyFile: "the file holds no values"
        case .syntax(let problem): problem.words
        case .severalDocuments: "a second document starts here; a file holds one"
        case .tag(let tag): "tags such as \(Wording.quoted(tag)) are not used in Beacon's files"
        case .mergeKey: "merge keys (`<<`) are not used in Beacon's files"
        case .keyNotScalar: "a key must be a single value, not a list or a mapping"
        case .emptyKey: "a key is empty"
        case .duplicateKey(let key): "the key \(Wording.quoted(key)) stands twice in one mapping"
        case .unknownAlias(let name): "\(Wording.quoted("*" + name)) names no anchor above it"
        case .aliasInsideItself(let name): "\(Wording.quoted("*" + name)) stands inside the value that it names"
        case .tooDeep(let limit): "values are nested more than \(limit) deep"
        case .tooManyNodes(let limit): "the file holds more than \(limit) values, aliases written out"
        case .scalarTooLong(let bytes, let limit): "this value has \(bytes) bytes; at most \(limit) are read"
        }
    }

    public var remedy: String? {
        switch self {
        case .notUTF8, .utf16: "save the file with the encoding UTF-8"
        case .syntax(let problem): problem.remedy
        case .severalDocuments: "move it to a file of its own"
        case .tag: "write the value without a tag"
        case .mergeKey: "write the keys out, or name the whole value with an anchor and an alias"
        case .duplicateKey: "keep one of them"
        default: nil
        }
    }
}
