import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// A figure that was restated, as one audience may see it: both values, or neither. Neither where they differ by a small
/// number: the events that came late are few.
struct ListedRestatement {
    struct Told {
        var before: Observation
        var after: Observation
        var isRounded: Bool
    }

    var place: FigurePlace
    var kpi: KPI
    var area: Area
    /// Since when it was told as before.
    var toldSince: CalendarDate
    var wasProvisional: Bool
    /// Nil where the audience may see neither value.
    var told: Told?
    /// The verdicts that it changes, of those that the audience may know.
    var verdicts: [ListedRejudgement] = []

    var period: Period { place.period }

    init(_ restatement: Restatement, of kpi: KPI, in area: Area, figures: PublishedFigures) {
        place = restatement.place
        self.kpi = kpi
        self.area = area
        toldSince = restatement.toldSince
        wasProvisional = restatement.before.provisional
        let seen = [restatement.before, restatement.after].map {
            figures.disclosed($0, of: kpi, area: restatement.place.area, period: restatement.place.period)
        }
        guard let before = seen[0].observation, let after = seen[1].observation else { return }
        let isSmall = figures.policy.withholdsChange(from: restatement.before, to: restatement.after, unit: restatement.unit)
        guard !isSmall || kpi.isPublished || restatement.after.value == nil else { return }
        told = Told(
            before: before, after: after,
            isRounded: seen[0] != .shown(before) || seen[1] != .shown(after))
    }

    /// What became of the figure: a code for programs.
    var code: String { told?.after.value == nil ? "taken-back" : "restated" }
}

/// A verdict on a past period that is otherwise on the figures now known, where an audience may know it.
struct ListedRejudgement {
    var change: RejudgedVerdict.Change
    var rule: Rule
    var area: Area
    var period: Period
    var before: Verdict
    var after: Verdict
    /// What the rule said on the figures before, and says now; nil where the audience sees rounded figures.
    var messages: (before: String, after: String)?
    var restated: Set<FigurePlace>

    /// Nil where either verdict, or its message, tells of what the audience does not see.
    init?(_ rejudged: RejudgedVerdict, in area: Area, kpis: [KPI], sight: FigureSight) {
        let isTold = sight.isOpen || [rejudged.earlier, rejudged.now].allSatisfy { evaluation in
            sight.rules[evaluation, kpis].tellsVerdict(area: rejudged.area, period: rejudged.place(in: evaluation))
        }
        guard isTold else { return nil }
        change = rejudged.change
        rule = rejudged.now.rule
        self.area = area
        period = rejudged.period
        before = rejudged.before
        after = rejudged.after
        restated = rejudged.restated
        guard !kpis.contains(where: sight.isRounding) else { return }
        func message(_ evaluation: RuleEvaluation) -> String {
            let period = rejudged.place(in: evaluation)
            return evaluation.evaluation.message(area: rejudged.area, period: period, areaName: area.name)
                + DenominatorVintages(evaluation.evaluation, area: rejudged.area, periods: [rejudged.period], kpis: kpis)
                .inBrackets
        }
        messages = (message(rejudged.earlier), message(rejudged.now))
    }

    /// `March 2024 would not have fired on the revised figures`.
    var words: String {
        switch change {
        case .wouldNotHaveFired, .wouldHaveFired: "\(period.title) \(change.rawValue) on the revised figures"
        case .firedLate: "\(period.title) fired on figures that came late, and no alert stands from it any more"
        }
    }
}
