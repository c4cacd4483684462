import Crypto

/// Codes that change with time (RFC 6238, "TOTP"): HMAC-SHA-1, six digits, steps of 30 seconds, as every authenticator makes
/// them.
enum OneTimeCode {
    /// Seconds for which a code is shown.
    static let step: Int64 = 30
    /// How many steps a clock may be off, before or after.
    static let tolerance: Int64 = 1

    /// The code of a step, of that many digits (RFC 4226, section 5.3).
    static func code(_ secret: [UInt8], step: Int64, digits: Int = 6) -> String {
        let message = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian, Array.init)
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(hash[hash.count - 1] & 0x0F)
        let word = hash[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let limit = (0..<digits).reduce(1) { power, _ in power * 10 }
        let number = String(word % limit)
        return String(repeating: "0", count: digits - number.count) + number
    }

    /// The step whose code this is, of those that count now and come after `last`; every one is compared.
    static func matching(_ text: String, secret: [UInt8], at seconds: Int64, after last: Int64) -> Int64? {
        let now = seconds / step
        let found = (now - tolerance...now + tolerance).filter {
            areSame(Array(code(secret, step: $0).utf8), Array(text.utf8))
        }
        return found.first { $0 > last }
    }

    /// What an authenticator reads, from a picture or as a link.
    static func address(_ secret: [UInt8], name: String) -> String {
        "otpauth://totp/Flywheel:\(name.percentEncoded)?secret=\(secret.base32)&issuer=Flywheel"
    }
}

extension String {
    /// With `%` before all but letters, digits, `-`, `.`, `_` and `~` (RFC 3986, section 2.3).
    var percentEncoded: String {
        utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || [45, 46, 95, 126].contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }.joined()
    }
}
