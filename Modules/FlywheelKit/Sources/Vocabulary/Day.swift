/// A calendar day, as days since 1970-01-01. Which zone's day it is follows from where it stands: a fact's day is the
/// marketplace's own.
public struct Day: Hashable, Sendable, BitwiseCopyable {
    /// Days since 1970-01-01.
    public let epochDays: Int32

    /// The day `epochDays` after 1970-01-01.
    public init(epochDays: Int32) { self.epochDays = epochDays }

    /// The day of a proleptic Gregorian date; `nil` when there is no such date.
    ///
    /// Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.epochDays = Int32(era * 146_097 + dayOfEra - 719_468)
        guard date == (year, month, day) else { return nil }
    }

    /// Year, month 1 to 12 and day 1 to 31 (`civil_from_days` of the same source).
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = Int(epochDays) + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Day: Strideable {
    /// Whole days from this day to `other`.
    public func distance(to other: Day) -> Int { Int(other.epochDays) - Int(epochDays) }

    /// The day `days` later.
    public func advanced(by days: Int) -> Day { Day(epochDays: epochDays + Int32(days)) }
}

extension Day: CustomStringConvertible {
    /// ISO 8601, `2026-11-20`.
    public var description: String {
        let (year, month, day) = date
        let text = String(year)
        return String(repeating: "0", count: max(0, 4 - text.count)) + "\(text)-\(twoDigits(month))-\(twoDigits(day))"
    }
}

extension Day: LosslessStringConvertible {
    /// Reads exactly the form that ``description`` writes.
    public init?(_ text: String) {
        let parts = Array(text.utf8)
        guard parts.count == 10, parts[4] == UInt8(ascii: "-"), parts[7] == UInt8(ascii: "-"),
            let year = decimal(parts[..<4]), let month = decimal(parts[5..<7]), let day = decimal(parts[8...])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Day: Codable {
    /// Reads ISO 8601 text.
    public init(from decoder: any Decoder) throws {
        self = try decodeText(from: decoder, expecting: "a day such as 2026-11-20")
    }

    /// Writes ISO 8601 text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
