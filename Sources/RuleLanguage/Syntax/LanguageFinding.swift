public import Diagnostics

/// A problem at a UTF-8 range of an expression's text; whoever knows where the text stands turns it into a diagnostic.
public struct LanguageFinding: Error, Sendable, Equatable {
    public var problem: RuleProblem
    public var range: Range<Int>

    public init(_ problem: RuleProblem, at range: Range<Int>) {
        self.problem = problem
        self.range = range
    }
}
