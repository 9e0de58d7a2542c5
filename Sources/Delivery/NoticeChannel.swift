public import Alerting

/// A way by which notices go out: a folder, mail, a webhook.
///
/// A channel is asked again where it failed, and also where the run was cut off before its success was remembered. So it
/// makes sure itself, by the notice's key, that a notice that has gone out does not go out again.
public protocol NoticeChannel: Sendable {
    /// As the outbox names it: stable, since notices wait under this name.
    var name: String { get }

    /// Sends the notice. When it returns, the notice has gone out for good.
    func deliver(_ notice: Notice) async throws(DeliveryError)
}
