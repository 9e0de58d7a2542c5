import AlertStore
import Alerting
import Definitions
import Delivery
import Foundation
import Measures

/// Takes what waits in the outbox to its channels apart from a run, and tells which way a notice takes.
public struct Notifying: Sendable {
    let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// What became of the notices that waited.
    public struct Outcome: Sendable {
        public var delivered: Int
        /// Those that were not tried: they failed shortly before, or their receiver did not answer for another.
        public var postponed: Int
        /// Those of a night whose lists are not published yet: readers would look for what is told in lists that are not there.
        public var unpublished: Int
        public var faults: [Fault]
    }

    /// Tries what waits, but what failed so shortly before that its receiver should be left in peace.
    public func deliver() async throws(RunFailure) -> Outcome {
        // Without a store there is nothing to deliver, and none is made.
        try checkStore()
        let plan = try await plan()
        do throws(AlertStoreError) {
            let now = settings.now()
            let lock = try RunLock(stateFolder: settings.stateFolder, for: .delivery, started: now)
            defer { withExtendedLifetime(lock) {} }
            let store = try AlertStore.openBesideRuns(stateFolder: settings.stateFolder, at: now)
            defer { store.close() }
            let report = try await Courier(store: store, channels: settings.channels(of: plan))
                .deliverWaiting(at: settings.now(), isPatient: true, upTo: try Self.lastPublished(store))
            return Outcome(
                delivered: report.delivered, postponed: report.postponed, unpublished: report.unpublished,
                faults: report.failures.map(Fault.init))
        } catch {
            throw RunFailure(error, at: "deliver")
        }
    }

    /// The last run whose lists stand where readers look; no run where none do.
    private static func lastPublished(_ store: AlertStore) throws(AlertStoreError) -> RunID {
        try store.publishedRuns().max() ?? RunID(rawValue: 0)
    }

    /// Lets go of all that waits for a route that is stated no more.
    ///
    /// - Returns: how many notices waited for it.
    public func drop(route: String) async throws(RunFailure) -> Int {
        try checkStore()
        guard try await !plan().routes.contains(where: { $0.id == route }) else {
            throw .usage(
                words: "the route `\(route)` is stated, and its notices go out",
                remedy: "take it out of `delivery` in partnership.yaml first")
        }
        do throws(AlertStoreError) {
            let now = settings.now()
            let lock = try RunLock(stateFolder: settings.stateFolder, for: .delivery, started: now)
            defer { withExtendedLifetime(lock) {} }
            let store = try AlertStore.openBesideRuns(stateFolder: settings.stateFolder, at: now)
            defer { store.close() }
            return try store.dropWaiting(for: route, at: now)
        } catch {
            throw RunFailure(error, at: "deliver")
        }
    }

    /// A store that was emptied, exchanged or restored would send what went out long ago, or lose what others wait for.
    private func checkStore() throws(RunFailure) {
        try KeptHeads.check(stateFolder: settings.stateFolder, outFolder: settings.outFolder, at: "deliver")
    }

    private func checkThereIsAStore() throws(RunFailure) {
        do throws(AlertStoreError) { try AlertStore(reading: settings.stateFolder).close() } catch {
            throw RunFailure(error, at: "deliver")
        }
    }

    /// A notice that waits, as `--dry-run` tells of it.
    public struct Waiting: Sendable, Encodable {
        public var notice: String
        public var subject: String
        public var route: String
        /// Where the route leads as the definitions stand; nil where they have none of that name.
        public var leadsTo: String?
        public var failedAttempts: Int
        public var lastFailure: String?
        /// Whether it waits until the lists of its night are published.
        public var isUnpublished: Bool

        private enum CodingKeys: String, CodingKey {
            case notice, subject, route
            case leadsTo = "leads_to"
            case failedAttempts = "failed_attempts"
            case lastFailure = "last_failure"
            case isUnpublished = "waits_for_lists"
        }

        /// In words, a line each.
        public var lines: [String] {
            let times = failedAttempts == 1 ? "once" : "\(failedAttempts) times, the last time"
            return ["\(notice): \(subject)", "  \(route): \(leadsTo ?? "no route of this name; it is kept")"]
                + (lastFailure.map { ["  failed \(times): \($0)"] } ?? [])
                + (isUnpublished ? ["  its lists are not published yet: it goes out once they are"] : [])
        }
    }

