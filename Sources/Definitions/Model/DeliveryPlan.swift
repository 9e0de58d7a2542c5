public import Diagnostics
public import Measures

/// By which channels notices go out, and by which routes each body's do: `delivery:` in `partnership.yaml`.
///
/// No channel names a program: which `sendmail` is run is the operator's to say, on the command line.
public struct DeliveryPlan: Sendable, Hashable {
    /// In the order of the file.
    public var routes: [Route]
    /// The address of the web at which readers find the output's folder; nil where it is not served.
    public var site: String?

    public init(routes: [Route], site: String? = nil) {
        self.routes = routes
        self.site = site
    }

    /// Where a reader of a notice finds a page of the lists as of a day: by its address where the output is served, else by its path below the
    /// output's folder.
    public func place(of page: String, asOf: CalendarDate) -> String {
        guard var site else { return page }
        while site.hasSuffix("/") { site.removeLast() }
        return "\(site)/\(asOf)/\(page)"
    }

    /// Where `delivery:` is left out: every group's notice, into the folder for notices.
    public static let folderOnly = DeliveryPlan(routes: [Route(id: "folder", channel: .folder)])

    /// A way by which notices leave Beacon.
    public enum Channel: Sendable, Hashable {
        /// Files below the folder of the output, `notices/`.
        case folder
        /// The local `sendmail`, with the sender's address.
        case mail(from: String)
        /// A JSON document, posted to an address of HTTP.
        case webhook(WebhookAddress)
    }

    public enum WebhookAddress: Sendable, Hashable {
        case url(String)
        /// The name of a variable of the environment that holds it: an address may itself be the secret that lets a notice in.
        case variable(String)
    }

    /// Which notices go by a channel, and to whom.
    public struct Route: Sendable, Hashable {
        /// As the outbox names it: a notice that waits for a route waits under this name.
        public var id: String
        public var channel: Channel
        /// The thematic groups and boards whose notices go by it; nil for every thematic group.
        public var bodies: [String]?
        /// The priorities whose alerts it tells of; nil for all.
        public var priorities: [String]?
        /// It tells of alerts of at least this severity.
        public var leastSeverity: Rule.Severity
        /// The first and the last as-of date for which it stands; nil for open ends.
        public var from: CalendarDate?
        public var until: CalendarDate?
        /// Addresses of mail; empty for other channels.
        public var addresses: [String]
        /// Where its priorities are named, by name.
        public var priorityPlaces: [String: SourceSpan]

        public init(
            id: String, channel: Channel, bodies: [String]? = nil, priorities: [String]? = nil,
            leastSeverity: Rule.Severity = .low, from: CalendarDate? = nil, until: CalendarDate? = nil,
            addresses: [String] = [], priorityPlaces: [String: SourceSpan] = [:]
        ) {
            self.id = id
            self.channel = channel
            self.bodies = bodies
            self.priorities = priorities
            self.leastSeverity = leastSeverity
            self.from = from
            self.until = until
            self.addresses = addresses
            self.priorityPlaces = priorityPlaces
        }
    }
}

extension DeliveryPlan {
    /// The routes by which a body's notices go on a day.
    public func routes(of body: Body, on day: CalendarDate) -> [Route] {
        routes.filter { $0.serves(body) && $0.stands(on: day) }
    }
}

extension DeliveryPlan.Route {
    public func serves(_ body: Body) -> Bool { bodies?.contains(body.id) ?? (body.kind == .group) }

    public func stands(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// Whether it tells of the alerts of a rule.
    public func tells(of rule: Rule) -> Bool { tells(of: rule.severity, priority: rule.priority) }

    /// Whether it tells of the alerts of a rule of a severity and priority, which may be gone; without the priority, of those of any.
    public func tells(of severity: Rule.Severity, priority: String?) -> Bool {
        severity >= leastSeverity && (priorities.flatMap { named in priority.map(named.contains) } ?? true)
    }

    /// Whether it tells of every alert, and so of what a notice says besides.
    public var tellsOfAll: Bool { priorities == nil && leastSeverity == .low }
}
