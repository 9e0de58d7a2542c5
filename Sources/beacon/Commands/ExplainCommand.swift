import ArgumentParser
import Diagnostics
import Foundation
import Measures
import Nightly

/// `beacon explain`: why a rule fired, or why it did not, and how a KPI stands.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a rule fired or did not, or how a KPI stands, from the observations last stored.")

    @OptionGroup var options: DefinitionOptions

    @Argument(help: "The id of a rule, or of a KPI that has a `rag`.")
    var name: String

    @Option(help: "An area, by code or name; every one that is judged unless given.")
    var area: String?

    @Option(
        help: "A period, as 2023/24, 2024-03, '2024 Q1' or 2024; the latest that is due unless given.",
        transform: { text in
            guard let period = Period(text) else {
                throw ValidationError("'\(text)' is not a period; write 2023/24, 2024-03, '2024 Q1' or 2024")
            }
            return period
        })
    var period: Period?

    @Option(help: "text or json.")
    var format = ExplanationFormat.text

    enum ExplanationFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() async throws {
        let explanations: [Explained]
        do throws(RunFailure) {
            explanations = try await Explaining(settings: options.settings())
                .explain(name, area: area, period: period)
        } catch {
            throw CommandEnd(reporting: error)
        }
        switch format {
        case .text: Terminal.result(explanations.flatMap(\.lines).joined(separator: "\n"))
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Terminal.result(
                JSONText.withoutRawDirections(String(decoding: try encoder.encode(explanations), as: UTF8.self)))
        }
    }
}
