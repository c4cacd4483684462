import Crypto
import Foundation

/// What a form carries to show that one of our own pages made it: HMAC-SHA256 of its purpose under the sign-in's reference,
/// which no other site knows.
public enum FormToken {
    /// The token for a purpose, in the pages of one sign-in.
    public static func make(reference: String, purpose: String = "form") -> String {
        code(reference, purpose).base64URL
    }

    /// Whether a token is of this sign-in and purpose, in a time that does not tell how much of it is right.
    public static func isRight(_ token: String, reference: String, purpose: String = "form") -> Bool {
        areSame(Array(token.utf8), Array(make(reference: reference, purpose: purpose).utf8))
    }

    private static func code(_ reference: String, _ purpose: String) -> [UInt8] {
        let key = SymmetricKey(data: Array(reference.utf8))
        return Array(HMAC<SHA256>.authenticationCode(for: Array("form:\(purpose)".utf8), using: key))
    }
}
