import Alerting
import Definitions
import Measures
import Testing

@Suite("What a reader is told is what differs from what the reader was last told")
struct AlertNewsTests {
    private static func day(_ day: Int) -> CalendarDate { CalendarDate(daysSince1970: day) }

    private static func item(
        _ section: AlertStanding.Section, period: Int = 3, severity: Rule.Severity = .high, restsOnAbsence: Bool = false
    ) -> Notice.Item {
        Notice.Item(
            rule: "rise", title: "Rise", priority: "violence", severity: severity, section: section, area: Town.whole,
            areaName: "Telford", period: Period(grain: .month, ordinal: period), message: "m", restsOnAbsence: restsOnAbsence
        )
    }

    private static func told(
        _ section: AlertStanding.Section, on day: Int, period: Int = 3, severity: Rule.Severity = .high,
        restsOnAbsence: Bool = false
    ) -> ToldAlert {
        ToldAlert(
            reader: "group", list: "group",
            item: item(section, period: period, severity: severity, restsOnAbsence: restsOnAbsence), asOf: Self.day(day))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var item: Notice.Item
        var opened: Int?
        var told: ToldAlert?
        var news: AlertNews?
    }

    /// Tonight is day 10.
    static let cases = [
        Case(testDescription: "new", item: item(.new), opened: 10, news: .asListed),
        Case(
            testDescription: "new, and told by an earlier run of the date", item: item(.new), opened: 10,
            told: told(.new, on: 10)),
        Case(
            testDescription: "new, told and withdrawn by earlier runs of the date", item: item(.new), opened: 10,
            told: told(.withdrawn, on: 10), news: .openAgain(after: .withdrawn)),
        Case(
            testDescription: "new, after one of long ago", item: item(.new), opened: 10, told: told(.recovered, on: 2),
            news: .asListed),
        Case(
            testDescription: "new, after one whose end was not told", item: item(.new), opened: 10, told: told(.new, on: 2),
            news: .asListed),
        Case(testDescription: "told, and as before", item: item(.continuing), opened: 4, told: told(.new, on: 4)),
        Case(testDescription: "never told", item: item(.continuing), opened: 4, news: .notToldBefore),
        Case(
            testDescription: "never told since it opened", item: item(.continuing), opened: 4, told: told(.recovered, on: 2),
            news: .notToldBefore),
        Case(
            testDescription: "told to have recovered, which was taken back", item: item(.continuing), opened: 4,
            told: told(.recovered, on: 10), news: .openAgain(after: .recovered)),
        Case(
            testDescription: "worse", item: item(.worse, period: 4), opened: 4, told: told(.new, on: 4), news: .asListed),
        Case(
            testDescription: "worse, and told so", item: item(.worse, period: 4), opened: 4,
            told: told(.worse, on: 10, period: 4)),
        Case(
            testDescription: "worse, and never told", item: item(.worse, period: 4), opened: 4, news: .notToldBefore),
        Case(
            testDescription: "told to be worse, which was taken back", item: item(.continuing, period: 4), opened: 4,
            told: told(.worse, on: 10, period: 4), news: .notWorse),
        Case(
            testDescription: "worse on an earlier date", item: item(.continuing, period: 4), opened: 4,
            told: told(.worse, on: 9, period: 4)),
        Case(
            testDescription: "graver", item: item(.continuing, severity: .critical), opened: 4, told: told(.new, on: 4),
            news: .graver(than: .high)),
        Case(
            testDescription: "less grave", item: item(.continuing, severity: .low), opened: 4, told: told(.new, on: 4)),
        Case(
            testDescription: "for figures that were not in, and fire", item: item(.continuing), opened: 4,
            told: told(.new, on: 4, restsOnAbsence: true), news: .figuresCame),
        Case(
            testDescription: "for figures that are not in still", item: item(.continuing, restsOnAbsence: true), opened: 4,
            told: told(.new, on: 4, restsOnAbsence: true)),
        Case(testDescription: "recovered", item: item(.recovered), told: told(.new, on: 4), news: .asListed),
        Case(testDescription: "recovered under a silence that hid it", item: item(.recovered), news: .asListed),
        Case(
            testDescription: "recovered, told by an earlier run of the date", item: item(.recovered),
            told: told(.recovered, on: 10)),
        Case(
            testDescription: "recovered once more", item: item(.recovered), told: told(.recovered, on: 2), news: .asListed),
    ]

    @Test("news", arguments: cases)
    func news(_ example: Case) {
        let news = AlertNews(
            of: example.item, opened: example.opened.map(Self.day), after: example.told, asOf: Self.day(10))
        #expect(news == example.news)
    }
}
