import Foundation

/// A process and everything that it started, as Linux tells of them in `/proc`.
struct ProcessTree {
    let root: Int32

    /// Whether this system tells of the children of a process.
    static var isTold: Bool {
        FileManager.default.fileExists(atPath: "/proc/self/task/\(ProcessInfo.processInfo.processIdentifier)/children")
    }

    /// Resident memory in MB (1,000,000 bytes) by the name of the program. Pages that processes share, as those of
    /// libraries, count in each, so that the sum is no less than what they hold together.
    func residentMemory() -> [String: Double] {
        var memory: [String: Double] = [:]
        var left = [root]
        while let process = left.popLast() {
            left += Self.children(of: process)
            // A process that has ended in between has no memory.
            guard let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe"),
                let pages = Self.text("/proc/\(process)/statm"),
                let resident = pages.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
            else { continue }
            memory[URL(filePath: place).lastPathComponent, default: 0] += resident * Self.page
        }
        return memory
    }

    /// Seconds of processor time of all that this process started and has waited for, and of all that those have.
    static func processorSecondsOfEnded() -> Double {
        // What stands before the last bracket is the program's name, which may hold anything.
        guard let fields = text("/proc/self/stat")?.split(separator: ")").last?.split(separator: " "), fields.count > 14,
            let user = Double(fields[13]), let system = Double(fields[14])
        else { return 0 }
        return (user + system) / ticks
    }

    private static let page = Double(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000
    private static let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))

    private static func children(of process: Int32) -> [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.flatMap { thread in
            text("/proc/\(process)/task/\(thread)/children")?.split(separator: " ").compactMap { Int32($0) } ?? []
        }
    }

    /// A file whose length is not known before it is read.
    private static func text(_ path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
