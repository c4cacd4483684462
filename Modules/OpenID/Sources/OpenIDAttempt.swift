import Crypto
import Foundation

/// One attempt to sign in: a secret of the browser's, from which all that binds the answer to it is made.
///
/// The server keeps nothing: the browser has the secret in a cookie, the provider sees what is made of it.
public struct OpenIDAttempt: Hashable, Sendable {
    /// What the cookie holds.
    public let secret: String

    /// The attempt of a secret, which nobody else may know: 256 random bits as text.
    public init(secret: String) { self.secret = secret }

    /// Returns with the browser (RFC 6749, section 10.12).
    var state: String { code("state") }
    /// Returns in the token (OpenID Connect Core 1.0, section 15.5.2).
    var nonce: String { code("nonce") }
    /// Shows the provider that who asks for the token is who sent the browser (RFC 7636).
    var verifier: String { code("verifier") }
    /// What the provider is told of the verifier.
    var challenge: String { Data(SHA256.hash(data: Array(verifier.utf8))).base64URL }

    private func code(_ purpose: String) -> String {
        let key = SymmetricKey(data: Array(secret.utf8))
        return Data(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key)).base64URL
    }
}

extension Data {
    /// Base64 for addresses, without padding (RFC 4648, section 5).
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Reads ``base64URL``; `nil` where it is none.
    init?(base64URL text: some StringProtocol) {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
        else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
func areSame(_ left: String, _ right: String) -> Bool {
    SymmetricKey(data: Array(left.utf8)) == SymmetricKey(data: Array(right.utf8))
}
