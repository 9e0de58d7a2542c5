/// Unbroken stretches of a line that has gaps.
enum LineRuns {
    /// The places that stand beside each other without a gap between them; a gap (nil) ends a run.
    static func of(_ places: [Place?]) -> [[Place]] {
        places.split(separator: nil).map { $0.compactMap { $0 } }
    }
}
