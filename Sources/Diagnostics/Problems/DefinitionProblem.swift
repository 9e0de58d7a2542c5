/// What can be wrong with definitions that are sound YAML with the right keys: references that lead nowhere, and values that
/// do not fit one another.
public enum DefinitionProblem: Problem, Equatable {
    // Files.
    case noDefinitions(folder: String)
    case noPartnership(folder: String)
    case unreadable(reason: String)
    case formatVersion(found: Int, known: Int)
    case definedTwice(Reference, String)
    case unfitID(Reference, String)

    // References.
    case unknown(Reference, String, known: [String])
    case moduleFailed(module: String, reason: String)
    case patternLeavesDataFolder(String)

    // Indicators.
    case unknownParameter(String, indicator: String, known: [String])
    case missingParameter(String, indicator: String)
    case missingDataset(String, indicator: String, columns: [String])
    case missingColumn(String, dataset: String, indicator: String)
    case wrongColumnType(String, dataset: String, found: String, expected: String)
    case unitNotOffered(unit: String, indicator: String, offer: String)
    /// What only the module knows of a KPI's parameters.
    case moduleRefuses(module: String, kpi: String, reason: String)
    case levelHoldsNone(String, indicator: String, small: String, holding: [String])
    case levelWithoutSenders(String, indicator: String, dataset: String, told: [String])
    case noStandardLevel(String, indicator: String, parameter: String, known: [String])

    // Values.
    case unknownUnit(String)
    case noSuchPeriod(String)
    case notMonth(String)
    case notFigure(String, unit: String)
    case notTolerance(String, unit: String)
    case toleranceWithoutDirection
    case statusWithoutDirection(kpi: String)
    case statusWithoutBound(kpi: String)
    case periodsOutOfOrder(first: String, second: String, mayBeEqual: Bool = false)
    case areaTwice(String)
    case secondWhole(String)
    case reportsToItself(String)
    case levelNotOfKPI(String, kpi: String)
    case foldsNothing(String, levels: [String])
    case foldsGraver(String, severity: String, than: String)

    public enum Reference: String, Sendable {
        case group, body, audience, priority, KPI, rule, indicator, dataset, column, area, level, theme, module, channel, route

        var words: String {
            switch self {
            case .group: "thematic group"
            case .body: "group or board"
            case .KPI: "KPI"
            default: rawValue
            }
        }

        var plural: String {
            switch self {
            case .body: "groups and boards"
            case .priority: "priorities"
            default: words + "s"
            }
        }
    }
}

extension DefinitionProblem {
    public var code: String {
        switch self {
        case .noDefinitions: "no-definitions"
        case .noPartnership: "no-partnership"
        case .unreadable: "unreadable-file"
        case .formatVersion: "format-version"
        case .definedTwice: "defined-twice"
        case .unfitID: "unfit-id"
        case .unknown(let reference, _, _): "unknown-\(reference.rawValue.lowercased())"
        case .moduleFailed: "module-failed"
        case .patternLeavesDataFolder: "outside-data-folder"
        case .unknownParameter: "unknown-parameter"
        case .missingParameter: "missing-parameter"
        case .missingDataset: "missing-dataset"
        case .missingColumn: "missing-column"
        case .wrongColumnType: "column-type"
        case .unitNotOffered: "unit-not-offered"
        case .moduleRefuses: "module-refuses"
        case .levelHoldsNone, .levelWithoutSenders: "level-not-offered"
        case .noStandardLevel: "unknown-level"
        case .unknownUnit: "unknown-unit"
        case .noSuchPeriod: "no-such-period"
        case .notMonth: "not-a-month"
        case .notFigure: "not-a-figure"
        case .notTolerance: "not-a-tolerance"
        case .toleranceWithoutDirection: "tolerance-without-direction"
        case .statusWithoutDirection: "status-without-direction"
        case .statusWithoutBound: "status-without-bound"
        case .periodsOutOfOrder: "periods-out-of-order"
        case .areaTwice: "area-twice"
        case .secondWhole: "second-borough"
        case .reportsToItself: "reports-to-itself"
        case .levelNotOfKPI: "level-not-of-kpi"
        case .foldsNothing: "folds-nothing"
        case .foldsGraver: "folds-graver"
        }
    }

    public var severity: Severity {
        switch self {
        case .moduleFailed: .warning
        default: .error
        }
    }

