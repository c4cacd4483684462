import Crypto
import Foundation

extension Sequence where Element == UInt8 {
    /// Base64 for URLs, without padding (RFC 4648, section 5).
    var base64URL: String {
        Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Base64 without padding, as PHC strings have it.
    var unpaddedBase64: String { Data(self).base64EncodedString().replacing("=", with: "") }

    /// Base32 without padding (RFC 4648, section 6).
    var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var (buffer, bits) = (0, 0)
        for byte in self {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }
}

extension String {
    /// The bytes of base64 without padding; `nil` where it is none.
    var unpaddedBase64Bytes: [UInt8]? {
        Data(base64Encoded: self + String(repeating: "=", count: (4 - utf8.count % 4) % 4)).map(Array.init)
    }
}

/// SHA-256 of a secret: what the store has of it. The secrets are random and long, so no slow hash is needed.
func secretDigest(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Array(secret.utf8))) }

/// Whether two secrets are the same, in a time that does not tell where they differ.
func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool { SymmetricKey(data: left) == SymmetricKey(data: right) }
