public import Alerting
import Diagnostics

/// Stands for a webhook whose address is not set where Beacon runs: its notices go on waiting, and it is said why.
public struct UnsetChannel: NoticeChannel {
    public let name: String
    private let variable: String

    public init(route: String, variable: String) {
        name = route
        self.variable = variable
    }

    public func deliver(_ notice: Notice) async throws(DeliveryError) {
        throw DeliveryError(.variableNotSet(variable, route: name))
    }
}
