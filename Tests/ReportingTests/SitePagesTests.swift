import Alerting
import Measures
import Testing

@testable import Reporting

@Suite("The pages of measures and areas, and what changed on a reader's first page")
struct SitePagesTests {
    private static func boardPages(_ made: MadePartnership) throws -> [Page] {
        try Report(made.input).pages.filter { $0.path.hasPrefix("safer-board/") && $0.path.hasSuffix(".html") }
    }

    @Test("whatever a withheld figure is, every page of a board is the same, byte for byte", arguments: [1, 5])
    func withheldLeavesNoTrace(rounding: Int) throws {
        let wards = MadePartnership.wards
        /// The third ward's figures are all small, and so is what an earlier list told of two of them. The second, which is
        /// withheld with it, makes up for them, so that they and the others are always all of the borough.
        func pages(_ small: [Double], told: [Int: Double]) throws -> [Page] {
            var made = MadePartnership()
            made.boardRounding = rounding
            let usual = wards.map { made.figures["incidents"]?[$0] ?? [] }
            made.figures["incidents"]?[MadePartnership.borough] = small.indices.map { place in
                usual.reduce(0) { $0 + ($1[place] ?? 0) }
            }
            made.figures["incidents"]?[wards[1]] = small.indices.map { place in
                (usual[1][place] ?? 0) + (usual[2][place] ?? 0) - small[place]
            }
            made.figures["incidents"]?[wards[2]] = small
            made.toldBefore = ["incidents": [wards[2]: told]]
            return try Self.boardPages(made)
        }
        let usual = try pages([3, 2, 4, 3, 4, 3, 2, 3, 4, 4], told: [3: 4, 6: 1])
        #expect(usual.count == 11)
        let others: [([Double], [Int: Double])] = [
            ([1, 1, 1, 1, 1, 1, 1, 1, 1, 5], [3: 5, 6: 5]), ([5, 5, 5, 5, 5, 5, 5, 5, 5, 1], [3: 1, 6: 2]),
            ([1, 2, 3, 4, 5, 1, 2, 3, 4, 5], [3: 2, 6: 3]), ([5, 1, 5, 1, 5, 1, 5, 1, 5, 1], [3: 3, 6: 4]),
        ]
        for (small, told) in others {
            for (page, other) in zip(usual, try pages(small, told: told)) {
                #expect(page.path == other.path)
                #expect(page.text == other.text, "\(page.path) tells of what it withholds")
            }
        }
    }

    @Test("the group itself sees what its board does not")
    func groupSees() throws {
        let report = try Report(MadePartnership().input)
        #expect(try report.text("violence-group/kpis/violence-incidents.html").contains("Castle &amp; Quay 4"))
        #expect(try report.text("safer-board/kpis/violence-incidents.html").contains("Castle &amp; Quay †"))
        #expect(try !report.text("safer-board/areas/W3.html").contains("<table class=\"numbers standing\">"))
        #expect(try report.text("safer-board/areas/W3.html").contains("Withheld (a small number, or one that would reveal a small number): <bdi>Serious youth violence incidents</bdi>."))
    }

    @Test("a rank says of how many figures it is made")
    func ranks() throws {
        let report = try Report(MadePartnership().input)
        #expect(try report.text("violence-group/areas/W1.html").contains("Highest of 4"))
        // The third ward is withheld, and the second with it.
        var made = MadePartnership()
        made.wardNames.append("Elm")
        made.figures["incidents"]?[AreaCode("W5")] = Array(repeating: 40, count: 10)
        #expect(try Report(made.input).text("safer-board/areas/W1.html").contains("Highest of the 3 told, of 5"))
    }

    @Test("an area is held against its peers where somebody named them, else against all others")
    func peers() throws {
        var made = MadePartnership()
        #expect(try Report(made.input).text("violence-group/areas/W1.html").contains("19 (middle of 3)"))
        made.peers = ["W2", "W4"]
        let page = try Report(made.input).text("violence-group/areas/W1.html")
        #expect(page.contains("the areas named as most like it: Birchfield, Dell"))
        #expect(page.contains("22 (middle of 2)"))
        // A peer whose figure is withheld is no part of the middle.
        made.peers = ["W3", "W4"]
        #expect(try Report(made.input).text("safer-board/areas/W1.html").contains("19 (middle of 1)"))
    }

