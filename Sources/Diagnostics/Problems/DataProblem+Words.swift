extension DataProblem {
    public var words: String {
        switch self {
        case .patternEscapes(let pattern, let dataset):
            "the pattern \(Wording.quoted(pattern)) of dataset `\(dataset)` leads out of the data folder"
        case .fileTwice(let first, let dataset):
            "the file is another name of `\(first)`, which dataset `\(dataset)` reads already; it is read once"
        case .fileCopied(let first, let dataset):
            "the file is `\(first)` once more, byte for byte; dataset `\(dataset)` counts its records once"
        case .fileVersions(let first, let records, let months, let dataset):
            "the file seems to be another version of `\(first)`: \(records) of its records"
                + (months.map { ", of \($0)," } ?? "") + " are in both; dataset `\(dataset)` counts them twice"
        case .linkEscapes(let dataset):
            "this link leads out of the data folder; dataset `\(dataset)` does not read it"
        case .noFiles(let patterns, let dataset):
            "no file matches \(Wording.list(patterns)), the files of dataset `\(dataset)`"
        case .dataFolderUnreadable: "the data folder cannot be read"
        case .senderAbsent(let name, let dataset, _):
            "no record of dataset `\(dataset)` names the sender \(Wording.quoted(name)), so the figures of its area are missing"
        case .incomplete(let dataset, let group, let missing, let areas):
            "dataset `\(dataset)`\(group.map { ", \($0)," } ?? "") has no whole record of \(Wording.list(missing)), so it is not used for "
                + Wording.list(areas)
        case .fileUnreadable(let reason): "the file cannot be read: \(reason)"
        case .fileEmpty: "the file is empty: it has no header"
        case .fileBinary: "the file holds NUL bytes, so it is not CSV"
        case .headerUnfit(let reason): "the file's header cannot be read: \(reason)"
        case .otherSeparator(let separator): "the file is separated by \(separator), not by commas"
        case .separatorLine(let line):
            "the file begins with \(Wording.quoted(line)), a line for a spreadsheet, where its header should stand"
        case .columnMissing(let header, let column, let headers):
            "the file has no column \(Wording.quoted(header)) (`\(column)` in the dataset); its header names "
                + Wording.list(headers)
        case .columnRepeated(let header): "the header names the column \(Wording.quoted(header)) more than once"
        case .parquetDamaged(let reason): "the file cannot be read as Parquet: \(reason)"
        case .compressedDamaged(let reason): "the file cannot be unpacked: \(reason)"
        case .mixedFormats(let csv, let dataset):
            "the file is Parquet and `\(csv)` is CSV; dataset `\(dataset)` can hold one of the two"
        case .unaccounted(let records, let loaded, let setAside):
            "the file has \(records) records, but \(loaded) loaded and \(setAside) set aside make \(loaded + setAside)"
        case .tooManyUnfit(let dataset, let setAside, let records, let most):
            "\(setAside) of \(records) records of dataset `\(dataset)` are unfit, over the \(Wording.percent(most)) allowed"
        case .noUsableFile(let dataset): "no file of dataset `\(dataset)` can be used"
        case .unknownColumn(let name, let dataset, _): "dataset `\(dataset)` has no column \(Wording.quoted(name))"
        case .unknownFunction(let name, _): "\(Wording.quoted(name)) is not a function on records"
        case .wrongArguments(let function, let expected): "`\(function)` takes \(expected)"
        case .wrongKind(let expected, let found): "expected \(expected), not \(found)"
        case .incomparable(let left, let right): "\(left) cannot be compared with \(right)"
        case .noOrder(let kind): "\(kind) has no order: only `==` and `!=` compare it"
        case .notAllowedHere(let what, _): "\(what) has no meaning in a condition on records"
        case .unknownValue(let text, let column, _): "\(Wording.quoted(text)) is not one of the values of `\(column)`"
        case .personShown(let column):
            "`\(column)` refers to a person: it may be counted distinct, and nothing else"
        case .unknownDataset(let name, _): "there is no dataset \(Wording.quoted(name))"
        case .unknownLevel(let name, _): "there is no area level \(Wording.quoted(name))"
        case .unknownGrain(let name, _): "there is no grain \(Wording.quoted(name))"
        case .noAreaColumn(let dataset, let level):
            "dataset `\(dataset)` has no column of type area, so it cannot be told by \(level)"
        case .noSenders(let dataset, let level):
            "dataset `\(dataset)` does not say whose of \(level) a record without a place is"
        case .noDateColumn(let dataset): "dataset `\(dataset)` has no date, so it cannot be told by period"
        case .repeatedOutput(let name): "the query has two columns \(Wording.quoted(name))"
        case .quantileOutside(let part): "a quantile lies between 0 and 1, not at \(part)"
        case .stepNameTaken(let step, let dataset):
            "the record step \(Wording.quoted(step)) has the name of a column of dataset `\(dataset)`"
        case .repeatedStep(let step): "the query has two record steps \(Wording.quoted(step))"
        case .stepWithoutColumns(let step):
            "the record step \(Wording.quoted(step)) names no column whose values belong together"
        case .stepWithoutDate(let step, let dataset):
            "dataset `\(dataset)` has no date, so the record step \(Wording.quoted(step)) finds no order in it"
        case .stepDaysOutside(let step, let days, let most):
            "the record step \(Wording.quoted(step)) counts in \(days) days; it takes 1 to \(most)"
        case .stepMetresOutside(let step, let metres, let most):
            "the record step \(Wording.quoted(step)) has cells of \(metres) metres; it takes 1 to \(most)"
        case .stepNeedsNumber(let step, let column, let found):
            "the record step \(Wording.quoted(step)) needs degrees as a number, and `\(column)` is \(found)"
        }
    }

    public var remedy: String? {
        switch self {
        case .patternEscapes: "name files below the data folder, without `..` and without a leading `/`"
        case .fileCopied: "remove one of the two"
        case .fileVersions: "remove the version that no longer holds from the data folder"
        case .headerUnfit: "check the quotes in the file's first line, or save it anew as CSV"
        case .otherSeparator: "save it as CSV with commas"
        case .separatorLine: "remove the line"
        case .linkEscapes: "copy the file into the data folder"
        case .columnMissing: "correct the column's header in the dataset, or ask the source for the file in its old form"
        case .compressedDamaged, .parquetDamaged: "ask the source for the file anew"
        case .senderAbsent(_, _, let found) where nearMiss == nil && !found.isEmpty:
            "write the name under `senders` as the files do, or ask for its records; the files name " + Wording.list(found)
        case .senderAbsent: "write the name under `senders` as the files do, or ask for its records"
        case .incomplete:
            "complete the file; where the source leaves out what is none, take `complete` out of the dataset"
        case .fileBinary: "save it as CSV; where it is UTF-16, state `encoding: utf-16` in the dataset"
        case .mixedFormats: "narrow the patterns of `files`, or make a dataset of each"
        case .unaccounted: "check the quotes in the file, or save it anew as CSV with UTF-8"
        case .unknownFunction(_, let known) where nearMiss == nil: "known functions: " + Wording.list(known)
        case .unknownColumn(_, _, let columns) where nearMiss == nil: "known columns: " + Wording.list(columns)
        case .unknownValue(_, _, let values) where nearMiss == nil: "possible values: " + Wording.list(values)
        case .unknownLevel(_, let known) where nearMiss == nil: "known levels: " + Wording.list(known)
        case .unknownGrain(_, let known) where nearMiss == nil: "known grains: " + Wording.list(known)
        case .notAllowedHere(_, let instead): instead
        case .noSenders: "state who sends its records in `senders:`, or tell it for the whole"
        case .stepNameTaken, .repeatedStep: "give the record step a name of its own"
        case .stepWithoutColumns: "name the columns that say which person or place it is, in `of`"
        case .stepWithoutDate: "state the type of the column that dates a record: `date` or `moment`"
        case .stepNeedsNumber: "name columns of type number that hold longitude and latitude in degrees"
        default: nil
        }
    }
}
