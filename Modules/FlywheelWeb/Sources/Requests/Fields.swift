/// Names with values in the order they were sent, as in a query or a form. A name may come several times.
public struct Fields: Hashable, Sendable {
    /// One name with one value.
    public struct Field: Hashable, Sendable {
        /// The name, decoded.
        public let name: String
        /// The value, decoded.
        public let value: String

        /// A name with a value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All of them in order.
    public private(set) var fields: [Field]

    /// These fields.
    public init(_ fields: [Field] = []) { self.fields = fields }

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1); what is no UTF-8, and NUL, turns into U+FFFD.
    public init(encoded text: String) {
        fields = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return Field(Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value of a name.
    public subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// All values of a name.
    public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The names, each once, in the order they came.
    public var names: [String] {
        var seen: Set<String> = []
        return fields.map(\.name).filter { seen.insert($0).inserted }
    }

    /// Replaces `+` and percent-encoded bytes; a percent sign without two hexadecimal digits stands for itself.
    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let first = bytes.index(after: index)
            if byte == UInt8(ascii: "%"), first < bytes.endIndex, case let second = bytes.index(after: first),
                second < bytes.endIndex, let high = nibble(bytes[first]), let low = nibble(bytes[second])
            {
                plain.append(high << 4 | low)
                index = bytes.index(after: second)
            } else {
                plain.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index = first
            }
        }
        let text = String(decoding: plain, as: UTF8.self)
        return plain.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
