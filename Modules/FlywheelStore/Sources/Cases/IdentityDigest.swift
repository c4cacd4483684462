import Crypto

/// A digest by which somebody or something is found again without being kept: HMAC-SHA256 (RFC 2104) under the store's key.
///
/// Whoever has the digests without the key, such as from a journal or an export, can hold no guess against them. Whoever has
/// the whole store has the key as well.
public enum IdentityDigest {
    /// A new key: 32 random bytes.
    public static func key() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes(Array.init) }

    /// The digest of a text of some kind, such as `address`. The same text of two kinds has two digests.
    public static func of(_ text: String, kind: String, key: [UInt8]) -> [UInt8] {
        let message = Array("\(kind.utf8.count):\(kind)\(text)".utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
    }

    /// The digest of an address of mail: the same however it is capitalised and whatever white space is around it.
    public static func of(address: String, key: [UInt8]) -> [UInt8] {
        let scalars = address.unicodeScalars.drop { $0.properties.isWhitespace }
        var trimmed = String(String.UnicodeScalarView(scalars))
        while trimmed.unicodeScalars.last?.properties.isWhitespace == true { trimmed.unicodeScalars.removeLast() }
        return of(trimmed.lowercased(), kind: "address", key: key)
    }
}
