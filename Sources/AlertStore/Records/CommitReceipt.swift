/// What a commit added.
public struct CommitReceipt: Sendable, Hashable {
    /// The run that holds the record: a new one, or the last one where the record is the same as that run's.
    public var run: RunID
    /// False where the store held all of the record already, and nothing was written.
    public var isNew: Bool
    /// Blocks that changed, and the cells in them that did.
    public var blocks = 0
    public var observations = 0
    /// Rules and levels whose verdicts changed.
    public var verdictColumns = 0
    public var transitions = 0
    /// Rules and areas that are called otherwise than before.
    public var names = 0
    /// KPIs and rules that say something else than before, those that are gone among them.
    public var texts = 0
    public var notices = 0

    var addsNothing: Bool {
        blocks == 0 && observations == 0 && verdictColumns == 0 && transitions == 0 && names == 0 && texts == 0
            && notices == 0
    }
}
