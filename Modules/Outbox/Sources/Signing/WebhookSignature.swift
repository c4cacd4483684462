import Crypto
public import FlywheelKit
public import FlywheelStore
import Foundation

/// The signature of a message, as Standard Webhooks has it: `v1,` and the base64 of HMAC-SHA256 over
/// `id.timestamp.body`.
public enum WebhookSignature {
    /// What stands in `webhook-signature`: a signature for each secret, parted by spaces, so that a receiver who knows one of
    /// them finds it.
    public static func header(
        id: String, at: Instant, body: [UInt8], secrets: [SigningSecret]
    ) -> String {
        let signed = Array("\(id).\(at.seconds).".utf8) + body
        return secrets.map { secret in
            let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: secret.key))
            return "v1," + Data(code).base64EncodedString()
        }.joined(separator: " ")
    }
}

extension SigningSecret {
    /// The text that receivers are given, `whsec_` and base64: shown once, when the secret is made.
    public var text: String { Self.prefix + Data(key).base64EncodedString() }

    /// Reads a secret's text; `nil` where it is none.
    public init?(text: String) {
        guard text.hasPrefix(Self.prefix), let key = Data(base64Encoded: String(text.dropFirst(Self.prefix.count)))
        else { return nil }
        self.init(key: Array(key))
    }
}
