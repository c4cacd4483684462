/// A place in this house: a path that begins with `/`, and a query.
///
/// What is interpolated is percent-encoded (RFC 3986), so that a name with a slash stays one segment. No address leads out of
/// the house or names another scheme.
///
/// ```swift
/// let form: Address = "/x/\(id)/close"
/// let view = Address("/queue", query: [("tier", "A"), ("q", search)])
/// ```
public struct Address: Hashable, Sendable {
    /// As it stands in a link.
    public let text: String

    private init(checked text: String) { self.text = text }

    /// A path with a query of names and values, in this order.
    public init(_ path: Address, query: [(name: String, value: String)]) {
        let pairs = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        text = path.text + (pairs.isEmpty ? "" : "?\(pairs)")
    }

    /// An address that came back from a browser, such as where to go after signing in; `nil` where it would lead out of the
    /// house.
    public init?(returning text: String) {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"), bytes.count <= 2_048,
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }
}

extension Address: ExpressibleByStringInterpolation {
    /// A path of the program's own.
    ///
    /// - Precondition: it begins with one slash.
    public init(stringLiteral path: StaticString) { self.init(path: path.description) }

    /// A path with encoded segments.
    public init(stringInterpolation: StringInterpolation) { self.init(path: stringInterpolation.path) }

    private init(path: String) {
        precondition(path.hasPrefix("/") && !path.hasPrefix("//"), "an address begins with one slash: \(path)")
        self.init(checked: path)
    }

    /// Puts a path together.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var path = ""

        /// Makes room for a literal.
        public init(literalCapacity: Int, interpolationCount: Int) { path.reserveCapacity(literalCapacity) }

        /// A piece of the path as it stands.
        public mutating func appendLiteral(_ literal: StaticString) { path += literal.description }

        /// A name within one segment.
        public mutating func appendInterpolation(_ segment: String) { path += Address.encoded(segment) }
    }
}
