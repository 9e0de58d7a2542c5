/// What can be wrong with data files, with the records in them, and with conditions on records.
public enum DataProblem: Problem, Equatable {
    // Finding files.
    case patternEscapes(pattern: String, dataset: String)
    case linkEscapes(dataset: String)
    case fileTwice(first: String, dataset: String)
    case fileCopied(first: String, dataset: String)
    case fileVersions(first: String, records: Int, months: String?, dataset: String)
    case noFiles(patterns: [String], dataset: String)
    case dataFolderUnreadable

    // A whole file.
    case fileUnreadable(reason: String)
    case fileEmpty
    case fileBinary
    case headerUnfit(reason: String)
    case otherSeparator(String)
    case separatorLine(String)
    case columnMissing(header: String, column: String, headers: [String])
    case columnRepeated(header: String)
    case parquetDamaged(reason: String)
    case compressedDamaged(reason: String)
    case mixedFormats(csv: String, dataset: String)
    case unaccounted(records: Int, loaded: Int, setAside: Int)

    // A whole dataset.
    case tooManyUnfit(dataset: String, setAside: Int, records: Int, most: Double)
    case noUsableFile(dataset: String)
    case senderAbsent(String, dataset: String, found: [String])
    case incomplete(dataset: String, group: String?, missing: [String], areas: [String])

    // A condition or an expression over records.
    case unknownColumn(String, dataset: String, columns: [String])
    case unknownFunction(String, known: [String])
    case wrongArguments(function: String, expected: String)
    case wrongKind(expected: String, found: String)
    case incomparable(left: String, right: String)
    case noOrder(of: String)
    case notAllowedHere(String, instead: String?)
    case unknownValue(String, column: String, values: [String])
    case personShown(column: String)

    // A query.
    case unknownDataset(String, known: [String])
    case unknownLevel(String, known: [String])
    case unknownGrain(String, known: [String])
    case noAreaColumn(dataset: String, level: String)
    case noSenders(dataset: String, level: String)
    case noDateColumn(dataset: String)
    case repeatedOutput(String)
    case quantileOutside(Double)

    // A record step of a query.
    case stepNameTaken(step: String, dataset: String)
    case repeatedStep(String)
    case stepWithoutColumns(step: String)
    case stepWithoutDate(step: String, dataset: String)
    case stepDaysOutside(step: String, days: Int, most: Int)
    case stepMetresOutside(step: String, metres: Double, most: Int)
    case stepNeedsNumber(step: String, column: String, found: String)
}

extension DataProblem {
    public var code: String {
        switch self {
        case .patternEscapes: "data-pattern-escapes"
        case .linkEscapes: "data-link-escapes"
        case .fileTwice: "data-file-twice"
        case .fileCopied: "data-file-copied"
        case .fileVersions: "data-file-versions"
        case .noFiles: "data-no-files"
        case .dataFolderUnreadable: "data-folder-unreadable"
        case .fileUnreadable: "data-file-unreadable"
        case .fileEmpty: "data-file-empty"
        case .fileBinary: "data-file-binary"
        case .headerUnfit: "data-header-unfit"
        case .otherSeparator: "data-other-separator"
        case .separatorLine: "data-separator-line"
        case .columnMissing: "data-column-missing"
        case .columnRepeated: "data-column-repeated"
        case .parquetDamaged: "data-parquet-damaged"
        case .compressedDamaged: "data-compressed-damaged"
        case .mixedFormats: "data-mixed-formats"
        case .unaccounted: "data-unaccounted"
        case .tooManyUnfit: "data-too-many-unfit"
        case .noUsableFile: "data-no-usable-file"
        case .senderAbsent: "data-sender-absent"
        case .incomplete: "data-incomplete"
        case .unknownColumn: "unknown-column"
        case .unknownFunction: "unknown-record-function"
        case .wrongArguments: "wrong-record-arguments"
        case .wrongKind: "wrong-record-type"
        case .incomparable: "incomparable-record-types"
        case .noOrder: "no-order"
        case .notAllowedHere: "not-in-record-condition"
        case .unknownValue: "unknown-record-value"
        case .personShown: "person-shown"
        case .unknownDataset: "unknown-dataset"
        case .unknownLevel: "unknown-level"
        case .unknownGrain: "unknown-grain"
        case .noAreaColumn: "no-area-column"
        case .noSenders: "no-senders"
        case .noDateColumn: "no-date-column"
        case .repeatedOutput: "repeated-output"
        case .quantileOutside: "quantile-outside"
        case .stepNameTaken: "step-name-taken"
        case .repeatedStep: "repeated-step"
        case .stepWithoutColumns: "step-without-columns"
        case .stepWithoutDate: "step-without-date"
        case .stepDaysOutside: "step-days-outside"
        case .stepMetresOutside: "step-metres-outside"
        case .stepNeedsNumber: "step-needs-number"
        }
    }

    public var severity: Severity {
        switch self {
        case .noFiles, .fileTwice, .fileCopied, .fileVersions, .senderAbsent, .incomplete: .warning
        default: .error
        }
    }

    public var nearMiss: String? {
        switch self {
        case .columnMissing(let header, _, let headers): Spelling.nearMiss(for: header, among: headers)
        case .unknownColumn(let name, _, let columns): Spelling.nearMiss(for: name, among: columns)
        case .unknownFunction(let name, let known), .unknownDataset(let name, let known),
            .unknownLevel(let name, let known), .unknownGrain(let name, let known):
            Spelling.nearMiss(for: name, among: known)
        case .senderAbsent(let name, _, let found): Spelling.nearMiss(for: name, among: found)
        case .unknownValue(let text, _, let values): Spelling.nearMiss(for: text, among: values)
        default: nil
        }
    }
}
