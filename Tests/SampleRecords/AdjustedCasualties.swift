extension Sample {
    /// The casualties of another source once more, each with its weight in the adjustment of severity.
    static func adjustedCasualties(of casualties: SampleSource, seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "adjusted weights")
        let columns = ["AREFNO", "date", "casualty_severity", "mode", "ageband", "area_name"]
        let places = columns.compactMap { casualties.columns.firstIndex(of: $0) }
        let whole = (casualties.files.first?.table.rows ?? []).filter { $0.count == casualties.columns.count }
        let rows = whole.map { row in
            let cells = places.map { row[$0] }
            return cells + [adjustedWeight(of: cells[2], from: &stream), "yes"]
        }
        return SampleSource(
            path: "roads/adjusted-casualties.csv",
            story: """
                The same casualties with the weight that each has as seriously injured: 1 of a serious one, 0.005 to 0.09 of a \
                slight one. All are recorded by injury.
                """,
            table: Table(header: columns + ["adjusted_serious", "injury_based"], rows: rows))
    }

    private static func adjustedWeight(of severity: String, from stream: inout RandomStream) -> String {
        switch severity {
        case Severity.fatal.text: "0"
        case Severity.serious.text: "1"
        default: "0.\(padded(stream.within(5...90), to: 3))"
        }
    }
}
