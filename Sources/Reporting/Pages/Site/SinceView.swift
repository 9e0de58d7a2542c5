import Alerting
import Definitions
import Measures

/// What changed since a board's last meeting, as the template `since` shows it.
struct SinceView {
    struct AlertKind {
        var kindTitle: String
        var changedAlerts: [ChangedAlert]
    }

    struct ChangedAlert {
        var changedTitle: String
        var changedSeverity: String
        var changedClass: String
        var changedWords: String
    }

    struct Arrival {
        var arrivalTitle: String
        var arrivalLink: String
        var arrivalFigure: String
        var arrivalPeriods: String
    }

    var sinceTitle: String
    var sinceNotes: [String]
    var alertKinds: [AlertKind]
    var colours: ColourChangesView
    var hasArrivals: Bool
    var arrivalCount: String
    var hasToldArrivals: Bool
    /// Those that are told.
    var arrivals: [Arrival]
    /// Those that are withheld, a line for each reason.
    var withheldLines: [WithheldNames.Line]

    init(_ changes: ReaderChanges, for reader: Reader, _ links: SiteLinks, isMeeting: Bool) {
        sinceTitle = isMeeting ? "Since the meeting of \(changes.since.title)" : "Since \(changes.since.title)"
        var notes: [String] = []
        if let compared = changes.comparedWith {
            notes.append("Compared with how things stood on \(compared.title), the last run up to then.")
        } else {
            notes.append(
                "How things stood then is not stored, or is kept no more, so only alerts can be told, and all that were raised "
                    + "since are.")
        }
        if changes.alerts.isEmpty, changes.colours.isEmpty, changes.arrivals.isEmpty {
            notes.append("Nothing to report: no alert, no status and no figure is otherwise.")
        }
        if !reader.sight.isOpen { notes.append("What rests on withheld figures is not told here.") }
        sinceNotes = notes
        alertKinds = AlertChange.Kind.allCases.compactMap { kind in
            let alerts = changes.alerts.filter { $0.change.kind == kind }.map(ChangedAlert.init)
            return alerts.isEmpty ? nil : AlertKind(kindTitle: "\(kind.title) (\(alerts.count))", changedAlerts: alerts)
        }
        colours = ColourChangesView(changes.colours, links)
        arrivals = changes.arrivals.filter { $0.figure.reasonToWithhold == nil }.map { arrival in
            Arrival(
                arrivalTitle: PlainText.line(arrival.kpi.title),
                arrivalLink: links.measure(arrival.kpi, of: arrival.priority),
                arrivalFigure: arrival.figure.words,
                arrivalPeriods: arrival.periods == 1
                    ? arrival.figure.period.title
                    : "\(arrival.figure.period.title), and \(PlainText.counted(arrival.periods - 1, "period")) more")
        }
        withheldLines = WithheldNames(
            changes.arrivals.compactMap { arrival in
                arrival.figure.reasonToWithhold.map {
                    WithheldNames.Name(
                        title: PlainText.line(arrival.kpi.title), link: links.measure(arrival.kpi, of: arrival.priority), reason: $0)
                }
            }
        ).lines
        hasToldArrivals = !arrivals.isEmpty
        hasArrivals = !changes.arrivals.isEmpty
        arrivalCount = PlainText.counted(changes.arrivals.count, "measure")
    }
}

extension SinceView.ChangedAlert {
    init(_ alert: ReaderChanges.Alert) {
        self.init(
            changedTitle: PlainText.line(alert.title), changedSeverity: PlainText.sentence(alert.severity.rawValue),
            changedClass: alert.severity.rawValue,
            changedWords: PlainText.line(Self.words(alert)))
    }

    private static func words(_ alert: ReaderChanges.Alert) -> String {
        let (change, area) = (alert.change, alert.area.name)
        let span = change.began == change.last ? change.began.title : "\(change.began.title) to \(change.last.title)"
        switch change.kind {
        case .opened, .worsened: return alert.row?.lineMessage ?? "\(area): since \(change.began.title)"
        case .recovered:
            return change.wasOpen
                ? "\(area): raised in \(change.began.title), recovered by \(change.last.title)"
                : "\(area): raised and recovered since, \(span)"
        case .withdrawn:
            return "\(area): raised in \(change.began.title), and would not have been on the figures as restated since"
        case .closed: return "\(area): raised in \(change.began.title); its rule or its area is judged no more"
        }
    }
}

extension AlertChange.Kind {
    var title: String {
        switch self {
        case .opened: "Raised"
        case .worsened: "Worse"
        case .recovered: "Recovered"
        case .withdrawn: "Withdrawn"
        case .closed: "Closed"
        }
    }
}
