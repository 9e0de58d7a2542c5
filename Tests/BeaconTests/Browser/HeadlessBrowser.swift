import Foundation

/// A headless Chromium, spoken to over its debugging pipe: one page, loaded again and again.
final class HeadlessBrowser {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// The program; nil where there is none on the path.
    static let program: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return ["chromium", "chromium-browser", "google-chrome"].lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private static let secondsToWait = 60.0

    private let process = Process()
    private let requests: Int32
    private let answers: Int32
    private var waiting = Data()
    private var number = 0
    private var session: String?
    /// What the pages that were loaded complained of since it was last asked for.
    private(set) var complaints: [String] = []

    /// - Parameter folder: for the pipes and the browser's profile.
    init(_ program: String, in folder: URL) throws {
        // A browser that dies must not take the tests with it.
        signal(SIGPIPE, SIG_IGN)
        let (requests, answers) = (folder.appending(path: "requests").path, folder.appending(path: "answers").path)
        guard mkfifo(requests, 0o600) == 0, mkfifo(answers, 0o600) == 0 else { throw Failure(description: "no pipes") }
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", #"exec "$0" "$@" 3<requests 4>answers"#, program, "--headless", "--no-sandbox", "--disable-gpu",
            "--remote-debugging-pipe", "--user-data-dir=\(folder.appending(path: "profile").path)", "about:blank",
        ]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.requests = open(requests, O_WRONLY)
        self.answers = open(answers, O_RDONLY)
        guard self.requests >= 0, self.answers >= 0 else { throw Failure(description: "the pipes cannot be opened") }
        let target = try ask("Target.createTarget", ["url": "about:blank"])
        let attached = try ask(
            "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
        session = attached["sessionId"] as? String
        for domain in ["Page", "Runtime", "Log", "Accessibility"] { _ = try ask("\(domain).enable") }
    }

    deinit {
        close(requests)
        close(answers)
        process.terminate()
        process.waitUntilExit()
    }

    /// Loads a page and waits for it.
    func load(_ page: URL) throws {
        complaints = []
        _ = try ask("Page.navigate", ["url": page.absoluteString])
        while true {
            if try nextMessage()["method"] as? String == "Page.loadEventFired" { return }
        }
    }

    /// How wide the window is, in CSS pixels, and whether the reader prefers dark colours.
    func show(width: Int, isDark: Bool) throws {
        _ = try ask(
            "Emulation.setDeviceMetricsOverride", ["width": width, "height": 1200, "deviceScaleFactor": 1, "mobile": false])
        let scheme = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
        _ = try ask("Emulation.setEmulatedMedia", ["features": [scheme]])
    }

    /// The value of an expression of the page.
    func value(of expression: String) throws -> Any? {
        let answer = try ask("Runtime.evaluate", ["expression": expression, "returnByValue": true])
        if let fault = answer["exceptionDetails"] { throw Failure(description: "\(fault)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    /// A part of the page as assistive technology gets it.
    struct Node {
        var role: String
        var name: String
    }

    func accessibilityTree() throws -> [Node] {
        let nodes = try ask("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
        return nodes.filter { $0["ignored"] as? Bool != true }.map { node in
            func text(_ key: String) -> String { (node[key] as? [String: Any])?["value"] as? String ?? "" }
            return Node(role: text("role"), name: text("name"))
        }
    }

    func screenshot() throws -> Data {
        let answer = try ask("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": false])
        return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    }

    private func ask(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        number += 1
        var message: [String: Any] = ["id": number, "method": method, "params": parameters]
        message["sessionId"] = session
        var bytes = try JSONSerialization.data(withJSONObject: message)
        bytes.append(0)
        let written = bytes.withUnsafeBytes { write(requests, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw Failure(description: "the browser is gone") }
        while true {
            let answer = try nextMessage()
            guard answer["id"] as? Int == number else { continue }
            if let fault = answer["error"] { throw Failure(description: "\(method): \(fault)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    /// The next answer or event; what a page complains of is kept.
    private func nextMessage() throws -> [String: Any] {
        while true {
            if let end = waiting.firstIndex(of: 0) {
                let message = try JSONSerialization.jsonObject(with: waiting[..<end]) as? [String: Any] ?? [:]
                waiting = Data(waiting[waiting.index(after: end)...])
                hear(message)
                return message
            }
            var poller = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, Int32(Self.secondsToWait * 1000)) > 0 else {
                throw Failure(description: "the browser says nothing for \(Self.secondsToWait) seconds")
            }
            var part = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(answers, &part, part.count)
            guard count > 0 else { throw Failure(description: "the browser is gone") }
            waiting.append(contentsOf: part[..<count])
        }
    }

    private func hear(_ message: [String: Any]) {
        guard let parameters = message["params"] as? [String: Any] else { return }
        switch message["method"] as? String {
        case "Log.entryAdded":
            let entry = parameters["entry"] as? [String: Any] ?? [:]
            complaints.append("\(entry["level"] ?? ""): \(entry["text"] ?? "")")
        case "Runtime.consoleAPICalled", "Runtime.exceptionThrown": complaints.append("\(parameters)")
        default: break
        }
    }
}
