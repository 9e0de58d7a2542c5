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

    @Test("every link leads to a page of the same run")
    func links() throws {
        let pages = try Report(MadePartnership().input).pages
        let paths = Set(pages.map(\.path))
        #expect(paths.count == pages.count)
        for page in pages where page.path.hasSuffix(".html") {
            let folder = page.path.contains("/") ? String(page.path.prefix { $0 != "/" }) + "/" : ""
            for link in page.text.matches(of: /href="([^"#]+)"/).map({ String($0.1) }) {
                let target = link.hasPrefix("../") ? String(link.dropFirst(3)) : folder + link
                #expect(paths.contains(target), "\(page.path) links to \(link)")
            }
        }
        let index = try #require(pages.first)
        #expect(index.path == "index.html")
        #expect(paths.filter { $0 != "index.html" }.allSatisfy { index.text.contains("href=\"\($0)\"") })
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
