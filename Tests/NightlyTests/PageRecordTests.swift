import Foundation
import Reporting
import Testing

@testable import Nightly

@Suite("A report's folder holds what the report made, and what is not Beacon's")
struct PageRecordTests {
    /// A folder that goes with the test.
    final class Folder: Sendable {
        let path = FileManager.default.temporaryDirectory.appending(path: "beacon-pages-\(UUID().uuidString)").path
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(
            _ names: [String], _ kind: ReportFolder.Kind = .board, replacing isOfReport: (String) -> Bool = { _ in true }
        ) throws {
            _ = try ReportFolder(path: path, kind: kind).write(
                names.map { Page(path: $0, text: "page \($0)") }, first: [], replacing: isOfReport)
        }

        func put(_ text: String, at name: String) throws {
            let file = URL(filePath: "\(path)/\(name)")
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        /// Without the records.
        var files: [String] {
            (FileManager.default.subpaths(atPath: path) ?? []).filter { name in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                    && !isFolder.boolValue
                    && !name.hasSuffix("-pages.json")
            }.sorted()
        }
    }

    @Test("a page that is made no more goes, with its folder where that is empty")
    func stale() throws {
        let folder = Folder()
        try folder.write(["board/board.html", "board/kpis/a.html", "board/kpis/b.html", "gone/board.html"])
        try folder.write(["board/board.html", "board/kpis/b.html"])
        #expect(folder.files == ["board/board.html", "board/kpis/b.html"])
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/gone"))
        try folder.write(["board/board.html"])
        #expect(folder.files == ["board/board.html"] && !FileManager.default.fileExists(atPath: "\(folder.path)/board/kpis"))
    }

    @Test("what somebody else put there, or changed, stays; and so does what was there before there was a record")
    func others() throws {
        let folder = Folder()
        try folder.put("old", at: "board/kpis/old.html")
        try folder.write(["board/board.html", "board/kpis/a.html", "board/kpis/b.html"])
        try folder.put("mine", at: "board/kpis/mine.html")
        try folder.put("edited", at: "board/kpis/a.html")
        try folder.write(["board/board.html"])
        #expect(folder.files == ["board/board.html", "board/kpis/a.html", "board/kpis/mine.html", "board/kpis/old.html"])
        // One that was changed is nobody's page from then on.
        try folder.write(["board/board.html"])
        #expect(folder.files.contains("board/kpis/a.html"))
    }

    @Test("a report on one board or year leaves those of others, and reports of two kinds may share a folder")
    func parts() throws {
        let folder = Folder()
        try folder.write(["a/board.html", "a/kpis/x.html", "b/board.html", "b/kpis/x.html"])
        try folder.write(["a/annual-2022-23.html"], .annual) { $0.contains("/annual-2022-23.") }
        try folder.write(["a/annual-2023-24.html"], .annual) { $0.contains("/annual-2023-24.") }
        try folder.write(["a/board.html"]) { $0.hasPrefix("a/") }
        #expect(
            folder.files == [
                "a/annual-2022-23.html", "a/annual-2023-24.html", "a/board.html", "b/board.html", "b/kpis/x.html",
            ])
    }

    @Test(
        "a record that leads elsewhere, or can't be read, takes nothing away",
        arguments: [
            #"{"../outside.html": "DIGEST"}"#, #"{"/outside.html": "DIGEST"}"#, #"{"board/../../outside.html": "DIGEST"}"#,
            "[", "",
        ])
    func hostile(record: String) throws {
        let folder = Folder()
        try folder.write(["x.html"])
        let text = "page x.html"
        try folder.put(text, at: "outside.html")
        let digest = try #require(
            JSONDecoder().decode(
                [String: String].self, from: Data(contentsOf: URL(filePath: "\(folder.path)/.board-pages.json")))["x.html"])
        try folder.put(record.replacing("DIGEST", with: digest), at: "reports/.board-pages.json")
        _ = try ReportFolder(path: "\(folder.path)/reports", kind: .board).write(
            [Page(path: "board/board.html", text: "b")], first: [], replacing: { _ in true })
        #expect(folder.files == ["outside.html", "reports/board/board.html", "x.html"])
    }
}
