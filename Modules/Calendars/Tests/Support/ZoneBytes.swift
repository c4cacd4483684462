import Calendars

/// A zone file put together by hand, byte for byte as RFC 9636 lays it out.
struct ZoneBytes {
    var version: Unicode.Scalar = "2"
    var transitions: [(time: Int64, type: UInt8)] = []
    var types: [(offset: Int32, isDaylight: UInt8, designation: UInt8)] = [(0, 0, 0)]
    var designations = "UTC\0"
    var footer = ""

    /// The whole file. From version 2 on it begins with the smallest block that old readers accept.
    var bytes: [UInt8] {
        guard version != "\0" else { return header(self) + block(self, timeBytes: 4) }
        var old = ZoneBytes()
        old.version = version
        return header(old) + block(old, timeBytes: 4)
            + header(self) + block(self, timeBytes: 8)
            + Array("\n\(footer)\n".utf8)
    }

    private func header(_ content: ZoneBytes) -> [UInt8] {
        let counts = [0, 0, 0, content.transitions.count, content.types.count, content.designations.utf8.count]
        return Array("TZif".utf8) + [UInt8(ascii: version)] + [UInt8](repeating: 0, count: 15)
            + counts.flatMap { Self.bigEndian(UInt32($0)) }
    }

    private func block(_ content: ZoneBytes, timeBytes: Int) -> [UInt8] {
        content.transitions.flatMap { timeBytes == 4 ? Self.bigEndian(Int32($0.time)) : Self.bigEndian($0.time) }
            + content.transitions.map(\.type)
            + content.types.flatMap { Self.bigEndian($0.offset) + [$0.isDaylight, $0.designation] }
            + Array(content.designations.utf8)
    }

    private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}

extension ZoneBytes {
    /// A zone that is nothing but its yearly rule.
    static func zone(rule: String) throws -> TimeZoneTable {
        try TimeZoneTable(identifier: rule, tzif: ZoneBytes(footer: rule).bytes)
    }
}
