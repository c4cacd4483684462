import Crypto
import Foundation

/// Show that somebody gave their password before an attempt at an identity provider, so that what comes of it may be linked to
/// them: HMAC-SHA256 under a key that no browser has, and that ends with the program.
struct LinkPermits: Sendable {
    private let key = SymmetricKey(size: .bits256)

    func make(for name: String, attempt: String) -> String { code(name, attempt).base64URL }

    /// Whether a permit is of this person and attempt, in a time that does not tell how much of it is right.
    func isRight(_ permit: String, for name: String, attempt: String) -> Bool {
        areSame(Array(permit.utf8), Array(make(for: name, attempt: attempt).utf8))
    }

    private func code(_ name: String, _ attempt: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(attempt) \(name)".utf8), using: key))
    }
}
