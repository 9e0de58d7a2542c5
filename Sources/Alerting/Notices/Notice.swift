public import Definitions
public import Measures

/// What one thematic group or board is told after a run: a message for people, with the alerts that it tells of.
///
/// A notice holds only what its audience may see: figures and alerts that the disclosure policy withholds are left out before
/// it is made.
public struct Notice: Sendable, Hashable {
    /// One alert that the notice tells of.
    public struct Item: Sendable, Hashable {
        public var rule: String
        public var title: String
        /// The rule's priority, by id; nil in a notice of a Beacon that did not say it.
        public var priority: String?
        public var severity: Rule.Severity
        public var section: AlertStanding.Section
        public var area: AreaCode
        public var areaName: String
        public var period: Period
        /// The period in which the alert began to fire.
        public var since: Period?
        public var message: String
        /// Why it is told now, where the section does not say it: `not told before`.
        public var why: String?
        /// Whether it is open only because figures are due and not in.
        public var restsOnAbsence: Bool

        public init(
            rule: String, title: String, priority: String? = nil, severity: Rule.Severity, section: AlertStanding.Section,
            area: AreaCode, areaName: String, period: Period, since: Period? = nil, message: String, why: String? = nil,
            restsOnAbsence: Bool = false
        ) {
            self.rule = rule
            self.title = title
            self.priority = priority
            self.severity = severity
            self.section = section
            self.area = area
            self.areaName = areaName
            self.period = period
            self.since = since
            self.message = message
            self.why = why
            self.restsOnAbsence = restsOnAbsence
        }
    }

    /// Names the notice once and for all: a notice whose key is stored is not stored, and so not sent, again.
    public var key: String
    /// The thematic group or board, by id.
    public var group: String
    /// Who may read it, by id.
    public var audience: String
    public var subject: String
    /// The text, a line each.
    public var body: [String]
    public var asOf: CalendarDate
    public var items: [Item]
    /// What mail has besides the text; nil for a notice that goes by no mail.
    public var mail: MailParts?

    /// A notice as a page, and its alerts as a table.
    public struct MailParts: Sendable, Hashable, Codable {
        public var html: String
        public var csv: String

        public init(html: String, csv: String) {
            self.html = html
            self.csv = csv
        }
    }

    public init(
        key: String, group: String, audience: String, subject: String, body: [String], asOf: CalendarDate,
        items: [Item] = [], mail: MailParts? = nil
    ) {
        self.mail = mail
        self.key = key
        self.group = group
        self.audience = audience
        self.subject = subject
        self.body = body
        self.asOf = asOf
        self.items = items
    }
}

extension Notice {
    /// As programs get it: without what only mail has.
    public var withoutMail: Notice {
        var notice = self
        notice.mail = nil
        return notice
    }
}
