import Alerting
import Definitions
import Measures

extension BreachListJSON {
    /// A restated figure. One that is withheld from the audience has the `standing` "withheld", and neither value.
    struct RestatedFigure: Encodable {
        var kpi: Name
        var unit: String
        var area: Place
        var period: Span
        var standing: String
        var from: Double?
        var to: Double?
        var fromDenominatorVintage: String?
        var toDenominatorVintage: String?
        var firstTold: String?
        var wasProvisional: Bool?
        var rounded: Bool?
    }

    /// A verdict on a past period that is otherwise on the figures now known.
    struct Rejudgement: Encodable {
        var rule: Name
        var area: Place
        var period: Span
        var change: String
        var words: String
        var messageBefore: String?
        var messageNow: String?
    }

    struct Dataset: Encodable {
        var dataset: Name
        var every: String
        var dueDays: Int
        var editions: [Edition]
    }

    struct Edition: Encodable {
        var period: Span
        var due: String
        var standing: String
        var daysLate: Int?
        var records: Int?
        var usualRecords: Double?
    }

    struct Sources: Encodable {
        var kpi: Name
        var area: Place
        var period: Span
        var received: Int
        var expected: Int
    }
}

extension BreachListJSON.RestatedFigure {
    init(_ restatement: ListedRestatement, _ told: ListedRestatement.Told) {
        kpi = BreachListJSON.Name(id: restatement.kpi.id, title: restatement.kpi.title)
        unit = restatement.kpi.unit.description
        area = BreachListJSON.Place(restatement.area)
        period = BreachListJSON.Span(restatement.period)
        standing = restatement.code
        from = BreachListJSON.finite(told.before.value)
        to = BreachListJSON.finite(told.after.value)
        fromDenominatorVintage = told.before.denominatorVintage
        toDenominatorVintage = told.after.denominatorVintage
        firstTold = restatement.toldSince.description
        wasProvisional = restatement.wasProvisional
        rounded = told.isRounded
    }
}

extension BreachListJSON.Rejudgement {
    init(_ rejudged: ListedRejudgement) {
        self.init(
            rule: BreachListJSON.Name(id: rejudged.rule.id, title: rejudged.rule.title),
            area: BreachListJSON.Place(rejudged.area), period: BreachListJSON.Span(rejudged.period),
            change: rejudged.change.rawValue.split(separator: " ").joined(separator: "-"), words: rejudged.words,
            messageBefore: rejudged.messages?.before, messageNow: rejudged.messages?.after)
    }
}

extension BreachListJSON.Dataset {
    init(_ told: DatasetEditions) {
        self.init(
            dataset: BreachListJSON.Name(id: told.dataset, title: told.title), every: told.every.rawValue,
            dueDays: told.dueDays,
            editions: told.editions.map { edition in
                BreachListJSON.Edition(
                    period: BreachListJSON.Span(edition.period), due: edition.due.description,
                    standing: edition.standing.code, daysLate: edition.standing.daysLate, records: edition.records,
                    usualRecords: BreachListJSON.finite(edition.usual))
            })
    }
}

extension BreachListJSON.Sources {
    init(_ returned: ReturnedSources) {
        self.init(
            kpi: BreachListJSON.Name(id: returned.kpi.id, title: returned.kpi.title),
            area: BreachListJSON.Place(returned.area), period: BreachListJSON.Span(returned.period),
            received: returned.sources.received, expected: returned.sources.expected)
    }
}
