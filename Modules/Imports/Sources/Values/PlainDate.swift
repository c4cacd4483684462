/// Reads the dates that exports write most: `2026-01-05` alone, or with a time behind it and perhaps a zone, as in
/// `2026-01-05T10:11:12Z`, `2026-01-05 10:11:12 PDT` and `2026-01-05T10:11:12+02:00`.
///
/// What it reads, `CellValue.date` reads alike in every order of day, month and year, but by steps for every form there
/// is; what it does not read may still be a date.
struct PlainDate {
    /// The zone read last, which a file repeats, and its minutes east of UTC.
    private var zone: (bytes: UInt64, minutesEast: Int)?

    mutating func date(_ cell: Span<UInt8>) -> ParsedDate? {
        guard cell.count >= 10, let day = Self.day(cell) else { return nil }
        if cell.count == 10 { return .day(day) }
        guard cell.count >= 19, cell[10] == UInt8(ascii: " ") || cell[10] == UInt8(ascii: "T"),
            let second = Self.second(cell)
        else { return nil }
        if cell.count == 19 { return .local(day: day, second: second) }
        guard let minutesEast = minutesEast(cell) else { return nil }
        return .instant(seconds: Int64(day * 86_400 + second - minutesEast * 60))
    }

    private static func day(_ cell: Span<UInt8>) -> Int? {
        guard let century = cell.twoDigits(at: 0), let year = cell.twoDigits(at: 2), cell[4] == UInt8(ascii: "-"),
            let month = cell.twoDigits(at: 5), cell[7] == UInt8(ascii: "-"), let day = cell.twoDigits(at: 8)
        else { return nil }
        return DateParts.daysSince1970(year: century * 100 + year, month: month, day: day)
    }

    private static func second(_ cell: Span<UInt8>) -> Int? {
        guard let hour = cell.twoDigits(at: 11), cell[13] == UInt8(ascii: ":"), let minute = cell.twoDigits(at: 14),
            cell[16] == UInt8(ascii: ":"), let second = cell.twoDigits(at: 17), hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    /// From what is left of the cell behind the time; nil where that is not only a zone.
    private mutating func minutesEast(_ cell: Span<UInt8>) -> Int? {
        guard cell.count - 19 <= 7 else { return nil }
        // With the length in front, no two zones look alike.
        var bytes = UInt64(cell.count)
        for index in 19..<cell.count { bytes = bytes << 8 | UInt64(cell[index]) }
        if let zone, zone.bytes == bytes { return zone.minutesEast }
        var index = cell[19] == UInt8(ascii: " ") ? 20 : 19
        guard index < cell.count, let minutesEast = try? CellValue.zone(cell, &index, end: cell.count) else {
            return nil
        }
        zone = (bytes, minutesEast)
        return minutesEast
    }
}

extension Span<UInt8> {
    /// The number that two digits are.
    @inline(__always)
    fileprivate func twoDigits(at index: Int) -> Int? {
        let (tens, ones) = (self[index] &- 0x30, self[index + 1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}