    @Test("squares stand where they are stated, where every ward has a place, and else in rows")
    func tiles() throws {
        func corners(_ tiles: [(row: Int, column: Int)]) throws -> String {
            var made = MadePartnership()
            made.tiles = tiles
            let page = try Report(made.input).text("violence-group/kpis/violence-incidents.html")
            return String(try #require(page.firstMatch(of: /chart-tile-edge" d="([^"]*)"/)).1)
        }
        let rows = "M1 1h58v38h-58zM61 1h58v38h-58zM1 41h58v38h-58zM61 41h58v38h-58z"
        #expect(try corners([]) == rows)
        #expect(try corners([(1, 1), (1, 2), (1, 3)]) == rows)
        #expect(try corners([(5, 5), (5, 6), (6, 5), (6, 6)]) == rows)
        #expect(try corners([(2, 1), (1, 1), (1, 2), (1, 3)]) == "M1 41h58v38h-58zM1 1h58v38h-58zM61 1h58v38h-58zM121 1h58v38h-58z")
    }

    @Test("since the last meeting: an alert raised, a status changed and a figure that came in")
    func sinceMeeting() throws {
        let board = try Report(MadePartnership().input).text("safer-board/board.html")
        let since = try #require(board.firstMatch(of: /(?s)<section aria-labelledby="since">.*?<\/section>/)).0
        #expect(since.contains("Since 15 April 2024"))
        #expect(since.contains("Raised (1)"))
        #expect(since.contains("Anywhere: 96 → 142 incidents (+47.9%)"))
        #expect(since.contains("Status changed"))
        #expect(since.contains("142 in April to June 2024"))
        #expect(since.contains("What rests on withheld figures is not told here."))
    }

    @Test("statuses that changed in areas, and by theme, are counted and folded; what is withheld then or now is no change")
    func sinceByArea() throws {
        func since(_ made: MadePartnership, _ page: String) throws -> String {
            String(try #require(try Report(made.input).text(page).firstMatch(of: /(?s)<section aria-labelledby="since">.*?<\/section>/)).0)
        }
        let group = try since(MadePartnership(), "violence-group/overview.html")
        // The fourth ward fell from 48 to 19, and the borough rose from 98 to 142.
        #expect(group.contains("<summary>Status changed in areas: 2 statuses in 2 areas, 1 worse, 1 better</summary>"))
        #expect(group.contains("<a href=\"areas/W4.html\"><bdi>Dell</bdi></a>"))
        #expect(group.contains("<summary>Status changed by theme: 1 theme</summary>"))
        #expect(group.contains("<bdi>Collaboration</bdi></th>\n<td data-label=\"For the whole\"><div>1</div></td>\n<td data-label=\"In areas\"><div>2</div></td>"))
        // The third ward went from 3 to 4, which the board may not know.
        #expect(group.contains("<a href=\"areas/W3.html\"><bdi>Castle &amp; Quay</bdi></a>"))
        let board = try since(MadePartnership(), "safer-board/board.html")
        #expect(board.contains("areas: 1 status in 1 area, 1 better<") && !board.contains("Castle"))
    }

    @Test("a board that has met says since when; before its first run nothing is compared")
    func meetings() throws {
        var made = MadePartnership()
        made.meetings = ", meetings: [2024-01-10, 2024-06-12, 2024-09-11]"
        let board = try Report(made.input).text("safer-board/board.html")
        #expect(board.contains("Since the meeting of 12 June 2024"))
        #expect(board.contains("Compared with how things stood on 15 April 2024"))
        made.meetings = ", meetings: [2024-01-10]"
        let earlier = try Report(made.input).text("safer-board/board.html")
        #expect(earlier.contains("Since the meeting of 10 January 2024"))
        #expect(earlier.contains("How things stood then is not stored, or is kept no more"))
        #expect(!earlier.contains("Status changed"))
    }

    @Test("a partnership without figures has its pages, and they say so")
    func nothing() throws {
        var made = MadePartnership()
        made.figures = [:]
        let report = try Report(made.input)
        #expect(try report.text("safer-board/kpis/violence-incidents.html").contains("Missing, April to June 2024"))
        #expect(try report.text("safer-board/areas/W1.html").contains("No alert is open here."))
    }

    @Test("boards' pages alone lead to no list, and are those of the whole run but for that")
    func boardsAlone() throws {
        let input = try MadePartnership().input
        let alone = try BoardReport(input, of: ["safer-board", "no-such-board"])
        #expect(alone.first == ["safer-board/board.html"])
        let paths = Set(alone.pages.map(\.path))
        for page in alone.pages {
            for link in page.text.matches(of: /href="([^"#]+)"/).map({ String($0.1) }) {
                #expect(paths.contains(SiteLinkReader.path(of: link, from: page.path)), "\(page.path) links to \(link)")
            }
        }
        let whole = try Self.boardPages(MadePartnership()).map(\.path).filter {
            !$0.contains("breaches") && $0 != "safer-board/index.html"
        }
        #expect(alone.pages.map(\.path) == whole)
    }
}

@Suite("An area among the others, and how it is marked")
struct AreaMarkTests {
    @Test(
        "marks are short, different, and go with the names",
        arguments: [
            (["Newport North", "Newport East"], ["NewN", "NewE"]), (["Ercall", "Ercall Magna"], ["Erca", "ErcM"]),
            (["Wood", "Wood"], ["Wood", "Wood2"]), (["]]>", "<>"], ["Area", "Area2"]), (["St Georges"], ["StGe"]),
            (["Ada", "Ada Ash", "Ada Apple"], ["Ada", "AdaA", "AdaA2"]),
        ])
    func marks(names: [String], wanted: [String]) {
        let areas = names.enumerated().map { Area(code: AreaCode("A\($0)"), name: $1, level: AreaLevel("ward")) }
        let marks = AreaMarks(areas)
        #expect(areas.map { marks[$0.code] } == wanted)
    }

    @Test(
        "ordinals",
        arguments: [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
            (112, "112th"),
        ])
    func ordinals(number: Int, words: String) {
        #expect(AreaComparison.ordinal(number) == words)
    }

    @Test("names of files are safe, and no two are one", arguments: [["a b", "a-b", "A-B", "index", "../x", ""]])
    func names(ids: [String]) {
        let names = SafeNames(ids, stem: "area", reserved: ["index"])
        let made = ids.compactMap { names[$0] }
        #expect(made.count == ids.count)
        #expect(Set(made.map { $0.lowercased() }).count == ids.count)
        #expect(made.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil && $0 != "index" })
    }
}
