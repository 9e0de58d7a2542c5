public import Alerting
import Diagnostics
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Posts each notice as JSON to an address of HTTP.
///
/// The notice's key goes along as `Idempotency-Key`: a receiver that heeds it takes a notice once, also where its answer was lost or
/// the run was killed before it could remember it. Within a run a receiver that is busy or hangs up is asked again, each time later; one that
/// does not answer in time is asked once more; what it refuses (a status of 400 to 499, but 408, 425 and 429) waits for the next run.
public struct WebhookChannel: NoticeChannel {
    public let name: String
    private let address: String
    private let waits: [Double]
    private let timeoutSeconds: Double

    /// - Parameters:
    ///   - route: the name under which notices wait for it.
    ///   - address: `https://…`. It may be a secret, and is in no message.
    ///   - waits: seconds before each further attempt within one run. A receiver's `Retry-After` makes one longer, up to a minute.
    ///   - timeoutSeconds: after which a receiver that does not answer is given up.
    public init(route: String, address: String, waits: [Double] = [1, 4, 15], timeoutSeconds: Double = 20) {
        name = route
        self.address = address
        self.waits = waits
        self.timeoutSeconds = timeoutSeconds
    }

    /// Any seconds that a receiver asks for are heeded up to this: the night is not its own.
    private static let longestWait = 60.0

    public func deliver(_ notice: Notice) async throws(DeliveryError) {
        let request = try request(for: notice)
        var waits = waits[...]
        var hasStalled = false
        while true {
            switch await attempt(request) {
            case .taken: return
            case .refused(let reason): throw DeliveryError(.webhookFailed(route: name, reason: reason))
            case .busy(let reason, let seconds):
                guard let wait = waits.popFirst() else {
                    throw DeliveryError(.webhookFailed(route: name, reason: reason))
                }
                await Self.pause(max(wait, seconds ?? 0))
            case .silent(let reason, let hadTime):
                // Who let the whole time pass is asked once more, and no oftener: the night is not its own.
                guard let wait = waits.popFirst(), !(hadTime && hasStalled) else {
                    throw DeliveryError(.webhookSilent(route: name, reason: reason))
                }
                hasStalled = hadTime
                await Self.pause(wait)
            }
        }
    }

    private static func pause(_ seconds: Double) async {
        try? await Task.sleep(for: .seconds(min(seconds, longestWait)))
    }

    private enum Outcome {
        case taken
        case refused(String)
        /// Worth another attempt, after as many seconds as it asks for.
        case busy(String, after: Double?)
        /// It gave no answer at all, for the whole time or at once.
        case silent(String, hadTime: Bool)
    }

    private func request(for notice: Notice) throws(DeliveryError) -> URLRequest {
        guard let url = URL(string: address) else { throw DeliveryError(.noWebhookAddress(route: name)) }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("application/json; charset=utf-8", forHTTPHeaderField: "Content-Type")
        request.setValue(notice.key, forHTTPHeaderField: "Idempotency-Key")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(notice.withoutMail) else {
            throw DeliveryError(.webhookFailed(route: name, reason: "the notice cannot be told as JSON"))
        }
        request.httpBody = Data(JSONText.withoutRawDirections(String(decoding: body, as: UTF8.self)).utf8)
        return request
    }

    /// By a clock of its own: a request's timeout is whole seconds at best, and starts anew with each byte.
    private func attempt(_ request: URLRequest) async -> Outcome {
        let seconds = timeoutSeconds
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask { await Self.post(request) }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next().flatMap(\.self) ?? .silent("it does not answer in time", hadTime: true)
        }
    }

    private static func post(_ request: URLRequest) async -> Outcome {
        let session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        do {
            let (_, response) = try await session.data(for: request)
            guard let response = response as? HTTPURLResponse else {
                return .busy("it does not answer as HTTP does", after: nil)
            }
            let after = response.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init)
            return switch response.statusCode {
            case 200...299: .taken
            case 408, 425, 429, 500...599: .busy("it answers with status \(response.statusCode)", after: after)
            default: .refused("it answers with status \(response.statusCode)")
            }
        } catch {
            // The error's own words hold the address.
            return .silent("it cannot be reached", hadTime: false)
        }
    }

    /// Nothing is kept between notices: no cookie, no cache, no password.
    private static let configuration: URLSessionConfiguration = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        return configuration
    }()
}

/// A notice goes to the address that was stated, and to no other that its receiver names.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
