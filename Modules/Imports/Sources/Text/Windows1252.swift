/// Code page 1252: ISO 8859-1, but 27 characters in place of the control codes 0x80 to 0x9F.
enum Windows1252 {
    /// Unicode's own mapping table, CP1252.TXT; 0 where the code page has no character.
    private static let high: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    static func decode(_ cell: Span<UInt8>) -> DecodedText {
        var units: [UInt16] = []
        units.reserveCapacity(cell.count)
        var badByte: Int?
        for index in cell.indices {
            let byte = cell[index]
            let unit = 0x80...0x9F ~= byte ? high[Int(byte) - 0x80] : UInt16(byte)
            if unit == 0, byte != 0 { badByte = badByte ?? index }
            units.append(unit == 0 && byte != 0 ? 0xFFFD : unit)
        }
        return DecodedText(text: String(decoding: units, as: UTF16.self), badByte: badByte)
    }
}
