import Foundation
import Synchronization

/// A server on a port of this machine that speaks as a test says, for as long as the test holds it.
final class LocalServer: Sendable {
    let port: Int
    private let listener: Int32

    /// - Parameter talk: one conversation, on its open socket, which is closed after it; conversations are numbered from 0.
    init(_ talk: @escaping @Sendable (Connection, Int) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> Int in
                guard bind(listener, generic, length) == 0, listen(listener, 16) == 0,
                    getsockname(listener, generic, &length) == 0
                else { return 0 }
                return generic.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    Int(UInt16(bigEndian: $0.pointee.sin_port))
                }
            }
        }
        guard listener >= 0, port > 0 else { throw CocoaError(.fileReadUnknown) }
        self.listener = listener
        self.port = port
        Thread.detachNewThread {
            var number = 0
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0 else {
                    // Closed here alone: a number that is free again may be another server's before this thread asks again.
                    close(listener)
                    return
                }
                let own = number
                Thread.detachNewThread {
                    talk(Connection(descriptor: descriptor), own)
                    close(descriptor)
                }
                number += 1
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }
}

/// One side of a conversation by lines.
struct Connection: Sendable {
    let descriptor: Int32

    /// The next line without its end; nil where the other side has ended.
    func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while recv(descriptor, &byte, 1, 0) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            if byte != UInt8(ascii: "\r") { bytes.append(byte) }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    func bytes(_ count: Int) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while all.count < count {
            let read = recv(descriptor, &buffer, min(buffer.count, count - all.count), 0)
            guard read > 0 else { break }
            all += buffer[..<read]
        }
        return all
    }

    func say(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }
}

/// Takes mail by SMTP, and keeps it.
final class MailSink: Sendable {
    struct Mail: Sendable, Equatable {
        var recipients: [String]
        var lines: [String]
    }

    private final class Box: Sendable { let mails = Mutex<[Mail]>([]) }
    private let box: Box
    private let server: LocalServer
    var mails: [Mail] { box.mails.withLock { $0 } }

    init() throws {
        let box = Box()
        self.box = box
        server = try LocalServer { connection, _ in
            connection.say("220 sink ready\r\n")
            var mail = Mail(recipients: [], lines: [])
            while let line = connection.line() {
                switch line.uppercased().prefix(4) {
                case "RCPT":
                    mail.recipients.append(String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }))
                    connection.say("250 ok\r\n")
                case "DATA":
                    connection.say("354 go on\r\n")
                    while let line = connection.line(), line != "." {
                        mail.lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
                    }
                    let taken = mail
                    box.mails.withLock { $0.append(taken) }
                    connection.say("250 taken\r\n")
                case "QUIT":
                    connection.say("221 bye\r\n")
                    return
                default: connection.say("250 ok\r\n")
                }
            }
        }
    }

    /// A program with the interface of `sendmail -t -i` that brings what it is given to the sink.
    func sendmail(in folder: String) throws -> String {
        let path = "\(folder)/sendmail"
        try """
        #!/bin/bash
        [ "$*" = "-t -i" ] || { echo "unknown options: $*" >&2; exit 64; }
        message=$(cat)
        exec 3<>/dev/tcp/127.0.0.1/\(server.port) || exit 75
        answer() { read -r line <&3; case "$line" in [23]*) ;; *) echo "$line" >&2; exit 75;; esac; }
        say() { printf '%s\\r\\n' "$1" >&3; }
        answer; say "HELO here"; answer; say "MAIL FROM:<>"; answer
        # The recipients stand in the header, which may be folded.
        to=$(printf '%s\\n' "$message" | tr -d '\\r' | sed '/^$/q' | sed -n '/^To: /,/^[^ T]/{s/^To: //;/^[A-Z][A-Za-z-]*:/d;p}' | tr -d ' ' | tr ',' '\\n')
        for one in $to; do say "RCPT TO:<$one>"; answer; done
        say DATA; answer
        printf '%s\\n' "$message" | tr -d '\\r' | sed 's/^\\./../;s/$/\\r/' >&3
        say .; answer; say QUIT; answer

        """.write(toFile: path, atomically: true, encoding: .utf8)
        chmod(path, 0o755)
        return path
    }
}

/// A receiver of posts that answers as its script says, one behaviour for each post, the last for all further ones.
final class PostReceiver: Sendable {
    enum Behaviour: Sendable, Equatable {
        case status(Int, [String: String] = [:])
        /// Takes the post, and never answers.
        case stall
        /// Hangs up without an answer.
        case hangUp
    }

    struct Post: Sendable, Equatable {
        var path: String
        var headers: [String: String]
        var body: [UInt8]
    }

    private final class Box: Sendable { let posts = Mutex<[Post]>([]) }
    private let box: Box
    private let server: LocalServer
    var posts: [Post] { box.posts.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(server.port)/notices?token=secret" }

    convenience init(_ script: Behaviour...) throws { try self.init(script) }

    init(_ script: [Behaviour]) throws {
        let box = Box()
        self.box = box
        server = try LocalServer { connection, _ in
            while let request = connection.line() {
                var headers: [String: String] = [:]
                while let line = connection.line(), !line.isEmpty {
                    let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                    headers[parts[0].lowercased()] = parts.count > 1 ? parts[1] : ""
                }
                let body = connection.bytes(headers["content-length"].flatMap { Int($0) } ?? 0)
                let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
                let number = box.posts.withLock { posts in
                    posts.append(Post(path: path, headers: headers, body: body))
                    return posts.count - 1
                }
                switch script[min(number, script.count - 1)] {
                case .status(let status, let more):
                    let lines = more.map { "\($0.key): \($0.value)\r\n" }.joined()
                    connection.say("HTTP/1.1 \(status) Said\r\nContent-Length: 0\r\nConnection: close\r\n\(lines)\r\n")
                case .stall: sleep(5)
                case .hangUp: break
                }
                return
            }
        }
    }
}
