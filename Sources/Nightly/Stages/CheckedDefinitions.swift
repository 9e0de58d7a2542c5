public import Definitions
public import Diagnostics
import ModuleHost

/// The stage `check`: definitions held against the modules, and conditions on records against their datasets.
public struct CheckedDefinitions: Sendable {
    public var definitions: Definitions?
    public var report: DiagnosticReport
    var offers = ModuleOffers([:])

    /// Whether a module did not say what it offers, so that its KPIs could not be held against it.
    public var hasModuleFailure: Bool {
        report.diagnostics.contains { diagnostic in
            if case .moduleFailed = diagnostic.problem as? DefinitionProblem { true } else { false }
        }
    }
}

extension NightlySettings {
    /// Loads and checks the definitions, as `beacon check` does and as every run begins.
    ///
    /// - Parameters:
    ///   - isLinting: whether what a reviewer should know is told as well as what is wrong.
    ///   - isPlanning: whether the modules are asked for their queries, and these held against the datasets, as a run does
    ///     afterwards: what a parameter may be only its module knows.
    public func checkDefinitions(isLinting: Bool = true, isPlanning: Bool = false) async -> CheckedDefinitions {
        let roster = ModuleRoster(folders: moduleFolders, stateFolder: stateFolder)
        var checked = await checkDefinitions(DefinitionFiles.read(from: rulesFolder), roster, isLinting: isLinting)
        guard isPlanning, let definitions = checked.definitions else { return checked }
        let planned = await PlannedPriority.all(of: definitions, roster, checked.offers)
        for priority in planned { await priority.session?.close() }
        let problems = planned.flatMap { $0.problems(beside: definitions.partnership) }
        checked.report = DiagnosticReport(checked.report.diagnostics + problems)
        if checked.report.hasErrors { checked.definitions = nil }
        return checked
    }

    func checkDefinitions(
        _ read: (files: [SourceFile], report: DiagnosticReport), _ roster: ModuleRoster, isLinting: Bool = true
    ) async -> CheckedDefinitions {
        guard !read.report.hasErrors else { return CheckedDefinitions(definitions: nil, report: read.report) }
        let offers = await roster.offers()
        let lookups = LookupFiles(rulesFolder: rulesFolder, dataFolder: dataFolder).tables
        let loaded = await DefinitionsLoader(modules: offers, lookups: lookups, asOf: asOf, isLinting: isLinting)
            .loadSideBySide(read.files, from: rulesFolder)
        guard let definitions = loaded.definitions else {
            return CheckedDefinitions(definitions: nil, report: loaded.report)
        }
        return CheckedDefinitions(definitions: definitions, report: loaded.report, offers: offers)
    }
}
