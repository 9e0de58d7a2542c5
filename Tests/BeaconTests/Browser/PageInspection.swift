import Foundation

/// What is wrong with a page for its readers, as a browser shows it.
struct PageInspection {
    let browser: HeadlessBrowser

    /// All that was found, at the width of a telephone and of a desk, in light and in dark.
    func findings(of page: URL) throws -> [String] {
        try browser.show(width: 1100, isDark: false)
        try browser.load(page)
        var findings = browser.complaints.map { "console: \($0)" } + (try treeFindings())
        for (width, isDark) in [(1100, false), (1100, true), (320, false), (320, true)] {
            try browser.show(width: width, isDark: isDark)
            let found = try browser.value(of: Self.visibleFaults) as? [String] ?? ["nothing could be measured"]
            findings += found.map { "at \(width) px, \(isDark ? "dark" : "light"): \($0)" }
        }
        // What is a table on a desk is one on a telephone.
        let tables = try browser.value(of: "document.querySelectorAll('table').length") as? Int
        let told = try browser.accessibilityTree().count { $0.role == "table" }
        if told != tables { findings.append("at 320 px: \(told) of \(tables ?? -1) tables are told as tables") }
        return findings
    }

    private func treeFindings() throws -> [String] {
        let tree = try browser.accessibilityTree()
        var findings: [String] = []
        let mains = tree.count { $0.role == "main" }
        if mains != 1 { findings.append("\(mains) main parts") }
        for role in ["link", "heading", "image", "img", "graphics-document", "table", "region", "navigation", "RootWebArea"] {
            let nameless = tree.count { $0.role == role && $0.name.allSatisfy(\.isWhitespace) }
            if nameless > 0 { findings.append("\(nameless) of role \(role) without a name") }
        }
        let tables = try browser.value(
            of: "[...document.querySelectorAll('table')].filter(t => !t.caption || !t.querySelector('th[scope=col]')).length")
        if tables as? Int != 0 { findings.append("\(tables ?? "?") tables without a caption or a column's heading") }
        let links = try browser.value(
            of: "[...document.querySelectorAll('a[href]')].filter(a => a.tabIndex < 0 || !a.getClientRects().length && !a.closest('details')).length")
        if links as? Int != 0 { findings.append("\(links ?? "?") links that a keyboard does not reach") }
        return findings
    }

    /// Text with too little contrast (WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for large text) and content that is wider than the window (1.4.10).
    /// Text within drawings is not measured: what lies behind it can't be told from the style.
    private static let visibleFaults = """
        (() => {
          const found = new Set();
          const parse = text => { const p = (text.match(/[0-9.]+/g) || []).map(Number); return p.length < 3 ? null : [p[0], p[1], p[2], p[3] ?? 1]; };
          const part = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
          const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const c = parse(getComputedStyle(e).backgroundColor);
              if (c && c[3] === 1) return c;
            }
            return null;
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.nodeValue.trim() || element.closest('svg') || !element.checkVisibility()) continue;
            const style = getComputedStyle(element);
            const [front, back] = [parse(style.color), behind(element)];
            if (!front || !back) { found.add('no colours: ' + element.tagName); continue; }
            const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < (isLarge ? 3 : 4.5)) found.add(`contrast ${ratio.toFixed(2)} of ${element.tagName}.${element.className}`);
          }
          const wide = document.documentElement.scrollWidth;
          if (wide > innerWidth) found.add(`content is ${wide} px wide`);
          return [...found].slice(0, 10);
        })()
        """
}
