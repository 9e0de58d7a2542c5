import Foundation
import Statistics

/// Ten years of months for ten thousand series through XmR charts with all rules on two cores, beside the same in vectorised
/// NumPy on the same figures (which uses one core), with the same answers.
struct ProcessControlComparison {
    static let series = 10_000
    static let months = 120

    struct Times {
        var swift: [Double] = []
        /// Nil where there is no Python with NumPy.
        var numpy: [Double]?
    }

    private let values: [[Double?]]

    init() {
        var state: UInt64 = 2026
        func uniform() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(UInt32.max >> 1)
        }
        values = (0..<Self.series).map { place in
            let level = 20 + Double(place % 300)
            return (0..<Self.months).map { month in
                // Every fiftieth figure is missing; every tenth series rises by a fifth in its last year.
                guard uniform() > 0.02 else { return nil }
                let deviation = (uniform() + uniform() + uniform() - 1.5) * 2
                let risen = place % 10 == 0 && month >= 108 ? 1.2 : 1
                return (level * risen + deviation * level.squareRoot()).rounded()
            }
        }
    }

    func times(rounds: Int, in scratch: URL) async throws -> Times {
        var times = Times()
        var found: [Int] = []
        for _ in 0..<rounds {
            times.swift.append(await Stopwatch.seconds { found = await signs() })
        }
        guard let theirs = try numpy(rounds: rounds, in: scratch) else { return times }
        guard theirs.signs == found else {
            throw BenchFailure("XmR charts: we tell \(found) signs, NumPy \(theirs.signs)")
        }
        times.numpy = theirs.seconds
        return times
    }

    /// How many points show each sign: outside, shift, trend and two of three as drawn, then the last three as completed.
    private func signs() async -> [Int] {
        await withTaskGroup(of: [Int].self) { group in
            for half in 0..<2 {
                group.addTask { Self.signs(of: values[(half * Self.series / 2)..<((half + 1) * Self.series / 2)]) }
            }
            return await group.reduce([Int](repeating: 0, count: 7)) { sums, part in zip(sums, part).map(+) }
        }
    }

    private static func signs(of values: ArraySlice<[Double?]>) -> [Int] {
        var counts = [Int](repeating: 0, count: 7)
        for series in values {
            guard let limits = try? XmRLimits(of: series) else { continue }
            let chart = XmRChart(series, limits: limits)
            for point in chart.shown {
                if point.outsideLimits != nil { counts[0] += 1 }
                if point.shift != nil { counts[1] += 1 }
                if point.trend != nil { counts[2] += 1 }
                if point.twoOfThree != nil { counts[3] += 1 }
            }
            for point in chart.completed {
                if point.shift != nil { counts[4] += 1 }
                if point.trend != nil { counts[5] += 1 }
                if point.twoOfThree != nil { counts[6] += 1 }
            }
        }
        return counts
    }

    private func numpy(rounds: Int, in scratch: URL) throws -> (seconds: [Double], signs: [Int])? {
        let file = scratch.appending(path: "series.bin")
        let flat = values.flatMap { $0.map { $0 ?? .nan } }
        try flat.withUnsafeBytes { Data($0) }.write(to: file)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "process_control.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path, "\(Self.series)", "\(Self.months)", "\(rounds)"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        let lines = text.split(separator: "\n")
        guard let last = lines.last, lines.count == rounds + 1 else { return nil }
        return (lines.dropLast().compactMap { Double($0) }, last.split(separator: " ").compactMap { Int($0) })
    }
}
