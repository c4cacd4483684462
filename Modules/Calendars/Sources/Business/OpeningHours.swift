/// When a business is open within one day, as wall-clock times.
public struct OpeningHours: Hashable, Sendable {
    /// Seconds of the day, ascending, none overlapping another. `32_400..<61_200` is from 09:00 until before 17:00.
    public let spans: [Range<Int>]

    /// Hours made of `spans`, in any order. One may end where another begins, and may end at 86,400, the midnight that
    /// ends the day. Hours that pass midnight are two spans of two days.
    ///
    /// - Throws: ``OpeningHoursError`` for a span that is empty, leaves the day or overlaps another.
    public init(_ spans: [Range<Int>]) throws(OpeningHoursError) {
        for span in spans {
            guard !span.isEmpty else { throw .emptySpan(span) }
            guard Self.day.contains(span.lowerBound), span.upperBound <= Self.day.upperBound else {
                throw .outsideDay(span)
            }
        }
        let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.overlaps(later) {
            throw .overlap(earlier, later)
        }
        self.spans = sorted
    }

    /// Not open at all.
    public static let closed = OpeningHours(checked: [])

    /// Open from midnight to midnight.
    public static let allDay = OpeningHours(checked: [day])

    private init(checked spans: [Range<Int>]) {
        self.spans = spans
    }

    private static let day = 0..<Int(secondsPerDay)
}

/// Why a list of spans cannot be the opening hours of a day.
public enum OpeningHoursError: Error, Hashable, Sendable {
    /// The span holds no second.
    case emptySpan(Range<Int>)
    /// The span begins or ends outside 0 to 86,400.
    case outsideDay(Range<Int>)
    /// Both spans hold the same second, which would count twice.
    case overlap(Range<Int>, Range<Int>)
}

extension OpeningHoursError: CustomStringConvertible {
    /// One sentence for a person, with the spans in seconds of the day.
    public var description: String {
        switch self {
        case .emptySpan(let span): "opening hours \(span) are empty; expected an end after the start"
        case .outsideDay(let span): "opening hours \(span) leave the day; expected seconds within 0...86400"
        case .overlap(let first, let second): "opening hours \(first) and \(second) overlap; expected each second once"
        }
    }
}
