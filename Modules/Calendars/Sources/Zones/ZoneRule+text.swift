extension ZoneRule {
    /// Reads a POSIX `TZ` string up to the first byte that cannot belong to it.
    ///
    /// Source: POSIX.1-2024, 8.3 *Other Environment Variables*, with the times of -167 to 167 hours that RFC 9636 adds.
    /// Daylight time without its two dates, whose meaning POSIX leaves open, is refused.
    init(_ reader: inout ByteReader) throws(ZoneFileError) {
        let standardName = try Self.name(&reader)
        standard = LocalTimeType(offset: -(try Self.time(&reader, hours: 24)), abbreviation: standardName)
        guard let next = reader.next, next != UInt8(ascii: "\n") else { return }

        let daylightName = try Self.name(&reader)
        var type = LocalTimeType(offset: standard.offset + 3_600, abbreviation: daylightName)
        if reader.next != UInt8(ascii: ",") {
            type.offset = -(try Self.time(&reader, hours: 24))
        }
        try reader.require(",")
        let start = try Self.yearlyTime(&reader)
        try reader.require(",")
        daylight = Daylight(type: type, start: start, end: try Self.yearlyTime(&reader))
    }

    /// Three letters or more, or any of letters, digits and signs between angle brackets.
    private static func name(_ reader: inout ByteReader) throws(ZoneFileError) -> String {
        let start = reader.position
        let quoted = reader.takeIf("<")
        var name = ""
        while let byte = reader.next, isLetter(byte) || quoted && isDigitOrSign(byte) {
            name.unicodeScalars.append(Unicode.Scalar(byte))
            _ = try reader.take(1, "a name")
        }
        if quoted { try reader.require(">") }
        guard name.utf8.count >= 3 else {
            throw reader.failure(at: start, expected: "a name of 3 letters or more", found: "\"\(name)\"")
        }
        return name
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
    private static func time(_ reader: inout ByteReader, hours: Int) throws(ZoneFileError) -> Int {
        let isNegative = reader.takeIf("-")
        if !isNegative { _ = reader.takeIf("+") }
        var seconds = try number(&reader, 0...hours, "hours") * 3_600
        if reader.takeIf(":") {
            seconds += try number(&reader, 0...59, "minutes") * 60
            if reader.takeIf(":") {
                seconds += try number(&reader, 0...59, "seconds")
            }
        }
        return isNegative ? -seconds : seconds
    }

    private static func yearlyTime(_ reader: inout ByteReader) throws(ZoneFileError) -> YearlyTime {
        let day = try day(&reader)
        return YearlyTime(day: day, seconds: reader.takeIf("/") ? try time(&reader, hours: 167) : 2 * 3_600)
    }

    private static func day(_ reader: inout ByteReader) throws(ZoneFileError) -> YearlyTime.Day {
        if reader.takeIf("J") { return .ofCommonYear(try number(&reader, 1...365, "a day")) }
        guard reader.takeIf("M") else { return .zeroBased(try number(&reader, 0...365, "a day")) }
        let month = try number(&reader, 1...12, "a month")
        try reader.require(".")
        let week = try number(&reader, 1...5, "a week")
        try reader.require(".")
        return .weekday(month: month, week: week, sundayBased: try number(&reader, 0...6, "a weekday"))
    }

    private static func number(
        _ reader: inout ByteReader, _ range: ClosedRange<Int>, _ what: String
    ) throws(ZoneFileError) -> Int {
        let start = reader.position
        var value: Int?
        while let byte = reader.next, isDigit(byte), reader.position < start + 3 {
            value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            _ = try reader.take(1, what)
        }
        guard let value else { throw reader.failure(expected: "\(what) within \(range)") }
        guard range.contains(value) else {
            throw reader.failure(at: start, expected: "\(what) within \(range)", found: "\(value)")
        }
        return value
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isDigitOrSign(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
}
