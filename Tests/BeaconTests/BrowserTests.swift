import Foundation
import Testing

@Suite(
    "Every page, as a browser shows it and as assistive technology gets it",
    .enabled(if: HeadlessBrowser.program != nil, "there is no Chromium on the path"))
struct BrowserTests {
    /// A folder that keeps a picture of each page, for whoever wants to look at them.
    private static let pictures = ProcessInfo.processInfo.environment["BEACON_PICTURES"]

    @Test("no complaint in the console, names for everything, contrast in light and dark, nothing wider than a telephone")
    func pages() throws {
        let program = try #require(HeadlessBrowser.program)
        let sandbox = try CommandSandbox()
        let printed = try sandbox.run(
            """
            mkdir Rules && cp $FIXTURES/small/*.yaml Rules && cp -r $FIXTURES/small/data data \
            && beacon run --quiet --data data --as-of 2024-05-31 \
            && beacon alerts act violence_rise 'send patrols' --area North --owner Ann --due 2024-05-31 --by Ben --as-of 2024-05-31 \
            && beacon run --quiet --data data --as-of 2024-06-12 && beacon report annual
            beacon run --quiet --rules $PROJECT/Rules --as-of 2024-08-05 --state shipped --out out/shipped
            """)
        let out = sandbox.folder.appending(path: "out")
        func pages(in folder: String) throws -> [URL] {
            let folder = out.appending(path: folder).resolvingSymlinksInPath()
            return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
                .map { folder.appending(path: $0) }
        }
        let (nightly, annual) = (try pages(in: "latest"), try pages(in: "annual"))
        // Of the shipped rules' hundreds of pages the first of each kind, for a reader of each audience.
        let shipped = ["child-exploitation-group", "partnership-board", "council-cabinet"].flatMap { reader in
            Dictionary(grouping: (try? pages(in: "shipped/latest/\(reader)")) ?? [], by: \.kindOfPage).values
                .compactMap { kind in kind.min { $0.path < $1.path } }
        }
        #expect(nightly.count > 10 && annual.count == 2 && shipped.count > 10, "\(printed)")
        let inspection = PageInspection(browser: try HeadlessBrowser(program, in: sandbox.folder))
        for page in (nightly + annual + shipped).sorted(by: { $0.path < $1.path }) {
            let findings = try inspection.findings(of: page)
            #expect(findings.isEmpty, "\(page.lastPathComponent): \(findings.joined(separator: "; "))")
            try keepPictures(of: page, below: out, inspection.browser)
        }
    }

    @Test("the inspection finds what is wrong")
    func faults() throws {
        let sandbox = try CommandSandbox()
        let page = sandbox.folder.appending(path: "bad.html")
        let text = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bad</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>body { background: #fff } .pale { color: #aaa } .wide { width: 900px }</style></head><body>
            <a href="x"></a><p class="pale">pale</p><div class="wide">wide</div><table><tr><td>1</td></tr></table>
            <svg role="img"></svg><script>console.log(1)</script></body></html>
            """
        try Data(text.utf8).write(to: page)
        let browser = try HeadlessBrowser(try #require(HeadlessBrowser.program), in: sandbox.folder)
        let findings = try PageInspection(browser: browser).findings(of: page).joined(separator: "\n")
        for expected in [
            "console: error: ", "0 main parts", "of role link without a name", "tables without a caption", "contrast 2.32 of P.pale",
            "at 320 px, dark: content is", "without a name",
        ] {
            #expect(findings.contains(expected), "\(expected) is not among:\n\(findings)")
        }
    }

    private func keepPictures(of page: URL, below out: URL, _ browser: HeadlessBrowser) throws {
        guard let folder = Self.pictures else { return }
        let name = page.path.dropFirst(out.path.count + 1).replacing("/", with: "_")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (width, isDark) in [(1100, false), (320, false), (1100, true)] {
            try browser.show(width: width, isDark: isDark)
            try browser.screenshot().write(to: URL(filePath: "\(folder)/\(name)-\(width)\(isDark ? "-dark" : "").png"))
        }
    }
}

extension URL {
    /// The folder, and for pages that are there by the dozen nothing else.
    fileprivate var kindOfPage: String {
        let folder = deletingLastPathComponent().path
        return folder.hasSuffix("/kpis") || folder.hasSuffix("/areas") && lastPathComponent != "index.html" ? folder : path
    }
}
