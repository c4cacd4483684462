/// Reads forward through the bytes of a zone file; every step is checked and every failure knows its position.
struct ByteReader {
    let identifier: String
    let bytes: [UInt8]
    private(set) var position = 0

    init(identifier: String, bytes: [UInt8]) {
        self.identifier = identifier
        self.bytes = bytes
    }

    /// The byte at the position, `nil` at the end.
    var next: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    mutating func take(_ count: Int, _ expected: String) throws(ZoneFileError) -> ArraySlice<UInt8> {
        let left = bytes.count - position
        guard count <= left else {
            throw failure(expected: "\(expected) (\(count) bytes)", found: "\(left) bytes to the end")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Takes one byte where it is `wanted`, and says whether it did.
    mutating func takeIf(_ wanted: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: wanted) else { return false }
        position += 1
        return true
    }

    mutating func require(_ wanted: Unicode.Scalar) throws(ZoneFileError) {
        guard takeIf(wanted) else { throw failure(expected: Self.quoted(UInt8(ascii: wanted))) }
    }

    /// A big-endian integer, as all of them are in a zone file.
    mutating func integer<Value: FixedWidthInteger>(
        _: Value.Type, _ expected: String
    ) throws(ZoneFileError) -> Value {
        var value: Value = 0
        for byte in try take(Value.bitWidth / 8, expected) {
            value = value << 8 | Value(truncatingIfNeeded: byte)
        }
        return value
    }

    /// A failure at `offset`, at the position unless said otherwise.
    func failure(at offset: Int? = nil, expected: String, found: String? = nil) -> ZoneFileError {
        ZoneFileError(
            identifier: identifier, offset: offset ?? position, expected: expected,
            found: found ?? next.map(Self.quoted) ?? "the end")
    }

    private static func quoted(_ byte: UInt8) -> String {
        switch byte {
        case 0x0A: "a line end"
        case 0x20...0x7E: "\"\(Unicode.Scalar(byte))\""
        default: "byte \(byte)"
        }
    }
}
