import CCurl
public import FlywheelKit
public import FlywheelStore
import Foundation
import Transfers

/// Hands mails over to a server with libcurl.
public struct MailCourier: Courier {
    private let server: MailServer

    /// A courier for one server.
    public init(server: MailServer) { self.server = server }

    /// Sends a delivery's body, a ``MailText`` as JSON, to its subscription's address.
    public func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply {
        guard let receiver = MailAddress(subscription.target) else { return .forbidden("bad-mail-address") }
        guard let content = try? CanonicalJSON.value(MailText.self, from: delivery.body) else {
            return .forbidden("bad-body")
        }
        let mail = MailMessage(content, id: delivery.id, at: delivery.made, from: server.sender, to: receiver)
        let server = server
        return (try? await blocking { Self.handOver(mail.bytes, to: receiver, at: server) }) ?? .unreachable
    }

    private static func handOver(_ mail: [UInt8], to receiver: MailAddress, at server: MailServer) -> Reply {
        guard let curl = Curl() else { return .unreachable }
        let source = MailSource(mail)
        return withExtendedLifetime(source) {
            let settings = [
                curl.set(CURLOPT_URL, server.address), curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
                // Neither proxies nor sign-ins come from the environment.
                curl.set(CURLOPT_PROXY, ""),
                curl.set(CURLOPT_USE_SSL, Int((server.isLocal ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue)),
                curl.set(CURLOPT_NOSIGNAL, 1), curl.set(CURLOPT_CONNECTTIMEOUT, 10), curl.set(CURLOPT_TIMEOUT, 60),
                curl.set(CURLOPT_UPLOAD, 1), curl.set(CURLOPT_USERNAME, server.user),
                curl.set(CURLOPT_PASSWORD, server.password), curl.set(CURLOPT_MAIL_FROM, "<\(server.sender.text)>"),
                curl.set(CURLOPT_MAIL_RCPT, ["<\(receiver.text)>"]),
                flywheel_curl_set_reader(
                    curl.handle, MailSource.read, Unmanaged.passUnretained(source).toOpaque()),
            ]
            guard settings.allSatisfy({ $0 == CURLE_OK }) else { return .forbidden("mail-settings") }
            return reply(curl.perform(), curl.status)
        }
    }

    private static func reply(_ code: CURLcode, _ status: Int) -> Reply {
        switch code {
        // A server takes a mail with a status of 250; whatever it is, curl found that it was taken.
        case CURLE_OK: .status(250)
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_USE_SSL_FAILED: .forbidden("no-encryption")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR: .forbidden("bad-certificate")
        case CURLE_LOGIN_DENIED: .forbidden("sign-in-refused")
        default: status >= 400 ? .status(status) : .unreachable
        }
    }
}

/// The bytes of a mail, handed out piece by piece.
private final class MailSource {
    private var left: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { left = bytes[...] }

    /// Copies the next bytes to where curl wants them.
    static let read: curl_read_callback = { buffer, size, count, context in
        guard let buffer, let context else { return 0 }
        let source = Unmanaged<MailSource>.fromOpaque(context).takeUnretainedValue()
        let piece = source.left.prefix(size * count)
        UnsafeMutableRawBufferPointer(start: buffer, count: piece.count).copyBytes(from: piece)
        source.left = source.left.dropFirst(piece.count)
        return piece.count
    }
}
