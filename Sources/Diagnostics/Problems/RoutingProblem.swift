/// What can be wrong with `delivery:` as it is written.
public enum RoutingProblem: Problem, Equatable {
    case notAddress(String)
    case notWebAddress(String)
    case twoWebAddresses
    case addressesNotWanted(route: String)
    case untilBeforeFrom(route: String)
    case unroutedGroup(String)
}

extension RoutingProblem {
    public var code: String {
        switch self {
        case .notAddress: "not-mail-address"
        case .notWebAddress: "not-web-address"
        case .twoWebAddresses: "two-web-addresses"
        case .addressesNotWanted: "route-addresses"
        case .untilBeforeFrom: "route-dates"
        case .unroutedGroup: "group-without-route"
        }
    }

    public var severity: Severity {
        switch self {
        case .unroutedGroup: .warning
        default: .error
        }
    }

    public var words: String {
        switch self {
        case .notAddress(let text): "\(Wording.quoted(text)) is not an address of mail"
        case .notWebAddress(let text): "\(Wording.quoted(text)) is not an address that a notice may be posted to"
        case .twoWebAddresses: "a webhook has one address: its `url`, or the `variable` that holds it"
        case .addressesNotWanted(let route): "the route `\(route)` goes by no mail, and has no use for addresses in `to`"
        case .untilBeforeFrom(let route): "the route `\(route)` ends before it begins"
        case .unroutedGroup(let group): "no route serves the thematic group `\(group)`: its notices go nowhere"
        }
    }

    public var remedy: String? {
        switch self {
        case .notAddress: "write it as name@example.org, without spaces and without the person's name"
        case .notWebAddress: "write `https://…`; `http://` goes for this machine alone (localhost)"
        case .twoWebAddresses: "keep the `variable` where the address is a secret"
        case .addressesNotWanted: "take `to` out, or name a channel of mail"
        case .untilBeforeFrom: nil
        case .unroutedGroup: "name it in `of` of a route, or make a route without `of`"
        }
    }
}
