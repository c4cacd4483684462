import Calendars

/// A moment as files write it: `2026-11-20`, `2026-11-20 14:05`, `2026-11-20T14:05:30.25Z`, `2026-11-20 14:05:30+01:00`.
struct Timestamp: Equatable {
    /// Seconds since 1970-01-01 00:00: in UTC where an offset is written, else on the clock it was read from.
    let seconds: Int64
    let hasOffset: Bool

    /// `nil` for anything else. Parts of a second are left out.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = Reader(text)
        guard let year = rest.number(4), rest.take("-"), let month = rest.number(2), rest.take("-"),
            let day = rest.number(2), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        let days = Int64(date.daysSinceEpoch) * 86_400
        guard !rest.isAtEnd else {
            (seconds, hasOffset) = (days, false)
            return
        }
        guard rest.take(" ") || rest.take("T"), let hour = rest.number(2), rest.take(":"), let minute = rest.number(2)
        else { return nil }
        var second = 0
        if rest.take(":") {
            guard let found = rest.number(2) else { return nil }
            second = found
            if rest.take(".") {
                guard rest.number(1) != nil else { return nil }
                while rest.number(1) != nil {}
            }
        }
        // A leap second is the last one of its minute.
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        let local = days + Int64(3_600 * hour + 60 * minute + min(59, second))
        guard !rest.isAtEnd else {
            (seconds, hasOffset) = (local, false)
            return
        }
        guard let offset = rest.offset(), rest.isAtEnd else { return nil }
        (seconds, hasOffset) = (local - Int64(offset), true)
    }

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

        /// Seconds ahead of UTC: `Z`, `+01:00`, `+0100` or `+01`.
        mutating func offset() -> Int? {
            if take("Z") { return 0 }
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
