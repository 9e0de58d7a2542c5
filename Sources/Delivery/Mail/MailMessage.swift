import Alerting
import Digests
import Foundation

/// A notice as a message of mail, by RFC 5322 and MIME: plain text and a page as alternatives, and the alerts as a table beside them.
///
/// Everything beyond ASCII is encoded, so that no relay has to be able to carry it, and nothing in a title can begin another
/// header. The message's id follows from the notice's key: a message that is handed over twice is the same message.
struct MailMessage {
    let notice: Notice
    let from: String
    let to: [String]
    let date: Date

    var bytes: [UInt8] { Array((headers + [""] + body).joined(separator: "\r\n").utf8) }

    private var digest: String { SHA256.hexadecimal(of: "\(notice.key) \(to.joined(separator: " "))") }

    private var headers: [String] {
        [
            "From: Beacon <\(from)>", "To: \(to.joined(separator: ",\r\n "))",
            "Subject: \(Self.encodedWords(notice.subject))",
            "Date: \(Self.date(date))",
            "Message-ID: <\(digest.prefix(40))@\(from.split(separator: "@").last ?? "localhost")>",
            // No holiday reply answers it (RFC 3834).
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=\"\(boundary("mixed"))\"",
        ]
    }

    private var body: [String] {
        var alternatives = part("text/plain; charset=utf-8", notice.text)
        if let mail = notice.mail {
            let inner = boundary("alternative")
            alternatives =
                ["Content-Type: multipart/alternative; boundary=\"\(inner)\"", "", "--\(inner)"] + alternatives + [
                    "--\(inner)"
                ]
                + part("text/html; charset=utf-8", mail.html) + ["--\(inner)--"]
        }
        let outer = boundary("mixed")
        var lines = ["--\(outer)"] + alternatives
        if let mail = notice.mail, !notice.items.isEmpty {
            let name = "\(notice.group)-\(notice.asOf).csv"
            lines +=
                ["--\(outer)"]
                + part(
                    "text/csv; charset=utf-8; header=present", mail.csv,
                    "Content-Disposition: attachment; filename=\"\(name)\"")
        }
        return lines + ["--\(outer)--", ""]
    }

    private func part(_ type: String, _ text: String, _ more: String...) -> [String] {
        let encoded = Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return ["Content-Type: \(type)", "Content-Transfer-Encoding: base64"] + more + ["", encoded]
    }

    /// Base64 has no `_`, so no line of a part can be one.
    private func boundary(_ kind: String) -> String { "_beacon_\(kind)_\(digest.prefix(24))_" }

    /// RFC 2047: words of at most 75 characters, each of whole characters.
    static func encodedWords(_ text: String) -> String {
        let plain = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        if plain.allSatisfy({ $0.isASCII }), plain.count <= 60, !text.contains("=?") {
            return String(String.UnicodeScalarView(plain))
        }
        var words: [String] = []
        var current = ""
        for scalar in plain {
            if current.utf8.count + String(scalar).utf8.count > 42 {
                words.append(current)
                current = ""
            }
            current.unicodeScalars.append(scalar)
        }
        words.append(current)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func date(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return formatter.string(from: date)
    }
}