    public var words: String {
        switch self {
        case .noDefinitions(let folder): "`\(folder)` holds no definition files"
        case .noPartnership(let folder): "`\(folder)` holds no `partnership.yaml`"
        case .unreadable(let reason): "the file cannot be read: \(reason)"
        case .formatVersion(let found, let known): "the format version is \(found); this Beacon reads version \(known)"
        case .definedTwice(let reference, let id): "the \(reference.words) `\(id)` is defined in another file too"
        case .unfitID(let reference, let id): "`\(id)` cannot be the id of a \(reference.words)"
        case .unknown(let reference, let name, _): "there is no \(reference.words) `\(name)`"
        case .moduleFailed(let module, let reason): "the module `\(module)` did not say what it offers: \(reason)"
        case .patternLeavesDataFolder(let pattern): "the pattern `\(pattern)` leads out of the data folder"
        case .unknownParameter(let name, let indicator, _): "`\(indicator)` has no parameter `\(name)`"
        case .missingParameter(let name, let indicator): "`\(indicator)` needs the parameter `\(name)`"
        case .missingDataset(let name, let indicator, _): "`\(indicator)` reads the dataset `\(name)`, which is not defined"
        case .missingColumn(let column, let dataset, let indicator):
            "`\(indicator)` reads the column `\(column)`, which the dataset `\(dataset)` does not have"
        case .wrongColumnType(let column, let dataset, let found, let expected):
            "the column `\(column)` of `\(dataset)` holds \(found), and \(expected) is read from it"
        case .unitNotOffered(let unit, let indicator, let offer): "`\(indicator)` is told in \(offer), not in \(unit)"
        case .moduleRefuses(let module, let kpi, let reason):
            "the module `\(module)` can't tell the KPI `\(kpi)`: \(reason)"
        case .levelHoldsNone(let level, let indicator, let small, _):
            "`\(indicator)` compares areas of the level `\(small)`, and no area of `\(level)` holds such"
        case .levelWithoutSenders(let level, let indicator, let dataset, _):
            "`\(indicator)` counts records without a place, and `\(dataset)` does not say of which `\(level)` they are"
        case .noStandardLevel(let level, let indicator, _, _):
            "`\(indicator)` compares areas of the level `\(level)`, which `areas:` does not define"
        case .unknownUnit(let text): "there is no unit `\(text)`"
        case .noSuchPeriod(let text): "there is no period `\(text)`"
        case .notMonth(let text): "`\(text)` is not a month"
        case .notFigure(let text, let unit): "`\(text)` is not a figure in \(unit)"
        case .notTolerance(let text, _): "`\(text)` is not a tolerance"
        case .toleranceWithoutDirection:
            "the KPI is neither better low nor high, so no figure is off its target on the wrong side"
        case .statusWithoutDirection(let kpi): "`\(kpi)` is neither better low nor high, so it has no red, amber or green"
        case .statusWithoutBound(let kpi): "`\(kpi)` has no target, and nothing says what is red"
        case .periodsOutOfOrder(let first, let second, let mayBeEqual):
            mayBeEqual ? "\(first) must not lie after \(second)" : "\(first) must lie before \(second)"
        case .areaTwice(let code): "the area `\(code)` is defined twice"
        case .secondWhole(let code): "`borough` names one area, and `\(code)` is a second"
        case .reportsToItself(let id): "`\(id)` reports to itself"
        case .levelNotOfKPI(let level, let kpi): "`\(kpi)` is not told by \(level)"
        case .foldsNothing(let rule, let levels): "`\(rule)` judges no level below \(Wording.list(levels)), so nothing of it can be folded"
        case .foldsGraver(let rule, let severity, let own):
            "`\(rule)` is of severity \(severity), and would be folded under a rule of severity \(own)"
        }
    }

    public var remedy: String? {
        switch self {
        case .unknown(let reference, _, let known) where nearMiss == nil && !known.isEmpty && known.count <= 40:
            "\(reference.plural): " + Wording.list(known)
        case .unknownParameter(_, _, let known) where nearMiss == nil && !known.isEmpty: "parameters: " + Wording.list(known)
        case .unknownParameter(_, let indicator, let known) where known.isEmpty: "`\(indicator)` takes none"
        case .missingDataset(_, _, let columns): "define it under `datasets:` with the columns " + Wording.list(columns)
        case .levelHoldsNone(_, _, let small, let levels) where levels.isEmpty:
            "`\(small)` is the largest level: name a smaller one"
        case .levelHoldsNone(_, _, _, let levels), .levelWithoutSenders(_, _, _, let levels):
            "it can be told by: " + Wording.list(levels)
        case .noStandardLevel(_, _, let parameter, let known): "name one in `\(parameter)`: " + Wording.list(known)
        case .unknownUnit:
            "units: `count`, `percent`, `change`, `points`, `index`, `money`, `days`, or a rate such as `per 1,000 people`"
        case .notMonth: "write year and month: 2024-03"
        case .noSuchPeriod: "write 2024-03, 2024 Q1, 2024 or 2023/24"
        case .notFigure(_, "percent"): "write it with its sign: 10%"
        case .notTolerance(_, "points"): "write `10% of target`, or `5 points`"
        case .notTolerance(_, let unit): "write `10% of target`, or a figure in \(unit)"
        case .foldsNothing: "name a rule that judges smaller areas, or the rule itself where it judges some by `by:`"
        case .foldsGraver: "fold only what is as severe or less, or raise this rule's `severity`"
        case .statusWithoutBound: "give the KPI a `target:`, or state `red:`"
        case .toleranceWithoutDirection, .statusWithoutDirection: "state `better: lower` or `better: higher`"
        case .unfitID(.KPI, _), .unfitID(.rule, _), .unfitID(.dataset, _):
            "use at most 100 small letters, digits and `_`, beginning with a letter: it is a name of the rule language"
        case .unfitID: "use at most 100 small letters, digits, `-` and `_`, beginning with a letter"
        case .patternLeavesDataFolder: "name files below the data folder only, without `..` and without a leading `/`"
        default: nil
        }
    }

    public var nearMiss: String? {
        switch self {
        case .unknown(_, let name, let known), .unknownParameter(let name, _, let known):
            Spelling.nearMiss(for: name, among: known)
        default: nil
        }
    }
}
