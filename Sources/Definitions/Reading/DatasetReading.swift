import Diagnostics
import Measures
import ModuleKit
import YAMLText

/// A dataset as written, before the module's types are known.
struct DatasetDraft {
    struct Column {
        var name: YAMLScalar
        var origin: DatasetContract.Origin
        var type: ColumnType?
        var required: Bool
        var codes: [String]
        var minimum: Double?
        var maximum: Double?
    }

    struct SendersDraft {
        var column: Located<String>
        /// By the sender's name, the area whose records it sends.
        var areas: [(sender: String, area: Located<String>)]
    }

    var title: String?
    var files: [String]
    var encoding: DatasetContract.Encoding
    var columns: [Column]
    var key: [Located<String>]
    /// Where it is said to be complete.
    var complete: SourceSpan?
    var holding: DatasetContract.Holding
    var extent: DatasetContract.Extent
    var senders: SendersDraft?
    var every: Grain?
    var dueDays: Int
    var provisionalMonths: Int
    var retentionMonths: Int?
    var mostUnfit: Double
    var span: SourceSpan
}

extension ReadingContext {
    var datasetReading: FieldReading<DatasetDraft> {
        .mapping("a dataset") { reader in
            let title = reader.optional("title", .text)
            let files = reader.required("files", .oneOrMore(self.filePattern))
            let encoding = reader.optional("encoding", .choice(of: DatasetContract.Encoding.self)) ?? .utf8
            let columns = reader.required("columns", .entries(of: self.columnReading))
            let key = reader.optional("key", .list(of: .locatedText)) ?? []
            let isComplete = reader.optional("complete", .boolean) ?? false
            let holding = reader.optional("holds", .choice(of: DatasetContract.Holding.self)) ?? .records
            let extent = reader.optional("extent", .choice(of: DatasetContract.Extent.self)) ?? .partnership
            let senders = reader.optional("senders", self.sendersReading)
            let every = reader.optional("every", self.everyReading) ?? nil
            let due = reader.optional("due", self.duration(.day)) ?? 0
            let provisional = reader.optional("provisional", self.duration(.month)) ?? 0
            let retention = reader.optional("retention", self.duration(.month))
            let unfit = reader.optional("most_unfit", .figure(in: .percent)) ?? 0.05
            guard let files, let columns else { return nil }
            return DatasetDraft(
                title: title, files: files, encoding: encoding,
                columns: columns.map { entry in
                    var column = entry.value
                    column.name = entry.key
                    return column
                },
                key: key, complete: isComplete ? reader.place(of: "complete") : nil, holding: holding, extent: extent, senders: senders, every: every, dueDays: due,
                provisionalMonths: provisional,
                retentionMonths: retention, mostUnfit: unfit, span: reader.span)
        }
    }

    private var filePattern: FieldReading<String> {
        .text.then { pattern, field in
            let folders = pattern.split(separator: "/", omittingEmptySubsequences: false)
            guard !pattern.hasPrefix("/"), !folders.contains(".."), !pattern.utf8.contains(0) else {
                field.report(DefinitionProblem.patternLeavesDataFolder(pattern))
                return nil
            }
            return pattern
        }
    }

    private var sendersReading: FieldReading<DatasetDraft.SendersDraft> {
        .mapping("`senders`") { reader in
            let column = reader.required("column", .locatedText)
            let areas = reader.required("of", .entries(of: .locatedText))
            guard let column, let areas else { return nil }
            return DatasetDraft.SendersDraft(column: column, areas: areas.map { ($0.key.text, $0.value) })
        }
    }

    private var everyReading: FieldReading<Grain?> {
        .choice([
            "month": .month, "quarter": .quarter, "calendar year": .calendarYear, "financial year": .financialYear,
            "once": nil,
        ])
    }

    /// `20 days`, `3 months`.
    func duration(_ unit: DurationUnit) -> FieldReading<Int> {
        FieldReading<String>.text.then { text, field in
            let words = text.split(separator: " ").map(String.init)
            if words.count == 2, let count = Int(words[0]), (0...3660).contains(count),
                words[1] == unit.rawValue || words[1] == unit.rawValue + "s"
            {
                return count
            }
            field.report(DefinitionProblem.notFigure(text, unit: "\(unit.rawValue)s, such as `20 \(unit.rawValue)s`"))
            return nil
        }
    }

    enum DurationUnit: String { case day, month }

    /// The contract of a dataset, with the types that the modules read where the file states none.
    func dataset(
        _ draft: DatasetDraft, named name: String, uses: [DatasetUse], in geography: Geography
    ) -> DatasetContract {
        let wanted = uses.filter { $0.name == name }.flatMap(\.columns)
        let columns = draft.columns.map { column in
            let read = wanted.first { $0.name == column.name.text }?.type
            return self.column(column, type: column.type ?? read)
        }
        for key in draft.key {
            _ = resolve(.column, key, among: columns.map(\.name)) { wanted in columns.first { $0.name == wanted } }
        }
        let senders = draft.senders.map { senders in
            _ = resolve(.column, senders.column, among: columns.map(\.name)) { wanted in columns.first { $0.name == wanted }
            }
            var areas: [String: AreaCode] = [:]
            for entry in senders.areas { areas[entry.sender] = area(entry.area, at: geography.levels, of: geography) }
            return DatasetContract.Senders(column: senders.column.value, areas: areas)
        }
        if draft.retentionMonths != nil, !columns.contains(where: { $0.type == .date || $0.type == .moment }) {
            report(DatasetProblem.retentionWithoutDate(dataset: name), at: draft.columns.first?.name.span ?? draft.span)
        }
        if let place = draft.complete, !columns.contains(where: { column in
            column.type == .area && draft.key.contains { $0.value == column.name }
        }) {
            report(DatasetProblem.completeWithoutArea(dataset: name), at: place)
        }
        if let place = draft.complete {
            let sizes = columns.filter { column in draft.key.contains { $0.value == column.name } }.map(\.codes.count)
            let combinations = sizes.filter { $0 > 0 }.reduce(1.0) { $0 * Double($1) }
            if combinations > DatasetContract.mostCombinations {
                report(DatasetProblem.completeTooWide(dataset: name, most: Int(DatasetContract.mostCombinations)), at: place)
            }
        }
        return DatasetContract(
            name: name, title: draft.title ?? name, files: draft.files, encoding: draft.encoding, columns: columns,
            key: draft.key.map(\.value), isComplete: draft.complete != nil,
            holding: draft.holding, extent: draft.extent,
            senders: senders, every: draft.every, dueDays: draft.dueDays,
            provisionalMonths: draft.provisionalMonths, retentionMonths: draft.retentionMonths, mostUnfit: draft.mostUnfit)
    }
}
