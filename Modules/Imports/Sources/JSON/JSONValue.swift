/// A JSON value in memory: one record of a document, never the whole of a long one.
///
/// A number is kept as it is written, because a `Double` would not keep an amount of money.
package enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The value of the first member of that name; nil where there is none, or this is no object.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value of the first member of that name, whatever the case of its letters: one interface writes `SellerId`,
    /// `sellerId` and `ASIN` in different answers.
    package subscript(anyCase name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.utf8.elementsEqual(name.utf8, by: Self.isSameLetter) }?.value
    }

    private static func isSameLetter(_ one: UInt8, _ other: UInt8) -> Bool {
        func small(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }
        return small(one) == small(other)
    }

    /// The values of an array; none where this is no array.
    package var elements: [JSONValue] {
        guard case .array(let values) = self else { return [] }
        return values
    }

    /// The JSON document that this text is, as queues hand on what they were given; nil where it is none.
    var document: JSONValue? {
        guard case .text(let text) = self else { return nil }
        return try? JSONReader(MemoryStream(Array(text.utf8))).value()
    }

    /// The value as the content of a cell; nil where it is `null`, an array or an object.
    package var cell: String? {
        switch self {
        case .null, .array, .object: nil
        case .flag(let flag): flag ? "true" : "false"
        case .number(let digits): Self.withoutExponent(digits)
        case .text(let text): text
        }
    }

    /// Amounts from ten million on are written `1.0E7` by programs in Java. The same number, digit by digit; as it is
    /// where it would be longer than any amount.
    static func withoutExponent(_ number: String) -> String {
        let parts = number.split { $0 == "e" || $0 == "E" }
        guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 30 else { return number }
        let sign = parts[0].hasPrefix("-") ? "-" : ""
        let digits = parts[0].drop { $0 == "-" }.split(separator: ".")
        guard let whole = digits.first else { return number }
        let fraction = digits.count == 2 ? digits[1] : ""
        let point = whole.count + exponent
        var all = String(whole + fraction)
        if point <= 0 { all = String(repeating: "0", count: 1 - point) + all }
        let before = max(point, 1)
        if before > all.count { all += String(repeating: "0", count: before - all.count) }
        let rest = all.dropFirst(before)
        return sign + all.prefix(before) + (rest.isEmpty ? "" : "." + rest)
    }
}
