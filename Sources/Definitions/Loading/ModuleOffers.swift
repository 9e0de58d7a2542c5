public import ModuleKit

/// What the modules that the host found say they can compute.
public struct ModuleOffers: Sendable {
    public enum Offer: Sendable {
        case manifest(Manifest)
        /// The module is there, and did not say what it offers.
        case failed(reason: String)
        case absent
    }

    private let offers: [String: Offer]

    public init(_ offers: [String: Offer]) {
        self.offers = offers
    }

    public var known: [String] { offers.keys.sorted() }

    public func offer(of module: String) -> Offer { offers[module] ?? .absent }
}
