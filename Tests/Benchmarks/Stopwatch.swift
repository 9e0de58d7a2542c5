import Foundation

/// Times things, prints what it found, and remembers whether a bound was missed.
struct Stopwatch {
    private(set) var missedBound = false

    /// Seconds of wall time that some work took.
    static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        let passed = ContinuousClock.now - start
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    }

    /// Seconds of wall time of a whole process.
    ///
    /// - Parameter accepted: the exit codes that mean that the work was done.
    static func seconds(
        running program: String, _ arguments: [String], accepted: Set<Int32> = [0, 4]
    ) async throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let seconds = try await seconds {
            try process.run()
            process.waitUntilExit()
        }
        guard accepted.contains(process.terminationStatus) else {
            throw BenchFailure("\(program) \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
        return seconds
    }

    mutating func report(_ name: String, _ times: [Double], atMost bound: Double? = nil) {
        let sorted = times.sorted()
        let median = Self.median(times)
        let held = bound.map { median < $0 } ?? true
        missedBound = missedBound || !held
        let verdict = bound.map { " (bound \(Self.text($0)): \(held ? "held" : "NOT HELD"))" } ?? ""
        let spread =
            times.count > 1 ? ", least \(Self.text(sorted[0])), greatest \(Self.text(sorted[sorted.count - 1]))" : ""
        print("\(name): \(times.count > 1 ? "median " : "")\(Self.text(median))\(spread)\(verdict)")
    }

    /// Memory in MB (1,000,000 bytes).
    mutating func report(_ name: String, megabytes: Double, atMost bound: Double? = nil) {
        let held = bound.map { megabytes < $0 } ?? true
        missedBound = missedBound || !held
        let verdict = bound.map { String(format: " (bound %.0f MB: ", $0) + (held ? "held)" : "NOT HELD)") } ?? ""
        print("\(name): \(String(format: "%.0f MB", megabytes))\(verdict)")
    }

    /// A ratio of two times of the same run.
    mutating func report(_ name: String, ratio: Double, atLeast least: Double? = nil, atMost most: Double? = nil) {
        let held = (least.map { ratio >= $0 } ?? true) && (most.map { ratio <= $0 } ?? true)
        missedBound = missedBound || !held
        let bound = least.map { "at least \($0)" } ?? most.map { "at most \($0)" } ?? ""
        print("\(name): \(String(format: "%.2f", ratio)) times (\(bound): \(held ? "held" : "NOT HELD"))")
    }

    static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

    private static func text(_ value: Double) -> String { String(format: "%.3f s", value) }
}

struct BenchFailure: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
