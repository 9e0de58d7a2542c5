import Diagnostics
import Foundation

/// The stage `load`: the texts of the definition files.
enum DefinitionFiles {
    /// Every `*.yaml` file directly in the folder, in the order of their names. `tests` and `data` are folders of their own.
    ///
    /// - Returns: the files that could be read, and a diagnostic for each that could not.
    static func read(from folder: String) -> (files: [SourceFile], report: DiagnosticReport) {
        let collector = DiagnosticCollector()
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        } catch {
            let isThere = FileManager.default.fileExists(atPath: folder)
            collector.report(
                isThere
                    ? DefinitionProblem.unreadable(reason: Self.reason(error)) : .noDefinitions(folder: folder), inFile: folder)
            return ([], collector.finished)
        }
        let files = names.compactMap { name -> SourceFile? in
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            do {
                return SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
            } catch {
                collector.report(DefinitionProblem.unreadable(reason: Self.reason(error)), inFile: path)
                return nil
            }
        }
        return (files, collector.finished)
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? (error as NSError)).localizedDescription
    }
}
