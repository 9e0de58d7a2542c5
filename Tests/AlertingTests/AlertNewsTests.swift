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
        var past = AlertNews.Past()
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
            testDescription: "less grave", item: item(.continuing, severity: .low), opened: 4, told: told(.new, on: 4),
            news: .lowered(from: .high)),
        Case(
            testDescription: "less grave, and told so", item: item(.continuing, severity: .low), opened: 4,
            told: told(.continuing, on: 5, severity: .low)),
        Case(
            testDescription: "open under a rule that was edited", item: item(.new), opened: 10, told: told(.new, on: 4),
            past: AlertNews.Past(wasEdited: true, wasAcknowledged: true), news: .edited(wasAcknowledged: true)),
        Case(
            testDescription: "the same, silenced on the night of the edit", item: item(.continuing), opened: 8,
            told: told(.new, on: 4), past: AlertNews.Past(wasEdited: true), news: .edited(wasAcknowledged: false)),
        Case(
            testDescription: "the same, and told so", item: item(.continuing), opened: 8, told: told(.new, on: 8),
            past: AlertNews.Past(wasEdited: true)),
        Case(
            testDescription: "open under a rule that was edited, and never told", item: item(.new), opened: 10,
            past: AlertNews.Past(wasEdited: true), news: .asListed),
        Case(
            testDescription: "open under a rule that was edited, and told to have ended", item: item(.new), opened: 10,
            told: told(.recovered, on: 4), past: AlertNews.Past(wasEdited: true), news: .asListed),
        Case(
            testDescription: "worse while nobody was told", item: item(.continuing, period: 4), opened: 4,
            told: told(.new, on: 4), past: AlertNews.Past(hasWorsened: true), news: .worseThanTold),
        Case(
            testDescription: "worse in the very period that was told", item: item(.continuing), opened: 4,
            told: told(.new, on: 4), past: AlertNews.Past(hasWorsened: true)),
        Case(
            testDescription: "worse, and worse than told", item: item(.worse, period: 4), opened: 4, told: told(.new, on: 4),
            past: AlertNews.Past(hasWorsened: true), news: .asListed),
        Case(
            testDescription: "told as recovered by an earlier run of the date, and withdrawn", item: item(.withdrawn),
            told: told(.recovered, on: 10), news: .endedOtherwise(than: .recovered)),
        Case(
            testDescription: "told as recovered on an earlier date, and withdrawn", item: item(.withdrawn),
            told: told(.recovered, on: 9), news: .asListed),
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
            of: example.item, opened: example.opened.map(Self.day), after: example.told, past: example.past,
            asOf: Self.day(10))
        #expect(news == example.news)
    }
}