    /// What waits, and where it would go. Nothing goes out.
    public func waiting() async throws(RunFailure) -> [Waiting] {
        try checkThereIsAStore()
        let plan = try await plan()
        do throws(AlertStoreError) {
            let store = try AlertStore(reading: settings.stateFolder)
            defer { store.close() }
            let published = try Self.lastPublished(store)
            return try store.waitingNotices().map { waiting in
                Waiting(
                    notice: waiting.notice.key, subject: waiting.notice.subject, route: waiting.channel,
                    leadsTo: plan.routes.first { $0.id == waiting.channel }.map(settings.goal),
                    failedAttempts: waiting.failedAttempts.count, lastFailure: waiting.failedAttempts.last?.failure,
                    isUnpublished: waiting.run > published)
            }
        } catch {
            throw RunFailure(error, at: "deliver")
        }
    }

    /// Where the news of an alert go for one of its readers.
    public struct Way: Sendable, Encodable {
        /// The thematic group or board, by id.
        public var reader: String
        public var audience: String
        /// Whether it is a copy for a body that the group reports to.
        public var isCopy: Bool
        /// By the route's name, where it leads.
        public var routes: [String: String]

        private enum CodingKeys: String, CodingKey {
            case reader, audience, routes
            case isCopy = "copy"
        }

        public var lines: [String] {
            ["\(reader) (\(isCopy ? "copy, " : "")audience \(audience))"]
                + (routes.isEmpty ? ["  no route"] : routes.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" })
        }
    }

    /// The ways that news of a rule's alerts take on the as-of date: to its groups, and to the bodies that get copies.
    public func ways(of name: String, area: String?) async throws(RunFailure) -> [Way] {
        let definitions = try await definitions()
        guard let rule = definitions.rules.first(where: { $0.id == name }) else {
            throw .unknown("rule", name, among: definitions.rules.map(\.id))
        }
        let partnership = definitions.partnership
        if let area {
            let judged = rule.levels.flatMap { partnership.geography.areas(at: $0) }
                .filter { rule.areas?.contains($0.code) ?? true }
            guard judged.contains(where: { $0.code.rawValue == area || $0.goes(by: area) }) else {
                throw .unknown("area of the rule `\(name)`", area, among: judged.map(\.name))
            }
        }
        return partnership.bodies.filter { rule.groups.contains($0.id) }.flatMap { group in
            ([group] + partnership.bodies.filter { group.reportsTo.contains($0.id) }).map { reader in
                let routes = partnership.delivery.routes(of: reader, on: settings.asOf).filter { $0.tells(of: rule) }
                return Way(
                    reader: reader.id, audience: reader.audience, isCopy: reader.id != group.id,
                    routes: Dictionary(routes.map { ($0.id, settings.goal($0)) }, uniquingKeysWith: { first, _ in first }))
            }
        }
    }

    private func definitions() async throws(RunFailure) -> Definitions {
        let checked = await settings.checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }
        return definitions
    }

    private func plan() async throws(RunFailure) -> DeliveryPlan { try await definitions().partnership.delivery }
}

extension NightlySettings {
    /// Where a route leads, for a person. An address of the web may be a secret, so only its host is told.
    func goal(_ route: DeliveryPlan.Route) -> String {
        switch route.channel {
        case .folder: "the folder \(outFolder)/notices"
        case .mail: "mail to \(route.addresses.joined(separator: ", "))"
        case .webhook(.url(let address)): "a post to \(URL(string: address)?.host() ?? "an address of the web")"
        case .webhook(.variable(let name)):
            environment[name] == nil
                ? "a post to the address in \(name), which is not set" : "a post to the address in \(name)"
        }
    }
}

extension Fault {
    init(_ failure: DeliveryReport.Failure) {
        self.init(
            .delivery, failure.key,
            "the notice \(failure.key) for \(failure.reader) by the route \(failure.channel): \(failure.error.words)",
            remedy: failure.error.remedy)
    }
}
