public import Diagnostics
import Foundation

/// The files of rule tests: every YAML file of the folder `tests` beside the definitions.
public enum RuleTestFiles {
    /// - Returns: the files that could be read, and a diagnostic for each that could not; that there are none is one too, since a gate
    ///   that tests nothing must not pass.
    public static func read(besides rulesFolder: String) -> (files: [SourceFile], report: DiagnosticReport) {
        let folder = rulesFolder.hasSuffix("/") ? rulesFolder + "tests" : "\(rulesFolder)/tests"
        let read =
            FileManager.default.fileExists(atPath: folder)
            ? DefinitionFiles.read(from: folder) : (files: [], report: DiagnosticReport([]))
        guard read.files.isEmpty, read.report.isEmpty else { return read }
        return ([], DiagnosticReport([Diagnostic(RuleTestProblem.noTests(folder: folder), inFile: folder)]))
    }
}
