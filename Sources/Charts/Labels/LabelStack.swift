/// Boxes of text one under another, each as near as can be to where it would like to be, none on another.
enum LabelStack {
    static let gap = 2.0

    /// The height that boxes of these heights need together.
    static func height(_ heights: [Double]) -> Double {
        heights.reduce(0, +) + gap * Double(max(0, heights.count - 1))
    }

    /// - Parameters:
    ///   - wanted: the middle that each box would like.
    ///   - heights: of each box, as many as `wanted`.
    ///   - range: where boxes may be; at least `height(heights)` tall.
    /// - Returns: the middle of each box, in the order given.
    static func middles(wanted: [Double], heights: [Double], within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var middles = wanted
        var edge = range.lowerBound
        for index in order {
            middles[index] = max(wanted[index], edge + heights[index] / 2)
            edge = middles[index] + heights[index] / 2 + gap
        }
        edge = range.upperBound
        for index in order.reversed() {
            middles[index] = min(middles[index], edge - heights[index] / 2)
            edge = middles[index] - heights[index] / 2 - gap
        }
        return middles
    }
}
