public import Definitions
public import Diagnostics

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
    /// - Parameter isLinting: whether what a reviewer should know is told as well as what is wrong.
    public func checkDefinitions(isLinting: Bool = true) async -> CheckedDefinitions {
        let roster = ModuleRoster(folders: moduleFolders, stateFolder: stateFolder)
        return await checkDefinitions(DefinitionFiles.read(from: rulesFolder), roster, isLinting: isLinting)
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
