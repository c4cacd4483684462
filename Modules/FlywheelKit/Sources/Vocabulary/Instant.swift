/// A moment: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
///
/// The kit never reads a clock; every instant is handed in.
public struct Instant: Hashable, Sendable, BitwiseCopyable {
    /// Seconds since the epoch.
    public let seconds: Int64

    /// The moment `seconds` after the epoch.
    public init(seconds: Int64) { self.seconds = seconds }

    /// The moment `seconds` later, or earlier where negative.
    public func advanced(bySeconds seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }

    /// The moment `days` times 24 hours later: elapsed time, not calendar days.
    public func advanced(byDays days: Double) -> Instant {
        Instant(seconds: seconds + Int64((days * 86_400).rounded()))
    }

    /// Days of 24 hours from `earlier` to this moment; negative when it lies before.
    public func days(since earlier: Instant) -> Double { Double(seconds - earlier.seconds) / 86_400 }

    /// Whether it lies in a span: at its beginning or later, and before its end, where it has one.
    package func lies(from start: Instant, until end: Instant?) -> Bool {
        start <= self && end.map { self < $0 } ?? true
    }

    /// The UTC calendar day.
    public var utcDay: Day { Day(epochDays: Int32(clamping: seconds.floorDivided(by: 86_400))) }
}

extension Instant: Comparable {
    /// Earlier first.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, `2026-11-20T16:05:00Z`.
    public var description: String {
        let second = Int(seconds - seconds.floorDivided(by: 86_400) * 86_400)
        return "\(utcDay)T\(twoDigits(second / 3_600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))Z"
    }
}

extension Instant: LosslessStringConvertible {
    /// Reads exactly the form that ``description`` writes.
    public init?(_ text: String) {
        let parts = Array(text.utf8)
        guard parts.count == 20, parts[10] == UInt8(ascii: "T"), parts[19] == UInt8(ascii: "Z"),
            parts[13] == UInt8(ascii: ":"), parts[16] == UInt8(ascii: ":"),
            let day = Day(String(decoding: parts[..<10], as: UTF8.self)),
            let hour = decimal(parts[11..<13]), let minute = decimal(parts[14..<16]),
            let second = decimal(parts[17..<19]),
            hour < 24, minute < 60, second < 60
        else { return nil }
        seconds = Int64(day.epochDays) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    }
}

extension Instant: Codable {
    /// Reads RFC 3339 text in UTC.
    public init(from decoder: any Decoder) throws {
        self = try decodeText(from: decoder, expecting: "an instant such as 2026-11-20T16:05:00Z")
    }

    /// Writes RFC 3339 text in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
