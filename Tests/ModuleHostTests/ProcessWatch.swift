import Foundation

/// A process that said "pid n" of itself.
struct ProcessWatch {
    let identifier: Int32

    init?(saidIn words: String) {
        guard let line = words.split(separator: "\n").first(where: { $0.hasPrefix("pid ") }),
            let identifier = Int32(line.dropFirst(4))
        else { return nil }
        self.identifier = identifier
    }

    /// Whether it ends within a generous time. A process that has ended and that nobody has waited for is gone.
    func isGone() async -> Bool {
        for _ in 0..<1_000 {
            if kill(identifier, 0) != 0 || isZombie { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    private var isZombie: Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8) else {
            return false
        }
        return status.split(separator: ")").last?.hasPrefix(" Z") == true
    }
}
