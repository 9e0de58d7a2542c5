import Definitions

/// The data quality section: what was wrong with the data behind a list.
struct QualityView {
    struct Row {
        var qualityDataset: String
        var qualityKind: String
        var qualityReason: String
        /// One, or none where no reader of the page is told.
        var qualityCounts: [String]
        /// One or none, as `qualityCounts`.
        var qualityWhere: [Places]
    }

    struct Places {
        /// `2024-03.csv, line 17, Incident date`; the first ones.
        var qualityPlaces: [String]
        var hasPlaces: Bool
    }

    /// Places listed for one reason at most; the CSV of the state folder has all of them.
    static let mostPlaces = 12

    var isEmpty: Bool
    var hasRows: Bool
    /// Whether the table says how many records there are of each, and where.
    var hasCounts: Bool
    var hasWhere: Bool
    var qualityRows: [Row]
    var hasNotes: Bool
    var qualityNotes: [String]

    init(_ notes: ListNotes) {
        let rows = Self.rows(notes)
        hasCounts = rows.contains { !$0.qualityCounts.allSatisfy(\.isEmpty) }
        hasWhere = rows.contains { $0.qualityWhere.contains(where: \.hasPlaces) }
        let (countsAreTold, placesAreTold) = (hasCounts, hasWhere)
        qualityRows = rows.map { row in
            var row = row
            if !countsAreTold { row.qualityCounts = [] }
            if !placesAreTold { row.qualityWhere = [] }
            return row
        }
        hasRows = !qualityRows.isEmpty
        var words = notes.consistency.map { "\(PlainText.line($0.priority.title)): \(PlainText.line($0.note.words))" }
        words += notes.kpis.map { "\(PlainText.line($0.kpi.title)): \(PlainText.line($0.note.words))" }
        if notes.keptBack > 0 {
            words.append("\(PlainText.counted(notes.keptBack, "note")) on figures can be read on the group's own list.")
        }
        qualityNotes = words
        hasNotes = !words.isEmpty
        isEmpty = notes.isEmpty
    }

    /// Notes that say the same of one dataset are one row.
    private static func rows(_ notes: ListNotes) -> [Row] {
        struct Key: Hashable {
            var title: String
            var kind: DataNote.Kind
            var reason: String
        }
        var order: [Key] = []
        var byKey: [Key: [DataNote]] = [:]
        for note in notes.data {
            let key = Key(title: note.title, kind: note.kind, reason: note.reason)
            if byKey[key] == nil { order.append(key) }
            byKey[key, default: []].append(note)
        }
        return order.map { key in
            let notes = byKey[key] ?? []
            let counts = notes.compactMap(\.count)
            var places = notes.compactMap(Self.place)
            if places.count > mostPlaces {
                let more = places.count - mostPlaces
                places = places.prefix(mostPlaces) + ["and \(PlainText.counted(more, "more place"))"]
            }
            return Row(
                qualityDataset: PlainText.line(key.title), qualityKind: PlainText.sentence(key.kind.rawValue),
                qualityReason: PlainText.line(key.reason),
                qualityCounts: [counts.isEmpty ? "" : PlainText.counted(counts.reduce(0, +), "record")],
                qualityWhere: [Places(qualityPlaces: places, hasPlaces: !places.isEmpty)])
        }
    }

    private static func place(_ note: DataNote) -> String? {
        guard let file = note.file else { return nil }
        var parts = [file]
        if let line = note.line { parts.append("line \(line)") }
        if let column = note.column { parts.append("column \(column)") }
        return PlainText.line(parts.joined(separator: ", "))
    }
}
