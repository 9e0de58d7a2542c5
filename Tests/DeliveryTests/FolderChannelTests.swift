import Alerting
import Delivery
import Diagnostics
import Foundation
import Testing

@Suite("Notices as files")
struct FolderChannelTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("people get a text")
    func text() async throws {
        try await FolderChannel(folder: folder.notices).deliver(Sample.notice("a"))
        #expect(
            try folder.contents()["a.txt"] == """
                Burglary group: 1 new breach
                As of 16 February 2026

                One rule fires anew.
                See the list.

                - [new, high] Burglary rises, Arleston, October to December 2025, since July to September 2025: 12 → 18 (+50%)

                """)
    }

    @Test("a mark that turns the reading direction is escaped, and read back as it was")
    func directions() async throws {
        var notice = Sample.notice("a")
        notice.subject = "a\u{202E}b"
        try await FolderChannel(folder: folder.notices).deliver(notice)
        let json = try #require(try folder.contents()["a.json"])
        #expect(json.contains("a\\u202Eb") && !json.unicodeScalars.contains("\u{202E}"))
        #expect(try JSONDecoder().decode(Notice.self, from: Data(json.utf8)).subject == notice.subject)
    }

    @Test("programs get JSON with every fact")
    func json() async throws {
        try await FolderChannel(folder: folder.notices).deliver(Sample.notice("a"))
        #expect(
            try folder.contents()["a.json"] == """
                {
                  "as_of" : "2026-02-16",
                  "audience" : "partnership",
                  "body" : [
                    "One rule fires anew.",
                    "See the list."
                  ],
                  "group" : "burglary-group",
                  "items" : [
                    {
                      "area" : "E05000001",
                      "area_name" : "Arleston",
                      "message" : "12 → 18 (+50%)",
                      "period" : "2025 Q4",
                      "rule" : "burglary_rise",
                      "section" : "new",
                      "severity" : "high",
                      "since" : "2025 Q3",
                      "title" : "Burglary rises"
                    }
                  ],
                  "key" : "a",
                  "subject" : "Burglary group: 1 new breach"
                }

                """)
    }

    @Test("a line break in a title makes no line of its own")
    func lineBreak() async throws {
        var notice = Sample.notice("a")
        notice.items[0].title = "Burglary\n- [new, critical] rises"
        try await FolderChannel(folder: folder.notices).deliver(notice)
        #expect(try folder.contents()["a.txt"]?.contains("\n- [new, critical]") == false)
    }

    @Test(
        "no key leads out of the folder, hides a file or meets another key's file",
        arguments: [
            ("2026-02-16.burglary-group", "2026-02-16.burglary-group"),
            ("../up", "%2e.%2fup"), (".hidden", "%2ehidden"), ("a/b", "a%2fb"), ("a%2fb", "a%252fb"), ("Ab", "%41b"),
            ("é", "%c3%a9"), ("", "%"), ("nul\u{0}", "nul%00"),
        ])
    func names(_ key: String, _ name: String) async throws {
        try await FolderChannel(folder: folder.notices).deliver(Sample.notice(key))
        #expect(try folder.files() == ["\(name).json", "\(name).txt"])
    }

    @Test("a key too long for a file name is told")
    func longKey() async throws {
        await #expect(throws: DeliveryError(.keyTooLong(bytes: 300, limit: 240))) {
            try await FolderChannel(folder: folder.notices).deliver(Sample.notice(String(repeating: "a", count: 300)))
        }
    }

    @Test("what a reader has is never written over")
    func differs() async throws {
        let channel = FolderChannel(folder: folder.notices)
        try await channel.deliver(Sample.notice("a"))
        let before = try folder.contents()
        var other = Sample.notice("a")
        other.subject = "Other words"
        await #expect(throws: DeliveryError(.differs(file: folder.notices + "/a.txt"))) { try await channel.deliver(other) }
        #expect(try folder.contents() == before)
    }

    @Test("a delivery cut off between its two files is finished, and its leavings are written over")
    func halfDelivered() async throws {
        let channel = FolderChannel(folder: folder.notices)
        try await channel.deliver(Sample.notice("a"))
        let whole = try folder.contents()
        try FileManager.default.removeItem(atPath: folder.notices + "/a.json")
        try Data("{".utf8).write(to: URL(filePath: folder.notices + "/.a.json.new"))
        try await channel.deliver(Sample.notice("a"))
        #expect(try folder.contents() == whole)
    }

    @Test("a folder that can't be made is told")
    func noFolder() async throws {
        #expect(FileManager.default.createFile(atPath: folder.notices, contents: nil))
        await #expect(throws: DeliveryError(.folderUnusable(path: folder.notices, reason: "it cannot be made"))) {
            try await FolderChannel(folder: folder.notices).deliver(Sample.notice("a"))
        }
    }
}
