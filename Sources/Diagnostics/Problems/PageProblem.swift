/// What can be wrong with what pages are laid out by: meetings, tiles and the areas that are like one another.
public enum PageProblem: Problem, Equatable {
    case meetingsOutOfOrder(first: String, second: String)
    case notTile(count: Int)
    case tileTaken(row: Int, column: Int, by: String)
    case peerOfItself(String)
}

extension PageProblem {
    public var code: String {
        switch self {
        case .meetingsOutOfOrder: "meetings-out-of-order"
        case .notTile: "not-a-tile"
        case .tileTaken: "tile-taken"
        case .peerOfItself: "peer-of-itself"
        }
    }

    public var severity: Severity { .error }

    public var words: String {
        switch self {
        case .meetingsOutOfOrder(let first, let second): "the meeting of \(second) stands behind that of \(first)"
        case .notTile(let count):
            "a tile is a row and a column, and here \(count == 1 ? "is 1 number" : "are \(count) numbers")"
        case .tileTaken(let row, let column, let other):
            "the tile in row \(row), column \(column) is that of `\(other)` already"
        case .peerOfItself(let code): "`\(code)` is named as an area like itself"
        }
    }

    public var remedy: String? {
        switch self {
        case .meetingsOutOfOrder: "list meetings from the first to the last, each once"
        case .notTile: "write `tile: [2, 5]`: the row from the top, then the column from the left, each from 1"
        case .tileTaken: "give each area of a level a tile of its own"
        case .peerOfItself: "name other areas of its level"
        }
    }

    public var nearMiss: String? { nil }
}
