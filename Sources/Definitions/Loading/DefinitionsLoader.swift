public import Diagnostics
public import Measures
import ModuleKit
import YAMLText

/// Turns the texts of the definition files into definitions, or into everything that is wrong with them.
public struct DefinitionsLoader {
    private let modules: ModuleOffers
    private let asOf: CalendarDate

    /// - Parameters:
    ///   - modules: what the modules offer; KPIs are held against it.
    ///   - asOf: the day against which review dates are held.
    public init(modules: ModuleOffers, asOf: CalendarDate) {
        self.modules = modules
        self.asOf = asOf
    }

    /// The id of each module that the priority files name, by a first look that reports nothing: the host asks these for
    /// their manifests before the files are read in earnest.
    public static func modulesNamed(in files: [SourceFile]) -> [String] {
        var ids: [String] = []
        for file in files where !isPartnership(file.path) {
            guard let id = YAMLDocument(parsing: file).root?.mapping?["module"]?.scalarText, !ids.contains(id) else {
                continue
            }
            ids.append(id)
        }
        return ids
    }

    /// Reads all files.
    ///
    /// - Parameters:
    ///   - files: `partnership.yaml` and a file for each priority, in any order.
    ///   - folder: the folder's name, for messages about what isn't there.
    /// - Returns: the definitions, nil where any file holds an error; and every problem of every file.
    public func load(_ files: [SourceFile], from folder: String) -> (definitions: Definitions?, report: DiagnosticReport) {
        let collector = DiagnosticCollector()
        var context = ReadingContext(collector: collector, modules: modules)
        var nodes: [(file: SourceFile, node: YAMLNode)] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let document = YAMLDocument(parsing: file)
            collector.report(contentsOf: document.diagnostics)
            if let root = document.root { nodes.append((file, root)) }
        }
        guard !files.isEmpty else {
            collector.report(DefinitionProblem.noDefinitions(folder: folder), inFile: folder)
            return (nil, collector.finished)
        }
        if !files.contains(where: { Self.isPartnership($0.path) }) {
            collector.report(DefinitionProblem.noPartnership(folder: folder), inFile: folder)
        }
        // Without areas and groups the priorities are read all the same, so that all that is wrong is told in one go.
        let partnership = nodes.first { Self.isPartnership($0.file.path) }.flatMap { context.partnership($0.node) }
        context.knowsPartnership = partnership != nil
        let known = partnership ?? .unread
        let priorities = nodes.filter { !Self.isPartnership($0.file.path) }.compactMap { entry in
            context.priority(entry.node, path: entry.file.path, partnership: known)
        }
        reportRepeats(priorities, beside: known, collector)
        let definitions = Definitions(partnership: known, priorities: priorities)
        if !collector.hasErrors { Lint.run(over: definitions, asOf: asOf, reporting: collector) }
        return (collector.hasErrors ? nil : definitions, collector.finished)
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
