import Foundation

/// Code page 932, also called Windows-31J: Shift JIS with NEC's and IBM's extensions.
enum Windows31J {
    private static let leads = 0x81...0xFC
    private static let trails = 0x40...0xFC

    /// The character of every pair of bytes, 0 for none, one row of trail bytes for each lead byte. Foundation knows
    /// them, but gives up on a whole text for one bad byte, so it is asked once for each pair.
    private static let pairs: [UInt16] = leads.flatMap { lead in
        trails.map { trail in
            guard isLead(UInt8(lead)), trail != 0x7F,
                let text = String(bytes: [UInt8(lead), UInt8(trail)], encoding: .shiftJIS),
                text.utf16.count == 1
            else { return 0 }
            return text.utf16.first ?? 0
        }
    }

    static func decode(_ cell: Span<UInt8>) -> DecodedText {
        var units: [UInt16] = []
        units.reserveCapacity(cell.count)
        var badByte: Int?
        var index = 0
        while index < cell.count {
            let byte = cell[index]
            let (unit, length) = character(byte, followedBy: index + 1 < cell.count ? cell[index + 1] : 0)
            if unit == nil { badByte = badByte ?? index }
            units.append(unit ?? 0xFFFD)
            index += length
        }
        return DecodedText(text: String(decoding: units, as: UTF16.self), badByte: badByte)
    }

    /// The character that starts with `byte` and its length. A bad lead byte is replaced alone, so that the next byte,
    /// which is often the separator or an innocent letter, keeps its meaning.
    private static func character(_ byte: UInt8, followedBy next: UInt8) -> (UInt16?, Int) {
        if byte < 0x80 { return (UInt16(byte), 1) }
        // Half-width katakana.
        if 0xA1...0xDF ~= byte { return (0xFF61 + UInt16(byte - 0xA1), 1) }
        guard isLead(byte), trails ~= Int(next) else { return (nil, 1) }
        let unit = pairs[(Int(byte) - leads.lowerBound) * trails.count + Int(next) - trails.lowerBound]
        return unit == 0 ? (nil, 1) : (unit, 2)
    }

    private static func isLead(_ byte: UInt8) -> Bool {
        0x81...0x9F ~= byte || 0xE0...0xFC ~= byte
    }
}
