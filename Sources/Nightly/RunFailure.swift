public import Diagnostics

/// Why a run could not finish. What was stored and published before stands as it was.
public enum RunFailure: Error, Sendable {
    /// The definitions are not valid; everything that is wrong with them.
    case definitions(DiagnosticReport)
    /// The run could not go on.
    case unfinished(stage: String, words: String, remedy: String?)
    /// The run is stored and its lists are made, and they could not be put where readers look. A later run tries that again.
    case unplaced(words: String, remedy: String)
    /// The question names something that there isn't.
    case usage(words: String, remedy: String)
    /// There is nothing stored that could be asked.
    case nothingStored(words: String, remedy: String?)
}
