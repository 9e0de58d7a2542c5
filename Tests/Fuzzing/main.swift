import Foundation
import Randomness

// Fuzzes the rule language and the reading of definition files from the shipped rules: `make fuzz`.
//
// Of every input must hold: no trap, an answer within two seconds, every finding with words and a place in its text, and of
// every rule that compiles, that it is judged and explained. The input stands in a file before it is tried, so that a
// trap or a hang leaves it there.

/// The longest that an input may take.
let longest = Duration.seconds(2)
/// After so many seconds in one input the process is ended, and leaves it.
let hang: UInt32 = 20

func run() throws {
    let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
    let corpus = try Corpus(rules: settings.rules)
    let inputs = FileManager.default.temporaryDirectory.appending(
        path: "beacon-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    print("seed \(settings.seed); the input at hand stands in \(inputs.path)")
    print("from \(corpus.rules.count) rules and examples, \(corpus.files.count) files, \(corpus.kpis.count) KPIs")
    // A trap takes what is not yet written with it.
    fflush(nil)
    var tally: [String: Int] = [:]
    var slowest = Duration.zero
    let start = ContinuousClock.now
    var trial = settings.only ?? 0
    repeat {
        alarm(hang)
        let random = SplitMix(seed: settings.seed, trial: trial)
        let begun: ContinuousClock.Instant
        do {
            if trial % 8 == 0 {
                let file = FileTrial(from: corpus, random)
                try Data(file.bytes).write(to: inputs)
                begun = .now
                for outcome in try file.run(against: corpus) { tally[outcome, default: 0] += 1 }
            } else {
                var rule = RuleTrial(from: corpus, random)
                try Data(rule.description.utf8).write(to: inputs)
                begun = .now
                for outcome in try rule.run(against: corpus) { tally[outcome, default: 0] += 1 }
            }
            let passed = ContinuousClock.now - begun
            slowest = max(slowest, passed)
            if passed > longest { throw Failure("took \(passed)") }
        } catch {
            let again = "--seed \(settings.seed) --try \(trial)"
            throw Failure(
                "\(error)\nin try \(trial) (again by \(again)), of \(inputs.path):\n"
                    // Escaped, since it may hold what a terminal would act on.
                    + String(decoding: try Data(contentsOf: inputs).prefix(2_000), as: UTF8.self).debugDescription)
        }
        trial += 1
    } while settings.only == nil && ContinuousClock.now - start < .seconds(settings.seconds)
    try FileManager.default.removeItem(at: inputs)
    print("\(settings.only == nil ? trial : 1) inputs, the slowest in \(slowest); no property failed. What came of them:")
    for (outcome, count) in tally.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("  \(outcome): \(count)") }
    let unjudged = Mutation.termNames.filter { tally["judges \($0)"] == nil }
    print("terms that no rule judged by: \(unjudged.isEmpty ? "none" : unjudged.joined(separator: ", "))")
}

do {
    try run()
} catch {
    print("FAILED: \(error)")
    exit(1)
}
