import Reporting
import Testing

@Suite("A reader's folder can be served alone")
struct ReaderIndexTests {
    private static let folders = ["violence-group", "roads-group", "safer-board"]

    @Test("no link of a folder leads out of it, and its index leads to every file of it", arguments: folders)
    func alone(folder: String) throws {
        let pages = try Report(MadePartnership.troubled.input).pages.filter { $0.path.hasPrefix("\(folder)/") }
        let texts = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.text) })
        var reached: Set<String> = ["\(folder)/index.html"]
        var waiting = Array(reached)
        while let path = waiting.popLast() {
            for link in texts[path]?.matches(of: /href="([^"#]+)"/).map({ String($0.1) }) ?? [] {
                let target = SiteLinkReader.path(of: link, from: path)
                #expect(texts[target] != nil, "\(path) links to \(link)")
                if reached.insert(target).inserted { waiting.append(target) }
            }
        }
        #expect(reached == Set(texts.keys))
    }

    @Test("the index over all folders says whom it is for, and leads to each folder's own")
    func over() throws {
        let index = try Report(MadePartnership().input).text("index.html")
        #expect(index.contains("For those who run Beacon."))
        for folder in Self.folders { #expect(index.contains("<a href=\"\(folder)/index.html\">")) }
    }

    @Test("no file as JSON holds a mark that turns the reading direction, and each is what it was when read")
    func directions() throws {
        var made = MadePartnership()
        made.wardNames[0] = "a\u{202E}drow\u{2066}"
        let json = try Report(made.input).text("violence-group/breaches.json")
        #expect(json.contains("a\\u202Edrow\\u2066"))
        #expect(!json.unicodeScalars.contains { "\u{202E}\u{2066}".unicodeScalars.contains($0) })
    }
}
