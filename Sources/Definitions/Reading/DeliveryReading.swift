import Diagnostics
import Measures
import YAMLText

extension ReadingContext {
    private enum Kind: String, CaseIterable { case folder, mail, webhook }

    private struct RouteDraft {
        var route: DeliveryPlan.Route
        var channel: Located<String>
        var bodies: [Located<String>]?
        var addresses: SourceSpan?
        var until: SourceSpan
    }

    /// Reads `delivery:`: channels, and the routes by which notices go.
    func deliveryReading(among bodies: [Body]) -> FieldReading<DeliveryPlan> {
        .mapping("`delivery`") { reader in
            let site = reader.optional("site", self.webAddressReading)
            let channels = reader.required("channels", .entries(of: self.channelReading)) ?? []
            let drafts = reader.required("routes", .entries(of: self.routeReading)) ?? []
            // One that could not be read has been told of, and is not called unknown.
            let known = reader.mapping.entry(for: "channels")?.value.mapping?.entries.map(\.key.text) ?? []
            let routes = drafts.compactMap { entry -> DeliveryPlan.Route? in
                var route = entry.value.route
                route.id = entry.key.text
                self.checkID(route.id, of: .route, at: entry.key.span)
                for body in entry.value.bodies ?? [] {
                    _ = self.resolve(.body, body, among: bodies.map(\.id)) { name in bodies.first { $0.id == name } }
                }
                _ = self.resolve(.channel, entry.value.channel, among: known) { name in known.first { $0 == name } }
                let channel = channels.first { $0.key.text == entry.value.channel.value }?.value
                guard let channel else { return nil }
                route.channel = channel
                self.check(entry.value, route)
                return route
            }
            for group in bodies where group.kind == .group && !routes.contains(where: { $0.serves(group) }) {
                guard let span = group.span else { continue }
                self.report(RoutingProblem.unroutedGroup(group.id), at: span)
            }
            return DeliveryPlan(routes: routes, site: site)
        }
    }

    private func check(_ draft: RouteDraft, _ route: DeliveryPlan.Route) {
        if case .mail = route.channel {
            if route.addresses.isEmpty, draft.addresses == nil {
                report(FieldProblem.missingKey("to", of: "a route by mail"), at: draft.channel.span)
            }
        } else if let span = draft.addresses {
            report(RoutingProblem.addressesNotWanted(route: route.id), at: span)
        }
        if let from = route.from, let until = route.until, until < from {
            report(RoutingProblem.untilBeforeFrom(route: route.id), at: draft.until)
        }
    }

    private var channelReading: FieldReading<DeliveryPlan.Channel> {
        .mapping("a channel") { reader in
            switch reader.required("kind", .choice(of: Kind.self)) {
            case .folder: return .folder
            case .mail: return reader.required("from", self.addressReading).map { .mail(from: $0) }
            case .webhook:
                if reader.has("url"), reader.has("variable") {
                    self.report(RoutingProblem.twoWebAddresses, at: reader.place(of: "variable"))
                }
                if reader.has("variable") {
                    _ = reader.optional("url", .node)
                    return reader.required("variable", .text).map { .webhook(.variable($0)) }
                }
                return reader.required("url", self.webAddressReading).map { .webhook(.url($0)) }
            case nil:
                // What belongs to which kind is not known, so nothing besides is called unknown.
                for key in ["from", "url", "variable"] { _ = reader.optional(key, .node) }
                return nil
            }
        }
    }

    private var routeReading: FieldReading<RouteDraft> {
        .mapping("a route") { reader in
            let channel = reader.required("channel", .locatedText)
            let bodies = reader.optional("of", .oneOrMore(.locatedText))
            let priorities = reader.optional("priorities", .oneOrMore(.locatedText))
            let severity = reader.optional("severity", .choice(of: Rule.Severity.self)) ?? .low
            let from = reader.optional("from", .calendarDate)
            let until = reader.optional("until", .calendarDate)
            let addresses = reader.optional("to", .oneOrMore(self.addressReading)) ?? []
            guard let channel else { return nil }
            return RouteDraft(
                route: DeliveryPlan.Route(
                    id: "", channel: .folder, bodies: bodies?.map(\.value), priorities: priorities?.map(\.value),
                    leastSeverity: severity, from: from, until: until, addresses: addresses,
                    priorityPlaces: Dictionary(
                        (priorities ?? []).map { ($0.value, $0.span) }, uniquingKeysWith: { first, _ in first })),
                channel: channel, bodies: bodies, addresses: reader.has("to") ? reader.place(of: "to") : nil,
                until: reader.place(of: "until"))
        }
    }

    /// One address, as `sendmail` takes it from a header: no name, no list, nothing that would begin another header.
    private var addressReading: FieldReading<String> {
        FieldReading<String>.text.then { text, field in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isPlain = text.utf8.allSatisfy { byte in
                byte > 0x20 && byte < 0x7F && !#"()<>[]:;,\""#.utf8.contains(byte)
            }
            guard isPlain, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254,
                !text.hasPrefix("-")
            else {
                field.report(RoutingProblem.notAddress(text))
                return nil
            }
            return text
        }
    }

    private var webAddressReading: FieldReading<String> {
        FieldReading<String>.text.then { text, field in
            guard WebAddress.isFit(text) else {
                field.report(RoutingProblem.notWebAddress(text))
                return nil
            }
            return text
        }
    }
}
