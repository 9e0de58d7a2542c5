import Definitions
import Delivery
import Foundation

extension NightlySettings {
    /// The channels of a delivery plan, one for each route.
    func channels(of plan: DeliveryPlan) -> [any NoticeChannel] {
        plan.routes.map { route in
            switch route.channel {
            case .folder: FolderChannel(folder: outFolder + "/notices", route: route.id)
            case .mail(let from):
                MailChannel(route: route.id, from: from, to: route.addresses, program: sendmail, now: now)
            case .webhook(.url(let address)): WebhookChannel(route: route.id, address: address)
            case .webhook(.variable(let name)):
                if let address = environment[name], WebAddress.isFit(address) {
                    WebhookChannel(route: route.id, address: address)
                } else {
                    UnsetChannel(route: route.id, variable: name)
                }
            }
        }
    }
}
