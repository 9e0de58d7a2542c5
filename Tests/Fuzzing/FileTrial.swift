import Definitions
import Diagnostics
import Measures
import ModuleKit
import Randomness
import RuleLanguage
import YAMLText

/// One whole definition file, changed, read beside `partnership.yaml`.
struct FileTrial: CustomStringConvertible {
    var files: [SourceFile]
    private let changed: SourceFile

    init(from corpus: Corpus, _ stream: SplitMix) {
        var random = stream
        let original = random.one(of: corpus.files)
        // A splice from another file brings keys and places that this one does not have.
        let texts = corpus.files.map(\.bytes) + corpus.conditions.map { Array($0.utf8) }
        let names = corpus.kpis.map { Array($0.name.utf8) }
        let mutation = Mutation(texts: texts, names: names, isWild: random.happens(3, in: 4))
        changed = SourceFile(path: original.path, bytes: mutation.changed(original.bytes, &random))
        files = [changed]
        let partner = original.path == "partnership.yaml" ? "road-safety.yaml" : "partnership.yaml"
        files += corpus.files.filter { $0.path == partner }
    }

    var bytes: [UInt8] { changed.bytes }
    var description: String { "\(changed.path), \(changed.bytes.count) bytes" }

    /// What came of it, for the tally.
    func run(against corpus: Corpus) throws -> [String] {
        var offers: [String: ModuleOffers.Offer] = [:]
        for manifest in corpus.manifests { offers[manifest.id] = .manifest(manifest) }
        let loader = DefinitionsLoader(modules: ModuleOffers(offers), asOf: CalendarDate(daysSince1970: 19_900))
        let (definitions, report) = loader.load(files, from: "Rules")
        guard (definitions == nil) == report.hasErrors else { throw Failure("loaded with errors, or refused without one") }
        for diagnostic in report.diagnostics {
            guard !diagnostic.problem.code.isEmpty, !diagnostic.problem.words.isEmpty else {
                throw Failure("\(diagnostic.problem) has no words")
            }
            guard diagnostic.place != .nowhere else { throw Failure("\(diagnostic.problem.code) has no place") }
        }
        for format in DiagnosticFormat.allCases where !report.isEmpty {
            guard !report.rendered(as: format).isEmpty else { throw Failure("a report is empty as \(format.rawValue)") }
        }
        for rule in definitions?.priorities.flatMap(\.rules) ?? [] { try RuleTrial.checkOrder(of: rule.program) }
        return definitions == nil ? report.diagnostics.map(\.problem.code) : ["loaded"]
    }
}
