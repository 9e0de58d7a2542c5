import Foundation

// Times of the whole command, release build, on the bundled rules, figures and made records: `make bench`.
// A run with nothing changed is to take under 1 s, a check under 0.2 s.

let program = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ".build/release/beacon"
let runs = 7
let scratch = FileManager.default.temporaryDirectory.appending(
    path: "beacon-bench-\(ProcessInfo.processInfo.processIdentifier)")
try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: scratch) }

/// Seconds of wall time that the command took.
func seconds(_ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let passed = ContinuousClock.now - start
    guard process.terminationStatus == 0 || process.terminationStatus == 4 else {
        fatalError("beacon \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
}

nonisolated(unsafe) var missed = false  // Only the main thread runs.

func report(_ name: String, _ times: [Double], atMost bound: Double?) {
    let sorted = times.sorted()
    let median = sorted[sorted.count / 2]
    func text(_ value: Double) -> String { String(format: "%.3f s", value) }
    if let bound, median >= bound { missed = true }
    let verdict = bound.map { " (bound \(text($0)): \(median < $0 ? "held" : "NOT HELD"))" } ?? ""
    print("\(name): median \(text(median)), least \(text(sorted[0])), greatest \(text(sorted[sorted.count - 1]))\(verdict)")
}

let state = ["--state", scratch.appending(path: "state").path, "--as-of", "2024-08-05"]
let out = ["--out", scratch.appending(path: "out").path]
report("run, nothing stored before", [try seconds(["run", "--quiet"] + state + out)], atMost: nil)
report("run, nothing changed", try (0..<runs).map { _ in try seconds(["run", "--quiet"] + state + out) }, atMost: 1)
report("check", try (0..<runs).map { _ in try seconds(["check"] + state) }, atMost: 0.2)
defer { if missed { exit(1) } }
report("explain", try (0..<runs).map { _ in try seconds(["explain", "syv_rise"] + state) }, atMost: nil)
