/// Figures that would satisfy a condition: a range for each term that the condition looks at. What has no range may be anything.
struct Situation: Sendable {
    /// A term, or the difference of two that are compared with each other.
    enum Subject: Sendable, Hashable {
        case term(Int)
        case difference(Int, Int)
    }

    /// Few, so a list is quicker than a dictionary.
    private(set) var ranges: [(subject: Subject, range: ValueRange)] = []

    static let anything = Situation()

    static func when(_ subject: Subject, _ range: ValueRange) -> Situation {
        var situation = Situation()
        situation.ranges = [(subject, range)]
        return situation
    }

    func range(of subject: Subject) -> ValueRange? { ranges.first { $0.subject == subject }?.range }

    /// Both at once; nil where they exclude each other.
    func joined(with other: Situation) -> Situation? {
        var both = self
        for (subject, range) in other.ranges {
            guard let place = both.ranges.firstIndex(where: { $0.subject == subject }) else {
                both.ranges.append((subject, range))
                continue
            }
            let common = both.ranges[place].range.intersection(range)
            guard !common.isEmpty else { return nil }
            both.ranges[place].range = common
        }
        return both
    }
}
