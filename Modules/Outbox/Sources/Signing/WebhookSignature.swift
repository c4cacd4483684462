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
        secrets.map { "v1," + Data(code(id, String(at.seconds), body, $0)).base64EncodedString() }
            .joined(separator: " ")
    }

    /// Whether a signature is a secret's; takes as long whatever is wrong with it.
    static func holds(
        _ signature: Data, id: String, timestamp: String, body: [UInt8], secret: SigningSecret
    ) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            signature, authenticating: signed(id, timestamp, body), using: SymmetricKey(data: secret.key))
    }

    private static func code(
        _ id: String, _ timestamp: String, _ body: [UInt8], _ secret: SigningSecret
    ) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(
            for: signed(id, timestamp, body), using: SymmetricKey(data: secret.key))
    }

    private static func signed(_ id: String, _ timestamp: String, _ body: [UInt8]) -> [UInt8] {
        Array("\(id).\(timestamp).".utf8) + body
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
