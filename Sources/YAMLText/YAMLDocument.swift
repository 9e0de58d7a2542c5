public import Diagnostics

/// What a YAML file holds: one positioned tree, and everything that is wrong with it as YAML.
public struct YAMLDocument: Sendable, Equatable {
    /// The value of the file; nil where it is empty or could not be read to its end.
    public let root: YAMLNode?
    /// In the order in which they were found.
    public let diagnostics: [Diagnostic]

    /// Parses a file. Never traps and never throws: whatever the bytes are, the problems are in `diagnostics`.
    ///
    /// A tree is also given beside problems that do not spoil its shape (a repeated key, of which the first counts, a
    /// tag, a merge key, which is left out), so that a reader can report what else is wrong.
    public init(parsing file: SourceFile, limits: YAMLLimits = YAMLLimits()) {
        let check = ByteCheck(file, limits: limits)
        guard check.problems.isEmpty else {
            self.init(root: nil, diagnostics: check.problems)
            return
        }
        self = file.bytes.withUnsafeBufferPointer { bytes in
            let index = CharacterIndex(of: bytes, from: check.textStart, isASCII: check.isASCII)
            let stream = EventStream(reading: bytes, of: file, index: index)
            var builder = TreeBuilder(file: file, limits: limits)
            while let event = stream.next(), builder.take(event) {}
            return builder.finished
        }
    }

    init(root: YAMLNode?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }
}
