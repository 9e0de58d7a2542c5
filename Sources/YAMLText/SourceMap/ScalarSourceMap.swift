public import Diagnostics

/// Where each part of a scalar's text stands in the file.
///
/// libyaml tells where a scalar starts and ends. What stands between is walked again, in step with the decoded text: a
/// walk that does not give that very text is not used, and every part is then given the place of the whole scalar.
public struct ScalarSourceMap: Sendable {
    private let whole: SourceSpan
    private let pieces: [Piece]

    /// A stretch of decoded text and what it was written as.
    struct Piece: Sendable, Equatable {
        let decoded: Range<Int>
        let source: Range<Int>
        /// Whether the text stands in the file byte for byte.
        let isVerbatim: Bool
    }

    init(of scalar: YAMLScalar) {
        whole = scalar.span
        let walk =
            switch scalar.style {
            case .plain, .singleQuoted, .doubleQuoted: FlowScalarWalk.pieces(of: scalar)
            case .literal, .folded: BlockScalarWalk.pieces(of: scalar)
            }
        pieces = walk ?? []
    }

    /// Whether parts can be told apart; where not, every part is given the whole scalar's place.
    var isExact: Bool { !pieces.isEmpty }

    /// Where a byte range of the decoded text stands. A range that leaves the text is cut to it; an empty one gives the
    /// place between two characters.
    public func span(ofUTF8Range range: Range<Int>) -> SourceSpan {
        guard let first = pieces.first, let last = pieces.last else { return whole }
        let range = range.clamped(to: first.decoded.lowerBound..<last.decoded.upperBound)
        guard !range.isEmpty else {
            let place =
                range.lowerBound == last.decoded.upperBound
                ? last.source.upperBound : sourceStart(of: range.lowerBound)
            return whole.file.span(place..<place)
        }
        let start = sourceStart(of: range.lowerBound)
        return whole.file.span(start..<max(start, sourceEnd(of: range.upperBound - 1)))
    }

    private func sourceStart(of offset: Int) -> Int {
        let piece = piece(holding: offset)
        return piece.isVerbatim
            ? piece.source.lowerBound + offset - piece.decoded.lowerBound : piece.source.lowerBound
    }

    /// The source offset behind what the decoded byte at `offset` was written as.
    private func sourceEnd(of offset: Int) -> Int {
        let piece = piece(holding: offset)
        return piece.isVerbatim
            ? piece.source.lowerBound + offset - piece.decoded.lowerBound + 1 : piece.source.upperBound
    }

    /// Pieces follow each other without gap in the decoded text, so the last that starts at or before the offset holds it.
    private func piece(holding offset: Int) -> Piece {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].decoded.lowerBound <= offset { low = middle } else { high = middle }
        }
        return pieces[low]
    }
}
