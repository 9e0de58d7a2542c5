import Alerting
import Definitions
import Measures
import Reporting
import Testing

@Suite struct ReportTests {
    @Test("the same input makes the same bytes")
    func repeatable() throws {
        let first = try Report(MadePartnership.troubled.input)
        let second = try Report(MadePartnership.troubled.input)
        #expect(first.pages == second.pages)
        #expect(first.notices == second.notices)
        #expect(first.summary.text(listsAt: nil) == second.summary.text(listsAt: nil))
    }

    @Test("the order in which standings are handed over changes nothing")
    func order() throws {
        let input = try MadePartnership().input
        var turned = input
        turned.standings.reverse()
        turned.evaluations.reverse()
        #expect(try Report(input).pages == Report(turned).pages)
    }

    @Test("a page asks for nothing from outside and runs nothing")
    func selfContained() throws {
        for page in try Report(MadePartnership().input).pages where page.path.hasSuffix(".html") {
            #expect(page.text.contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
            #expect(page.text.firstMatch(of: /<(?:script|link|img|iframe|object|embed|form)\b|\bsrc=|url\(|@import|javascript:/) == nil)
            #expect(page.text.matches(of: /href="([^"]*)"/).allSatisfy { !$0.1.contains(":") && !$0.1.hasPrefix("/") })
        }
    }

    @Test("every link leads to a page of the same run, and to a place on it that is there")
    func links() throws {
        let pages = try Report(MadePartnership.troubled.input).pages
        let paths = Set(pages.map(\.path))
        #expect(paths.count == pages.count)
        let texts = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.text) })
        for page in pages where page.path.hasSuffix(".html") {
            for link in page.text.matches(of: /href="([^"]+)"/).map({ String($0.1) }) {
                let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? page.path : SiteLinkReader.path(of: parts[0], from: page.path)
                #expect(paths.contains(target), "\(page.path) links to \(link)")
                if parts.count > 1 { #expect(texts[target]?.contains("id=\"\(parts[1])\"") == true, "\(page.path) links to \(link)") }
            }
        }
        let index = try #require(pages.first)
        #expect(index.path == "index.html")
    }

    @Test("every page can be reached from the index")
    func reachable() throws {
        let pages = try Report(MadePartnership.troubled.input).pages
        let texts = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.text) })
        var reached: Set<String> = ["index.html"]
        var waiting = ["index.html"]
        while let path = waiting.popLast() {
            for link in texts[path]?.matches(of: /href="([^"#]+)"/).map({ String($0.1) }) ?? [] {
                let target = SiteLinkReader.path(of: link, from: path)
                if reached.insert(target).inserted { waiting.append(target) }
            }
        }
        #expect(Set(texts.keys).subtracting(reached) == [])
    }

    @Test("headings begin at one and never skip a level")
    func headings() throws {
        for page in try Report(MadePartnership.troubled.input).pages where page.path.hasSuffix(".html") {
            let levels = page.text.matches(of: /<h([1-6])\b/).compactMap { Int($0.1) }
            #expect(levels.first == 1, "\(page.path)")
            #expect(levels.count { $0 == 1 } == 1, "\(page.path)")
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(page.path): \(levels)")
        }
    }

    @Test("every table of a page has a caption or column heads, and every cell beside a head says what it is")
    func tables() throws {
        for page in try Report(MadePartnership.troubled.input).pages where page.path.hasSuffix(".html") {
            for table in page.text.matches(of: /(?s)<table.*?<\/table>/).map({ String($0.0) }) {
                #expect(table.contains("<th scope=\"col\">"), "\(page.path)")
                #expect(!table.contains("<th>"), "\(page.path)")
                #expect(table.matches(of: /<td(?![^>]*data-label)/).isEmpty, "\(page.path)")
            }
        }
    }

    @Test("identifiers on a page are its own, and what names them is there")
    func identifiers() throws {
        for page in try Report(MadePartnership.troubled.input).pages where page.path.hasSuffix(".html") {
            let ids = page.text.matches(of: /\bid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
            let named = page.text.matches(of: /aria-labelledby="([^"]+)"/).flatMap { $0.1.split(separator: " ").map(String.init) }
            #expect(Set(named).isSubset(of: ids))
        }
    }

    @Test("a page of sixty alerts is light enough for a telephone")
    func size() throws {
        var made = MadePartnership()
        made.wardNames = (1...60).map { "Ward \($0)" }
        for place in 1...60 {
            made.figures["incidents"]?[AreaCode("W\(place)")] = [30, 31, 30, 32, 31, 32, 30, 31, 32, 90]
        }
        let page = try Report(made.input).text("violence-group/breaches.html")
        #expect(page.split(separator: "<article").count > 60)
        #expect(page.utf8.count < 300_000)
    }
}
