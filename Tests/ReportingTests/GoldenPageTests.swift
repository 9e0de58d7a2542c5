import Foundation
import Reporting
import Testing

@Suite struct GoldenPageTests {
    /// Set to record the pages anew; a run that records fails, so that none passes unseen.
    private static let records = ProcessInfo.processInfo.environment["BEACON_RECORD"] == "1"

    private static let paths = [
        "index.html", "safer-board/board.html", "safer-board/violence-group-breaches.html", "violence-group/breaches.html",
        "violence-group/breaches.csv", "violence-group/breaches.json", "violence-group/measures.csv",
        "safer-board/violence-group-measures.csv", "roads-group/breaches.html",
        "violence-group/overview.html", "safer-board/kpis/violence-incidents.html", "roads-group/kpis/roads-collisions.html",
        "violence-group/areas/W1.html", "safer-board/areas/W3.html", "safer-board/areas/index.html",
    ]

    /// Of the report on a year, by their paths.
    private static let annualPaths = [
        "violence-group/annual-2023-24.html", "violence-group/annual-2023-24.csv", "safer-board/annual-2023-24.html",
    ]

    private static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    }

    private static func name(_ path: String) -> String { path.split(separator: "/").joined(separator: "_") }

    @Test(arguments: paths)
    func pageIsTheOneThatWasLookedAt(path: String) throws {
        try compare(Report(MadePartnership.troubled.input).text(path), with: Self.name(path))
    }

    @Test(arguments: annualPaths)
    func annualPageIsTheOneThatWasLookedAt(path: String) throws {
        let page = try #require(try AnnualReportTests.full.pages.first { $0.path == path })
        try compare(page.text, with: Self.name(path))
    }

    @Test func noticeIsTheOneThatWasLookedAt() throws {
        let notices = try Report(MadePartnership.troubled.input).notices
        try compare(notices.map { $0.texts.joined(separator: "\n") + "\n" }.joined(separator: "\n"), with: "notices.txt")
    }

    @Test func summaryIsTheOneThatWasLookedAt() throws {
        try compare(Report(MadePartnership.troubled.input).summary.text(listsAt: "out/latest/index.html"), with: "summary.txt")
    }

    @Test func everyGoldenFileHasItsTest() throws {
        let folder = Self.url("x").deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        #expect(Set(files) == Set((Self.paths + Self.annualPaths).map(Self.name) + ["notices.txt", "summary.txt"]))
    }

    private func compare(_ text: String, with name: String) throws {
        let url = Self.url(name)
        if Self.records {
            try Data(text.utf8).write(to: url)
            Issue.record("recorded \(name)")
        } else {
            let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            #expect(text.utf8.elementsEqual(golden.utf8), "\(name) differs; record anew, and look at the difference")
        }
    }
}
