public import Diagnostics
public import Measures
import ModuleKit
import YAMLText

/// Turns the texts of the definition files into definitions, or into everything that is wrong with them.
public struct DefinitionsLoader: Sendable {
    private let modules: ModuleOffers
    private let lookups: LookupTables
    private let asOf: CalendarDate
    private let isLinting: Bool

    /// - Parameters:
    ///   - modules: what the modules offer; KPIs are held against it.
    ///   - lookups: the tables that `areas:` may take its areas from.
    ///   - asOf: the day against which review dates are held.
    ///   - isLinting: whether what a reviewer should know is told as well as what is wrong.
    public init(modules: ModuleOffers, lookups: LookupTables = .none, asOf: CalendarDate, isLinting: Bool = true) {
        self.modules = modules
        self.lookups = lookups
        self.asOf = asOf
        self.isLinting = isLinting
    }

    /// Reads all files.
    ///
    /// - Parameters:
    ///   - files: `partnership.yaml` and a file for each priority, in any order.
    ///   - folder: the folder's name, for messages about what isn't there.
    /// - Returns: the definitions, nil where any file holds an error; and every problem of every file.
    public func load(
        _ files: [SourceFile], from folder: String
    ) -> (definitions: Definitions?, report: DiagnosticReport) {
        let (partnership, others) = partnership(of: files)
        return assembled(partnership, others.map { priority($0, beside: partnership.value) }, from: folder)
    }

    /// As `load`, with the priorities' files read side by side.
    public func loadSideBySide(
        _ files: [SourceFile], from folder: String
    ) async -> (definitions: Definitions?, report: DiagnosticReport) {
        let (partnership, others) = partnership(of: files)
        let read = await withTaskGroup(of: (Int, ReadPriority).self) { group in
            for (place, file) in others.enumerated() {
                group.addTask { (place, priority(file, beside: partnership.value)) }
            }
            var read: [(Int, ReadPriority)] = []
            for await one in group { read.append(one) }
            return read.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return assembled(partnership, read, from: folder)
    }

    /// A file that was read: its value, nil where it holds none, and what is wrong with it.
    private struct Read<Value: Sendable>: Sendable {
        var value: Value?
        var diagnostics: [Diagnostic]
        /// What a reviewer should know, told where nothing is wrong with any file.
        var lints: [Diagnostic] = []
        /// Whether there was a file at all.
        var isThere = true
    }

    private typealias ReadPriority = Read<Priority>

    private func partnership(of files: [SourceFile]) -> (Read<Partnership>, others: [SourceFile]) {
        let ordered = files.sorted { $0.path < $1.path }
        let others = ordered.filter { !Self.isPartnership($0.path) }
        guard let file = ordered.first(where: { Self.isPartnership($0.path) }) else {
            return (Read(diagnostics: [], isThere: false), others)
        }
        let document = YAMLDocument(parsing: file)
        let collector = DiagnosticCollector(document.diagnostics)
        var context = ReadingContext(collector: collector, modules: modules)
        context.lookups = lookups
        let partnership = document.root.flatMap(context.partnership)
        let lints = DiagnosticCollector()
        if isLinting, let partnership { Lint.run(over: partnership, inFile: file.path, reporting: lints) }
        return (Read(value: partnership, diagnostics: collector.diagnostics, lints: lints.diagnostics), others)
    }

    /// Without areas and groups a priority is read all the same, so that all that is wrong is told in one go.
    private func priority(_ file: SourceFile, beside partnership: Partnership?) -> ReadPriority {
        let document = YAMLDocument(parsing: file)
        let collector = DiagnosticCollector(document.diagnostics)
        var context = ReadingContext(collector: collector, modules: modules)
        context.knowsPartnership = partnership != nil
        let priority = document.root.flatMap {
            context.priority($0, path: file.path, partnership: partnership ?? .unread)
        }
        let lints = DiagnosticCollector()
        if isLinting, let priority, let partnership, !collector.hasErrors {
            Lint.run(over: priority, of: partnership, asOf: asOf, reporting: lints)
        }
        return Read(value: priority, diagnostics: collector.diagnostics, lints: lints.diagnostics)
    }

    private func assembled(
        _ partnership: Read<Partnership>, _ read: [ReadPriority], from folder: String
    ) -> (definitions: Definitions?, report: DiagnosticReport) {
        let collector = DiagnosticCollector(partnership.diagnostics + read.flatMap(\.diagnostics))
        guard partnership.isThere || !read.isEmpty else {
            collector.report(DefinitionProblem.noDefinitions(folder: folder), inFile: folder)
            return (nil, collector.finished)
        }
        if !partnership.isThere {
            collector.report(DefinitionProblem.noPartnership(folder: folder), inFile: folder)
        }
        let known = partnership.value ?? .unread
        let priorities = read.compactMap(\.value)
        reportRepeats(priorities, beside: known, collector)
        reportRoutes(known.delivery, priorities, isWhole: read.allSatisfy { $0.value != nil }, collector)
        let definitions = Definitions(partnership: known, priorities: priorities)
        if isLinting, !collector.hasErrors {
            collector.report(contentsOf: partnership.lints + read.flatMap(\.lints))
            Lint.run(over: definitions, reporting: collector)
        }
        return (collector.hasErrors ? nil : definitions, collector.finished)
    }

    /// Priorities that a route names and no file defines; not told where a file could not be read, which may be theirs.
    private func reportRoutes(
        _ plan: DeliveryPlan, _ priorities: [Priority], isWhole: Bool, _ collector: DiagnosticCollector
    ) {
        let known = priorities.map(\.id)
        guard isWhole else { return }
        for (name, span) in plan.routes.flatMap(\.priorityPlaces) where !known.contains(name) {
            collector.report(DefinitionProblem.unknown(.priority, name, known: known), at: span)
        }
    }

    private static func isPartnership(_ path: String) -> Bool {
        path == "partnership.yaml" || path.hasSuffix("/partnership.yaml")
    }

    /// Ids that are used across the files: KPIs and datasets have one namespace each, since the store and the warehouse know
    /// them by id alone.
    private func reportRepeats(
        _ priorities: [Priority], beside partnership: Partnership, _ collector: DiagnosticCollector
    ) {
        var priorityIDs: Set<String> = []
        var rules: Set<String> = []
        var kpis: Set<String> = []
        var datasets = Set(partnership.datasets.map(\.name))
        for priority in priorities {
            if !priorityIDs.insert(priority.id).inserted {
                collector.report(DefinitionProblem.definedTwice(.priority, priority.id), inFile: priority.path)
            }
            for kpi in priority.kpis where !kpis.insert(kpi.id).inserted {
                collector.report(DefinitionProblem.definedTwice(.KPI, kpi.id), at: kpi.span)
            }
            for rule in priority.rules where !rules.insert(rule.id).inserted {
                collector.report(DefinitionProblem.definedTwice(.rule, rule.id), at: rule.span)
            }
            for dataset in priority.datasets where !datasets.insert(dataset.name).inserted {
                collector.report(DefinitionProblem.definedTwice(.dataset, dataset.name), inFile: priority.path)
            }
        }
    }
}

extension Partnership {
    /// Stands where `partnership.yaml` could not be read.
    fileprivate static let unread = Partnership(
        name: "", geography: Geography(levels: [], areas: [], placements: []), audiences: [], bodies: [], datasets: [])
}
