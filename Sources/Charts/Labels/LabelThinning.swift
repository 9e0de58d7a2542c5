/// Which of many labels beside each other are written, so that none touches the next.
enum LabelThinning {
    static let gap = 8.0

    /// The places of the labels to write: the last, and every so-manyth before it. The steps tried keep months at
    /// quarters, half years and years.
    ///
    /// - Parameters:
    ///   - widths: of every label.
    ///   - middles: where each label stands, ascending; as many as `widths`.
    ///   - total: the labels lie from 0 to here; one that would pass an end is moved inwards.
    static func kept(widths: [Double], middles: [Double], total: Double) -> [Int] {
        guard let last = widths.indices.last else { return [] }
        let steps = [1, 2, 3, 4, 6] + stride(from: 12, through: max(12, last), by: 12)
        for step in steps {
            let kept = Array(stride(from: last, through: 0, by: -step).reversed())
            let spans = kept.map { span(width: widths[$0], middle: middles[$0], total: total) }
            if zip(spans, spans.dropFirst()).allSatisfy({ $0.upperBound + gap <= $1.lowerBound }) { return kept }
        }
        return [last]
    }

    /// Where a label lies, moved inwards at the ends of the drawing.
    static func span(width: Double, middle: Double, total: Double) -> ClosedRange<Double> {
        let start = max(0, min(middle - width / 2, total - width))
        return start...(start + width)
    }
}
