/// A mail address in the plain form that every server takes: `name@example.com`.
///
/// Quoted names, comments, and anything that could end a line or begin another header are refused.
public struct MailAddress: Hashable, Sendable {
    /// The address.
    public let text: String

    /// Its part behind the `@`.
    var domain: Substring { text.drop { $0 != "@" }.dropFirst() }

    /// Reads an address (the dot-atom form of RFC 5322, 3.4.1, in the lengths of RFC 5321, 4.5.3); `nil` where it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), (1...253).contains(parts[1].utf8.count) else {
            return nil
        }
        let atoms = parts.flatMap { $0.split(separator: ".", omittingEmptySubsequences: false) }
        guard atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAtomByte) }),
            parts[1].utf8.allSatisfy({ Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
        else { return nil }
        self.text = text
    }

    private static func isAtomByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
