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
        /// The greatest page of a thematic group, and its size.
        var largest: (path: String, bytes: Int)
    }

    /// Makes the pages, lists and notices of every group and board from ten years of figures; only that is timed.
    func site() async throws -> Site {
        let asOf = Self.day(of: Self.nights)
        let observations = known(on: asOf)
        let judge = Judge(definitions, over: observations, asOf: asOf)
        let evaluations = await judge.evaluationsSideBySide()
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
        let largest = own.max { $0.text.utf8.count < $1.text.utf8.count }
        return Site(
            seconds: seconds, pages: pages.count, bytes: pages.reduce(0) { $0 + $1.text.utf8.count },
            largest: (largest?.path ?? "", largest?.text.utf8.count ?? 0))
    }
}
