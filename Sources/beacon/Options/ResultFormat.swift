import ArgumentParser
import Diagnostics
import Foundation

/// How a command writes its result.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct ResultFormatOption: ParsableArguments {
    @Option(help: "text or json.")
    var format = ResultFormat.text

    /// Writes a result as words, or as JSON. Of what results hold, nothing can fail to be encoded.
    func write(_ value: some Encodable, text: @autoclosure () -> String) {
        switch format {
        case .text: Terminal.result(text())
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Terminal.result(
                JSONText.withoutRawDirections(String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self)))
        }
    }
}
