import Foundation

/// The same thresholds on the same series, as whole processes: `beacon test` beside `promtool test rules`, `beacon check` beside
/// `promtool check rules`. Both read their YAML, evaluate every rule in each of sixty periods, and compare with what is
/// expected of every rule in the last of them.
struct PromtoolComparison {
    let program: String
    let promtool: String
    let rules: BenchRules

    struct Times {
        var check: [Double] = []
        var test: [Double] = []
        var theirCheck: [Double] = []
        var theirTest: [Double] = []
    }

    func times(_ expectations: [BenchRules.Expectation], in scratch: URL) async throws -> Times {
        let folder = scratch.appending(path: "rules")
        try FileManager.default.createDirectory(at: folder.appending(path: "tests"), withIntermediateDirectories: true)
        for file in rules.definitions { try write(file.text, to: folder.appending(path: file.name)) }
        try write(rules.tests(expectations), to: folder.appending(path: "tests/all.yaml"))
        try write(rules.prometheusRules, to: scratch.appending(path: "prometheus.yaml"))
        try write(
            rules.prometheusTests(rulesFile: "prometheus.yaml", expectations), to: scratch.appending(path: "tests.yaml"))

        let definitions = ["--rules", folder.path, "--state", scratch.appending(path: "rules-state").path]
        // The first run asks the modules what they offer; their answers are kept.
        _ = try await Stopwatch.seconds(running: program, ["check"] + definitions)
        var times = Times()
        for _ in 0..<5 {
            times.check.append(try await Stopwatch.seconds(running: program, ["check"] + definitions))
            times.test.append(try await Stopwatch.seconds(running: program, ["test"] + definitions))
            times.theirCheck.append(
                try await Stopwatch.seconds(
                    running: promtool, ["check", "rules", scratch.appending(path: "prometheus.yaml").path]))
        }
        times.theirTest = [
            try await Stopwatch.seconds(
                running: promtool, ["test", "rules", scratch.appending(path: "tests.yaml").path], accepted: [0])
        ]
        return times
    }

    private func write(_ text: String, to place: URL) throws {
        try text.write(to: place, atomically: false, encoding: .utf8)
    }
}
