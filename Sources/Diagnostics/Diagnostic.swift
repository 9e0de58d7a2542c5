/// A problem and its place.
public struct Diagnostic: Sendable {
    /// A second place that explains the problem, such as the first of two equal keys.
    public struct Note: Hashable, Sendable {
        public let words: String
        public let span: SourceSpan

        public init(_ words: String, at span: SourceSpan) {
            self.words = words
            self.span = span
        }
    }

    /// What a diagnostic without a span speaks of.
    public enum Place: Hashable, Sendable {
        /// A stretch of a file.
        case span(SourceSpan)
        /// A whole file, by its path: one that could not be read, say.
        case file(String)
        /// No file at all.
        case nowhere
    }

    public let problem: any Problem
    public let place: Place
    public let notes: [Note]

    public init(_ problem: any Problem, at span: SourceSpan, notes: [Note] = []) {
        self.problem = problem
        self.place = .span(span)
        self.notes = notes
    }

    public init(_ problem: any Problem, inFile path: String, notes: [Note] = []) {
        self.problem = problem
        self.place = .file(path)
        self.notes = notes
    }

    public init(_ problem: any Problem, notes: [Note] = []) {
        self.problem = problem
        self.place = .nowhere
        self.notes = notes
    }

    public var severity: Severity { problem.severity }

    /// The stretch of file that it points at, unless it speaks of a whole file or of none.
    public var span: SourceSpan? {
        if case .span(let span) = place { span } else { nil }
    }

    /// The path of the file that it speaks of, unless it speaks of none.
    public var path: String? {
        switch place {
        case .span(let span): span.file.path
        case .file(let path): path
        case .nowhere: nil
        }
    }

    /// Order of place: without a file first, then by path, a whole file before what is in it, then by place.
    public static func inOrderOfPlace(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        if let leftSpan = left.span, let rightSpan = right.span, leftSpan != rightSpan { return leftSpan < rightSpan }
        let leftPath = left.path ?? ""
        let rightPath = right.path ?? ""
        if leftPath != rightPath { return leftPath < rightPath }
        if (left.span == nil) != (right.span == nil) { return left.span == nil }
        if left.severity != right.severity { return left.severity > right.severity }
        return (left.problem.code, left.problem.words) < (right.problem.code, right.problem.words)
    }
}

extension Diagnostic: Equatable {
    /// Equal where a reader could not tell them apart.
    public static func == (left: Self, right: Self) -> Bool {
        left.place == right.place
            && left.notes == right.notes
            && left.severity == right.severity
            && left.problem.code == right.problem.code
            && left.problem.words == right.problem.words
            && left.problem.remedy == right.problem.remedy
            && left.problem.nearMiss == right.problem.nearMiss
    }
}
