/// Where an area's square stands on a tile map: a plan of equal squares that is roughly in the order of the places, and needs no bounds.
public struct TilePlace: Sendable, Hashable {
    /// From the top, 1 the first.
    public var row: Int
    /// From the left, 1 the first.
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}
