/// Why bytes are no JSON, or none that is taken from strangers.
struct JSONFault: Error, Hashable, CustomStringConvertible {
    /// What was expected or found.
    let reason: String
    /// The byte at which it was seen, from 0.
    let offset: Int

    var description: String { "\(reason) at byte \(offset)" }
}

extension JSON {
    /// The deepest that values are nested in what is read.
    static let deepest = 32

    /// Reads JSON (RFC 8259) from a stranger: UTF-8 alone, no name twice in an object, nothing behind the value, not deeper
    /// than ``deepest``. NUL in a text, which no store keeps, is read as U+FFFD.
    init(strictly bytes: some Sequence<UInt8>) throws(JSONFault) {
        var reader = JSONReader(bytes: Array(bytes))
        self = try reader.document()
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONFault) -> JSON {
        let value = try value(depth: 0)
        skipBlanks()
        guard index == bytes.count else { throw fault("more than one value") }
        return value
    }

    private func fault(_ reason: String) -> JSONFault { JSONFault(reason: reason, offset: index) }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        guard depth <= JSON.deepest else { throw fault("deeper than \(JSON.deepest)") }
        skipBlanks()
        guard let first = next else { throw fault("no value") }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw fault("no value begins so")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        let expected = Array("\(word)".utf8)
        guard bytes[index...].starts(with: expected) else { throw fault("expected \(word)") }
        index += expected.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSON {
        index += 1
        var members: [JSON.Member] = []
        var keys: Set<String> = []
        skipBlanks()
        if take("}") { return .object([]) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw fault("expected a name") }
            let key = try text()
            guard keys.insert(key).inserted else { throw fault("the name \"\(key)\" stands twice") }
            skipBlanks()
            guard take(":") else { throw fault("expected a colon") }
            members.append(JSON.Member(key: key, value: try value(depth: depth + 1)))
            skipBlanks()
            if take("}") { return .object(members) }
            guard take(",") else { throw fault("expected a comma or the object's end") }
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSON {
        index += 1
        var items: [JSON] = []
        skipBlanks()
        if take("]") { return .array([]) }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return .array(items) }
            guard take(",") else { throw fault("expected a comma or the array's end") }
        }
    }

    private mutating func number() throws(JSONFault) -> JSON {
        let start = index
        _ = take("-")
        guard let first = next, isDigit(first) else { throw fault("expected a digit") }
        index += 1
        if first == UInt8(ascii: "0"), let byte = next, isDigit(byte) { throw fault("a number begins with 0") }
        skipDigits()
        var isInteger = true
        if take(".") {
            isInteger = false
            try requireDigits()
        }
        if take("e") || take("E") {
            isInteger = false
            if !take("+") { _ = take("-") }
            try requireDigits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isInteger, let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw fault("the number is too large") }
        return .number(number)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func skipDigits() { while let byte = next, isDigit(byte) { index += 1 } }

    private mutating func requireDigits() throws(JSONFault) {
        guard let byte = next, isDigit(byte) else { throw fault("expected a digit") }
        skipDigits()
    }

    private mutating func text() throws(JSONFault) -> String {
        index += 1
        var kept: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let text = String(validating: kept, as: UTF8.self) else { throw fault("a text is no UTF-8") }
                return text
            case UInt8(ascii: "\\"):
                index += 1
                kept += String(try escaped()).utf8
            case ..<0x20: throw fault("a control character stands in a text")
            default:
                kept.append(byte)
                index += 1
            }
        }
        throw fault("a text has no end")
    }

    private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
        defer { index += 1 }
        switch next {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicode()
        default: throw fault("no character is escaped so")
        }
    }

    /// Four hexadecimal digits, or twice four for a pair of surrogates; ends at the last digit.
    private mutating func unicode() throws(JSONFault) -> Unicode.Scalar {
        let high = try hexadecimal()
        guard (0xD800..<0xDC00).contains(high) else {
            guard let scalar = Unicode.Scalar(high) else { throw fault("half a pair of surrogates") }
            return scalar == "\0" ? "\u{FFFD}" : scalar
        }
        index += 1
        guard take("\\"), next == UInt8(ascii: "u") else { throw fault("half a pair of surrogates") }
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw fault("half a pair of surrogates") }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        let digits = bytes[(index + 1)...].prefix(4)
        guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
            digits.first != UInt8(ascii: "+")
        else { throw fault("expected four hexadecimal digits") }
        index += 4
        return value
    }
}
