import Crypto
import FlywheelKit
import FlywheelStore
import Foundation

/// A receiver: says whether a message that came in is from somebody who knows the secret, is of now, and comes for the first time.
///
/// Verified are the bytes as they came: a reader of JSON may see the same in different bytes.
struct WebhookVerifier: Sendable {
    /// Why a message is not believed.
    enum Refusal: Error, Hashable, Sendable {
        /// A header is missing or is not what Standard Webhooks asks for; its name.
        case header(String)
        /// No signature is one of a known secret.
        case signature
        /// It was signed too long ago, or at a time still to come.
        case time
        /// A message of this id came before.
        case replayed
    }

    /// How far its time may be from now, in seconds, either way (Standard Webhooks: 5 minutes).
    static let tolerance: Int64 = 300
    /// How long an id is remembered, in seconds: as long as its message could still be believed, on either clock.
    static let memory: Int64 = 2 * tolerance
    /// The most signatures that are looked at in a message.
    static let mostSignatures = 16

    private let secrets: [SigningSecret]
    private var seen: [String: Instant] = [:]

    /// A verifier that has seen no message.
    ///
    /// - Parameter secrets: the sender's; two while the sender changes from one to the other.
    init(secrets: [SigningSecret]) { self.secrets = secrets }

    /// Believes a message, and remembers its id, or says why not.
    ///
    /// - Parameters:
    ///   - headers: by their names in lower case.
    ///   - body: the bytes as they came.
    /// - Returns: the message's id.
    @discardableResult
    mutating func verify(
        _ headers: [String: String], body: [UInt8], now: Instant
    ) throws(Refusal) -> String {
        guard let id = headers["webhook-id"], !id.isEmpty, id.utf8.count <= 256, !id.contains(".") else {
            throw .header("webhook-id")
        }
        guard let timestamp = headers["webhook-timestamp"], let seconds = Int64(timestamp), seconds >= 0 else {
            throw .header("webhook-timestamp")
        }
        guard let list = headers["webhook-signature"] else { throw .header("webhook-signature") }
        guard isSigned(list, id: id, timestamp: timestamp, body: body) else { throw .signature }
        guard (now.seconds - Self.tolerance...now.seconds + Self.tolerance).contains(seconds) else { throw .time }
        seen = seen.filter { now.seconds - $0.value.seconds <= Self.memory }
        guard seen.updateValue(now, forKey: id) == nil else { throw .replayed }
        return id
    }

    private func isSigned(_ list: String, id: String, timestamp: String, body: [UInt8]) -> Bool {
        let signatures = list.split(separator: " ").prefix(Self.mostSignatures).compactMap { entry in
            entry.hasPrefix("v1,") ? Data(base64Encoded: String(entry.dropFirst(3))) : nil
        }
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return secrets.contains { secret in
            signatures.contains {
                HMAC<SHA256>.isValidAuthenticationCode(
                    $0, authenticating: signed, using: SymmetricKey(data: secret.key))
            }
        }
    }
}
