public import Measures

/// What was told of one figure so far, night after night.
///
/// A figure that was away for a while, because a module failed or a return was late, is held against the value last told before. A
/// module that failed takes nothing back.
public struct ToldFigure: Sendable {
    /// What a night says of the figure that is otherwise than before.
    public enum News: Sendable, Hashable {
        /// Another value than the one last told, or none where one stood.
        case restated(before: Observation, toldSince: CalendarDate)
        /// It was due and missing, and is there now: late, and no restatement.
        case arrived
    }

    private var last: (observation: Observation, since: CalendarDate)?
    /// Whether the value last told still stood on the night before.
    private var stands = false
    private var isMissing = false

    public init() {}

    /// Takes up what a night told.
    ///
    /// - Returns: what was news in it.
    @discardableResult
    public mutating func add(_ cell: Observation, on day: CalendarDate) -> News? {
        guard cell.state != .moduleFailed else { return nil }
        let (last, stood, wasMissing) = (last, stands, isMissing)
        stands = cell.value != nil
        isMissing = cell.state == .missing
        let arrived: News? = wasMissing && (cell.state == .reported || cell.state == .noValue) ? .arrived : nil
        guard let value = cell.value else {
            guard stood, let last else { return arrived }
            return .restated(before: last.observation, toldSince: last.since)
        }
        guard let last, last.observation.value != value else {
            self.last = (cell, last?.since ?? day)
            return arrived
        }
        self.last = (cell, day)
        return .restated(before: last.observation, toldSince: last.since)
    }
}
