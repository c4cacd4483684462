/// Reads a JSON document (RFC 8259) from front to back, value by value, holding one block of it.
///
/// The caller walks through objects and arrays and takes or skips the values in them:
///
///     try reader.beginObject()
///     while let name = try reader.nextName() { … try reader.value() … }
///
/// It is strict: what the grammar does not allow is an error with its line and byte, and so is text that is not UTF-8.
package final class JSONReader {
    /// Values in values. Real documents have fewer than ten.
    static let deepest = 64

    private let source: any ByteStream
    private let limits: ReadLimits
    private let block: UnsafeMutableRawBufferPointer
    private var next = 0
    private var end = 0
    /// Bytes of the document before this block.
    private var passed = 0
    /// The line being read, from 1.
    package private(set) var line = 1
    private var lineStart = 0
    /// For each object or array being walked through, whether a value of it was read.
    private var open: [Bool] = []
    private var scratch: [UInt8] = []
    /// Bytes kept for the value being taken.
    private var taken = 0
    private var valueLine = 1

    /// Reads what `source` holds.
    package init(_ source: any ByteStream, limits: ReadLimits = ReadLimits(), blockBytes: Int = 1 << 18) {
        self.source = source
        self.limits = limits
        block = .allocate(byteCount: blockBytes, alignment: 16)
    }

    deinit {
        block.deallocate()
    }

    // MARK: Walking

    /// Enters the object that comes next.
    package func beginObject() throws(ReadError) { try begin("{", "an object") }

    /// Enters the array that comes next.
    package func beginArray() throws(ReadError) { try begin("[", "an array") }

    /// The name of the object's next member, whose value comes next; nil, and the object is left, at its end.
    package func nextName() throws(ReadError) -> String? {
        guard try hasNext(closing: "}") else { return nil }
        guard try peekToken() == UInt8(ascii: "\"") else { throw try unexpected("a name in quotation marks") }
        let name = try string()
        try expect(":", "a colon")
        return name
    }

    /// Whether another value of the array comes next; otherwise the array is left.
    package func nextElement() throws(ReadError) -> Bool { try hasNext(closing: "]") }

    /// The first byte of the value that comes next.
    package func peekToken() throws(ReadError) -> UInt8? {
        while let byte = try peek() {
            switch byte {
            case 0x0A:
                line += 1
                lineStart = passed + next + 1
            case 0x20, 0x09, 0x0D: break
            default: return byte
            }
            next += 1
        }
        return nil
    }

    /// Takes the next value, which must fit into a row's bytes.
    package func value() throws(ReadError) -> JSONValue {
        taken = 0
        _ = try peekToken()
        valueLine = line
        return try readValue()
    }

    /// Passes over the next value, however long.
    package func skipValue() throws(ReadError) {
        switch try peekToken() {
        case UInt8(ascii: "{"):
            try beginObject()
            while try nextName() != nil { try skipValue() }
        case UInt8(ascii: "["):
            try beginArray()
            while try nextElement() { try skipValue() }
        default: _ = try scalar()
        }
    }

    /// Whether a further document follows, in a file that holds one after the other: an object a line, mostly.
    package func nextDocument() throws(ReadError) -> Bool {
        switch try peekToken() {
        case nil: return false
        case UInt8(ascii: "{"): return true
        default: throw try unexpected("another document or the end of the file")
        }
    }

    /// Makes sure that nothing follows.
    package func finish() throws(ReadError) {
        if try peekToken() != nil { throw try unexpected("the end of the document") }
    }

    // MARK: Values

    private func readValue() throws(ReadError) -> JSONValue {
        switch try peekToken() {
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            try beginObject()
            while let name = try nextName() {
                try take(name.utf8.count)
                members.append(JSONValue.Member(name: name, value: try readValue()))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            try beginArray()
            while try nextElement() { elements.append(try readValue()) }
            return .array(elements)
        default:
            let value = try scalar()
            try take(scratch.count)
            return value
        }
    }

    /// Counts what a value holds, a few bytes for itself included.
    private func take(_ bytes: Int) throws(ReadError) {
        taken += bytes + 8
        if taken > limits.rowBytes { throw .rowTooLong(line: valueLine, limit: limits.rowBytes) }
    }

    private func scalar() throws(ReadError) -> JSONValue {
        switch try peekToken() {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || byte.isDigit: return .number(try number())
        default: throw try unexpected("a value")
        }
    }

    private func word(_ word: StaticString, _ value: JSONValue) throws(ReadError) -> JSONValue {
        let place = place
        for index in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[index] else { throw place.error("expected \(word)") }
            next += 1
        }
        scratch.removeAll(keepingCapacity: true)
        return value
    }

    private func number() throws(ReadError) -> String {
        scratch.removeAll(keepingCapacity: true)
        _ = try accept { $0 == UInt8(ascii: "-") }
        if try accept({ $0 == UInt8(ascii: "0") }) {
            if let byte = try peek(), byte.isDigit { throw try unexpected("no digit after a leading zero") }
        } else {
            try digits()
        }
        if try accept({ $0 == UInt8(ascii: ".") }) { try digits() }
        if try accept({ $0 | 0x20 == UInt8(ascii: "e") }) {
            _ = try accept { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
            try digits()
        }
        return String(decoding: scratch, as: UTF8.self)
    }

    private func digits() throws(ReadError) {
        guard try accept(\.isDigit) else { throw try unexpected("a digit") }
        while try accept(\.isDigit) {}
    }

    /// Takes the next byte into `scratch` where it is one of those meant.
    private func accept(_ isMeant: (UInt8) -> Bool) throws(ReadError) -> Bool {
        guard let byte = try peek(), isMeant(byte) else { return false }
        if scratch.count >= limits.quotedCellBytes { throw place.error("expected a shorter number") }
        scratch.append(byte)
        next += 1
        return true
    }

    // MARK: Strings

    /// The text in the quotation marks that come next.
    private func string() throws(ReadError) -> String {
        let place = place
        next += 1
        scratch.removeAll(keepingCapacity: true)
        while true {
            appendPlainBytes()
            if scratch.count > limits.quotedCellBytes {
                throw place.error("expected the text that begins here to end within \(limits.quotedCellBytes) bytes")
            }
            switch try peek() {
            case UInt8(ascii: "\""):
                next += 1
                guard let text = String(validating: scratch, as: UTF8.self) else {
                    throw place.error("found bytes that are not UTF-8 in the text that begins here")
                }
                return text
            case UInt8(ascii: "\\"): try appendEscape()
            case .some(let byte) where byte < 0x20:
                throw self.place.error("found the control character \(byte) in a text, expected it escaped")
            case .some: continue
            case nil: throw place.error("the text that begins here has no end: fetch the file again")
            }
        }
    }

    /// Moves the bytes up to the next mark, escape or control character.
    private func appendPlainBytes() {
        var index = next
        while index < end {
            let byte = block[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index += 1
        }
        scratch.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[next..<index]))
        next = index
    }

    private func appendEscape() throws(ReadError) {
        let place = place
        next += 1
        let byte = try peek()
        next += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte ?? 0)
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"): try appendScalar(place)
        default: throw place.error("found an escape that JSON does not have")
        }
    }

    /// What lies beyond 16 bits is written as two halves, of which neither is a character alone.
    private func appendScalar(_ place: Place) throws(ReadError) {
        var code = try hexadecimal(place)
        if 0xD800...0xDBFF ~= code {
            guard try peek() == UInt8(ascii: "\\") else { throw place.error("found half a character") }
            next += 1
            guard try peek() == UInt8(ascii: "u") else { throw place.error("found half a character") }
            next += 1
            let low = try hexadecimal(place)
            guard 0xDC00...0xDFFF ~= low else { throw place.error("found half a character") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw place.error("found half a character") }
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func hexadecimal(_ place: Place) throws(ReadError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw place.error("expected four hexadecimal digits")
            }
            code = code << 4 + UInt32(digit)
            next += 1
        }
        return code
    }

    // MARK: Bytes

    private func begin(_ mark: Unicode.Scalar, _ what: String) throws(ReadError) {
        guard try peekToken() == UInt8(ascii: mark) else { throw try unexpected(what) }
        if open.count == Self.deepest { throw place.error("expected at most \(Self.deepest) values in one another") }
        next += 1
        open.append(false)
    }

    private func hasNext(closing: Unicode.Scalar) throws(ReadError) -> Bool {
        precondition(!open.isEmpty, "no object or array was entered")
        let byte = try peekToken()
        if byte == UInt8(ascii: closing) {
            next += 1
            open.removeLast()
            return false
        }
        if open[open.count - 1] { try expect(",", "a comma or \(closing)") }
        open[open.count - 1] = true
        return true
    }

    private func expect(_ mark: Unicode.Scalar, _ what: String) throws(ReadError) {
        guard try peekToken() == UInt8(ascii: mark) else { throw try unexpected(what) }
        next += 1
    }

    /// The next byte; nil at the end of the document.
    private func peek() throws(ReadError) -> UInt8? {
        if next >= end {
            passed += end
            next = 0
            end = try source.read(into: block)
            if end == 0 { return nil }
        }
        return block[next]
    }

    /// Where something is in the document, from 1.
    private struct Place {
        let line: Int
        let byte: Int

        func error(_ reason: String) -> ReadError { .malformedJSON(line: line, column: byte, reason: reason) }
    }

    private var place: Place { Place(line: line, byte: passed + next - lineStart + 1) }

    private func unexpected(_ expected: String) throws(ReadError) -> ReadError {
        guard let byte = try peekToken() else {
            return place.error("expected \(expected), found the end of the file: fetch it again")
        }
        let found = byte >= 0x20 && byte < 0x7F ? "\"\(Unicode.Scalar(byte))\"" : "byte \(byte)"
        return place.error("expected \(expected), found \(found)")
    }
}
