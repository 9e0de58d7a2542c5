import Alerting
import Definitions
import Measures
import Reporting

extension DecadeReplay {
    /// All that readers get of the last night of the decade.
    struct Site {
        var seconds: Double
        var pages: Int
        var bytes: Int
        /// The greatest page of measures or areas of a thematic group, and its size.
        var largest: (path: String, bytes: Int)
        /// The greatest list of one. The figures are made so that alerts come far oftener than in life.
        var list: (path: String, bytes: Int)
    }

    /// Makes the pages, lists and notices of every group and board from ten years of figures; only that is timed.
    func site() async throws -> Site {
        let asOf = Self.day(of: Self.nights)
        let observations = known(on: asOf)
        let judge = Judge(definitions, over: observations, asOf: asOf)
        let evaluations = judge.evaluationsSideBySide()
        let advance = Advance(evaluations, recorded: [], asOf: asOf, geography: definitions.partnership.geography)
        let input = ReportInput(
            definitions: definitions, standings: advance.standings, evaluations: evaluations, statuses: judge.statuses(),
            observations: observations, asOf: asOf)
        var pages: [Page] = []
        let seconds = try await Stopwatch.seconds { pages = try Report(input).pages }
        let groups = Set(definitions.partnership.groups.map(\.id))
        let own = pages.filter { page in
            page.path.hasSuffix(".html") && groups.contains(String(page.path.prefix { $0 != "/" }))
        }
        func greatest(_ isWanted: (Page) -> Bool) -> (path: String, bytes: Int) {
            own.filter(isWanted).map { ($0.path, $0.text.utf8.count) }.max { $0.1 < $1.1 } ?? ("", 0)
        }
        return Site(
            seconds: seconds, pages: pages.count, bytes: pages.reduce(0) { $0 + $1.text.utf8.count },
            largest: greatest { !$0.path.hasSuffix("breaches.html") }, list: greatest { $0.path.hasSuffix("breaches.html") })
    }
}
