import CCurl
public import FlywheelKit
public import FlywheelStore
import Transfers

/// Posts messages to web addresses: webhooks with a signature, lines of text without.
public struct PostCourier: Courier {
    /// The longest that a receiver may take for its answer.
    static let patience = Duration.seconds(20)

    private let addresses: AddressGuard
    private let patience: Duration

    /// A courier that sends where a guard lets it.
    public init(addresses: AddressGuard) { self.init(addresses: addresses, patience: Self.patience) }

    init(addresses: AddressGuard, patience: Duration) {
        self.addresses = addresses
        self.patience = patience
    }

    /// Posts a delivery's body.
    public func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply {
        let target: TargetURL
        do throws(TargetURL.Fault) { target = try TargetURL(subscription.target) } catch {
            return .forbidden(error.rawValue)
        }
        let address: IPAddress
        do throws(AddressGuard.Refusal) { address = try await addresses.check(target) } catch {
            return error.isPassing ? .unreachable : .forbidden(error.word)
        }
        let headers = Self.headers(of: delivery, to: subscription, now: now)
        let body = delivery.body
        let milliseconds = Int(patience / .milliseconds(1))
        return
            (try? await blocking {
                Self.post(body, headers, to: target, at: address, within: milliseconds, now: now)
            }) ?? .unreachable
    }

    static func headers(of delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) -> [String] {
        // Without the last, curl would ask a receiver of a long body to say first that it wants it.
        let usual = ["content-type: application/json", "user-agent: flywheel", "expect:"]
        guard subscription.kind == .webhook else { return usual }
        let signature = WebhookSignature.header(
            id: delivery.id, at: now, body: Array(delivery.body.utf8), secrets: subscription.secrets)
        return usual + [
            "webhook-id: \(delivery.id)", "webhook-timestamp: \(now.seconds)", "webhook-signature: \(signature)",
        ]
    }

    private static func post(
        _ body: String, _ headers: [String], to target: TargetURL, at address: IPAddress, within milliseconds: Int,
        now: Instant
    ) -> Reply {
        guard let curl = Curl() else { return .unreachable }
        var settings = [
            curl.set(CURLOPT_URL, target.text), curl.set(CURLOPT_PROTOCOLS_STR, "https,http"),
            // No proxy of the environment stands between what was checked and what is connected to.
            curl.set(CURLOPT_PROXY, ""), curl.set(CURLOPT_FOLLOWLOCATION, 0), curl.set(CURLOPT_NOSIGNAL, 1),
            curl.set(CURLOPT_CONNECTTIMEOUT, 10), curl.set(CURLOPT_TIMEOUT_MS, milliseconds),
            curl.set(CURLOPT_POSTFIELDSIZE, body.utf8.count), curl.set(CURLOPT_COPYPOSTFIELDS, body),
            curl.set(CURLOPT_HTTPHEADER, headers), curl.read(upTo: 0),
        ]
        if target.address == nil {
            // Whatever the name says meanwhile, the address that was checked is connected to. The certificate is still held
            // against the name.
            settings.append(curl.set(CURLOPT_RESOLVE, ["\(target.host):\(target.port):\(address.bracketed)"]))
        }
        guard settings.allSatisfy({ $0 == CURLE_OK }) else { return .forbidden("post-settings") }
        let code = curl.perform()
        // The answer's text is not wanted, and not reading it is no failure.
        if (code == CURLE_OK || code == CURLE_WRITE_ERROR), curl.status > 0 {
            return .status(
                curl.status, retryAfter: curl.header("retry-after").flatMap { RetryAfter.seconds($0, now: now) })
        }
        return switch code {
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_PEER_FAILED_VERIFICATION: .forbidden("bad-certificate")
        default: .unreachable
        }
    }
}

extension IPAddress {
    /// The address as it stands beside a port.
    fileprivate var bracketed: String { bytes.count == 16 ? "[\(self)]" : description }
}
