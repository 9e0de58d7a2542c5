/// Finds the name that was probably meant.
public enum Spelling {
    /// Names longer than this are never compared: nobody mistypes them, and the cost grows with the square.
    private static let longestName = 64

    /// The candidate nearest to `name`, or nil where none is near enough to be a slip of the hand.
    ///
    /// Near is counted in edits (a scalar put in, left out, changed, or swapped with its neighbour), letter case aside: at
    /// most one edit for names up to five scalars, and one more for every three beyond. Of equally near ones the first
    /// is taken. `name` itself is never offered.
    public static func nearMiss(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= longestName else { return nil }
        var best: String?
        var bound = max(1, wanted.count / 3)
        for candidate in candidates where candidate != name {
            let offered = Array(candidate.lowercased().unicodeScalars)
            guard offered.count <= longestName, abs(offered.count - wanted.count) <= bound else { continue }
            let distance = editDistance(wanted, offered)
            // A name of one or two letters shares an edit with almost every other.
            guard distance <= bound, distance == 0 || wanted.count > 2 else { continue }
            best = candidate
            guard distance > 0 else { break }
            bound = distance - 1
        }
        return best
    }

    /// The number of edits between two names (optimal string alignment: Damerau–Levenshtein in which no stretch is
    /// edited twice).
    static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in left.indices {
            current[0] = row + 1
            for column in right.indices {
                let same = left[row] == right[column]
                var least = min(
                    previous[column + 1] + 1, current[column] + 1, previous[column] + (same ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = least
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }
}
