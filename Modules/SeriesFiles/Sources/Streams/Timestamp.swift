import Calendars

/// A moment as files write it: `2026-11-20`, `2026-11-20 14:05`, `2026-11-20T14:05:30.25Z`, `2026-11-20 14:05:30+01:00`.
struct Timestamp: Equatable {
    /// Seconds since 1970-01-01 00:00: in UTC where an offset is written, else on the clock it was read from.
    let seconds: Int64
    /// Parts of the second; those of a nanosecond are left out.
    let nanoseconds: Int32
    /// The seconds by which the clock it was read from is ahead of UTC; 0 where no offset is written.
    let ahead: Int64
    let hasOffset: Bool

    /// `nil` for anything else.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = Reader(text)
        guard let year = rest.number(4), rest.take("-"), let month = rest.number(2), rest.take("-"),
            let day = rest.number(2), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let days = Int64(date.daysSinceEpoch) * 86_400
        guard !rest.isAtEnd else {
            (seconds, nanoseconds, ahead, hasOffset) = (days, 0, 0, false)
            return
        }
        guard rest.take(" ") || rest.take("T") || rest.take("t"), let hour = rest.number(2), rest.take(":"),
            let minute = rest.number(2)
        else { return nil }
        var (second, fraction) = (0, Int32(0))
        if rest.take(":") {
            guard let found = rest.number(2) else { return nil }
            second = found
            if rest.take(".") {
                guard let found = rest.nanoseconds() else { return nil }
                fraction = found
            }
        }
        // A leap second is the last one of its minute.
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        let local = days + Int64(3_600 * hour + 60 * minute + min(59, second))
        guard !rest.isAtEnd else {
            (seconds, nanoseconds, ahead, hasOffset) = (local, fraction, 0, false)
            return
        }
        guard let offset = rest.offset(), rest.isAtEnd else { return nil }
        (seconds, nanoseconds, ahead, hasOffset) = (local - Int64(offset), fraction, Int64(offset), true)
    }

    func isBefore(_ other: Timestamp) -> Bool { (seconds, nanoseconds) < (other.seconds, other.nanoseconds) }

    private struct Reader {
        private let text: UnsafeBufferPointer<UInt8>
        private var index = 0

        init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

        var isAtEnd: Bool { index == text.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard index < text.count, text[index] == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }

        /// A number of so many digits.
        mutating func number(_ digits: Int) -> Int? {
            guard index + digits <= text.count else { return nil }
            var number = 0
            for place in index..<index + digits {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[place]) else { return nil }
                number = number * 10 + Int(text[place] - UInt8(ascii: "0"))
            }
            index += digits
            return number
        }

        /// The digits after a point, one or more.
        mutating func nanoseconds() -> Int32? {
            let start = index
            var (parts, unit) = (Int32(0), Int32(100_000_000))
            while let digit = number(1) {
                parts += Int32(digit) * unit
                unit /= 10
            }
            return index > start ? parts : nil
        }

        /// Seconds ahead of UTC: `Z`, `+01:00`, `+0100` or `+01`.
        mutating func offset() -> Int? {
            if take("Z") || take("z") { return 0 }
            let isWest = take("-")
            guard isWest || take("+"), let hours = number(2), hours < 24 else { return nil }
            var minutes = 0
            if take(":") || !isAtEnd {
                guard let found = number(2), found < 60 else { return nil }
                minutes = found
            }
            return (isWest ? -60 : 60) * (60 * hours + minutes)
        }
    }
}
