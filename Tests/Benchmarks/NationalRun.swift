import Foundation
import NationalRules

/// The whole command on all forces' street crime: every indicator of `high-harm-areas` that the records can feed, for every
/// community safety partnership, by month and quarter.
struct NationalRun {
    /// What a run took.
    struct Measured {
        /// Seconds of wall time.
        var seconds: Double
        /// Seconds of processor time, of the host and all that it started.
        var processorSeconds: Double
        /// The stages in their order, with the seconds of wall time that the run tells of each.
        var stages: [(name: String, seconds: Double)]
        /// Resident memory of all together in MB, when it was the most.
        var memory: Double
        /// The most of each program in MB, by its name; not all at one moment.
        var memoryByProgram: [String: Double]
    }

    /// How often the memory is looked at, in milliseconds.
    static let interval = 10

    private let program: String
    private let folder: URL
    private let data: URL

    /// The folder of real open data beside the project; nil where it does not hold the national file.
    static var data: URL? {
        StreetCrime.folder.flatMap { folder in
            let file = folder.appending(path: "national/street.parquet")
            return FileManager.default.fileExists(atPath: file.path) ? folder : nil
        }
    }

    private static let rules = """
        rules:
          crime_rise:
            title: Crime in a partnership rises over 10%
            owner: Community safety analyst
            review: 2027-03-31
            severity: medium
            on: quarter
            by: partnership
            when: change(crime) > 10%
            given: "significant(change(crime), at: 99%)"
            message: "{area}: {year_before(crime)} → {crime} crimes in {period} ({change(crime)})"

        """

    init(_ program: String, data: URL, in scratch: URL) throws {
        self.program = program
        self.data = data
        folder = scratch.appending(path: "national")
        let definitions = folder.appending(path: "rules")
        try FileManager.default.createDirectory(at: definitions, withIntermediateDirectories: true)
        try NationalRules.partnership.write(
            to: definitions.appending(path: "partnership.yaml"), atomically: false, encoding: .utf8)
        try NationalRules.priority(NationalKPI.all, rules: Self.rules).write(
            to: definitions.appending(path: "high-harm-areas.yaml"), atomically: false, encoding: .utf8)
    }

    /// Runs on what the runs before have stored.
    func run() async throws -> Measured {
        let log = folder.appending(path: "log")
        try Data().write(to: log)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "run", "--rules", folder.appending(path: "rules").path, "--data", data.path,
            "--state", folder.appending(path: "state").path, "--out", folder.appending(path: "out").path,
            "--as-of", "2026-01-31",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        let before = ProcessTree.processorSecondsOfEnded()
        var memory = 0.0
        var memoryByProgram: [String: Double] = [:]
        let seconds = try await Stopwatch.seconds {
            try process.run()
            let tree = ProcessTree(root: process.processIdentifier)
            while process.isRunning {
                let now = tree.residentMemory()
                memory = max(memory, now.values.reduce(0, +))
                memoryByProgram.merge(now, uniquingKeysWith: max)
                try await Task.sleep(for: .milliseconds(Self.interval))
            }
            process.waitUntilExit()
        }
        let told = try String(contentsOf: log, encoding: .utf8)
        guard process.terminationStatus == 0 else {
            throw BenchFailure("the national run ended with \(process.terminationStatus): \(told)")
        }
        return Measured(
            seconds: seconds, processorSeconds: ProcessTree.processorSecondsOfEnded() - before,
            stages: try Self.stages(told), memory: memory, memoryByProgram: memoryByProgram)
    }

    /// The stages that the run's log tells of, a line each, with `stage=` and `seconds=`.
    private static func stages(_ log: String) throws -> [(name: String, seconds: Double)] {
        let stages = log.split(separator: "\n").compactMap { line -> (name: String, seconds: Double)? in
            let words = line.split(separator: " ")
            func value(_ key: String) -> Substring? {
                words.first { $0.hasPrefix("\(key)=") }?.dropFirst(key.count + 1)
            }
            guard let stage = value("stage"), let seconds = value("seconds").flatMap({ Double($0) }) else { return nil }
            return (String(stage), seconds)
        }
        guard !stages.isEmpty else { throw BenchFailure("the national run told of no stage: \(log)") }
        return stages
    }
}

extension Stopwatch {
    /// What a national run took: its wall time and the split by stage, its processor time, and the memory of host, modules
    /// and engine together.
    mutating func report(_ name: String, _ measured: NationalRun.Measured) {
        report(name, [measured.seconds])
        for stage in measured.stages { report("\(name): \(stage.name)", [stage.seconds]) }
        guard ProcessTree.isTold else {
            print("\(name): memory and processor time are not measured: this system does not tell of a process's children")
            return
        }
        report("\(name): processor time", [measured.processorSeconds])
        report("\(name): resident memory of host, modules and engine", megabytes: measured.memory, atMost: 1_500)
        for (program, megabytes) in measured.memoryByProgram.sorted(by: { $0.key < $1.key }) where megabytes >= 1 {
            report("\(name): resident memory of \(program)", megabytes: megabytes)
        }
    }
}
