import ArgumentParser
import Definitions
import Diagnostics
import Nightly
import RuleTesting

/// `beacon test`: the rule tests of the rules folder.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the rule tests of the folder tests beside the rules, without data.")

    @OptionGroup var options: DefinitionOptions

    @Option(help: ArgumentHelp("Run only the expectations of this rule; may be given several times.", valueName: "RULE"))
    var only: [String] = []

    @Flag(help: "Tell for each rule what the tests exercise of it.")
    var coverage = false

    @Option(
        help: ArgumentHelp("The coverage that there has to be, as 98% or 99.5%; less ends with 3.", valueName: "PERCENT"),
        transform: { text in
            guard let required = RequiredCoverage(text) else {
                throw ValidationError("'\(text)' is not a percentage from 0% to 100%; write 98% or 99.5%")
            }
            return required
        })
    var require: RequiredCoverage?

    @OptionGroup var reporting: ReportFormatOption

    func run() async throws {
        let (files, unreadable) = RuleTestFiles.read(besides: options.rules)
        async let documents = RuleTestDocuments(parsing: files)
        let checked = await options.settings().checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else {
            reporting.write(checked.report)
            throw CommandEnd(code: .definitions)
        }
        if let stray = only.first(where: { definitions.rule($0) == nil }) {
            let nearMiss = Spelling.nearMiss(for: stray, among: definitions.rules.map(\.id))
            throw CommandEnd(
                reporting: .usage(
                    words: "there is no rule `\(stray)`",
                    remedy: nearMiss.map { "did you mean `\($0)`?" } ?? "`--only` takes the id of a rule"))
        }
        let (tests, report) = RuleTestReader(definitions).read(await documents)
        let outcomes = await RuleTestRunner(definitions).outcomes(of: tests, only: Set(only))
        let results = RuleTestResults(
            outcomes: outcomes, problems: DiagnosticReport(unreadable.diagnostics + report.diagnostics))
        reporting.write(results.report)
        reporting.tell(results.summary)
        var isEnough = true
        if coverage || require != nil {
            let told = RuleCoverage(of: definitions, by: outcomes.flatMap(\.outcomes), only: Set(only))
            reporting.tell(told.lines(all: coverage).joined(separator: "\n"))
            isEnough = require.map { told.reaches(hundredthsOfPercent: $0.hundredths) } ?? true
        }
        if results.report.hasErrors || !isEnough { throw CommandEnd(code: .definitions) }
    }
}
