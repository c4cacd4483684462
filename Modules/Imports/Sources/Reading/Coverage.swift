import Calendars
import FlywheelKit

/// Of which span of time the rows of a log let one conclude that it is complete.
///
/// Rows of whole days speak for their days, from the first moment of each to its last second. Who sells little has days
/// without a row, so a few between two with rows are days on which nothing was sold; of a week or more nobody knows whether
/// it was quiet or is missing.
///
/// Rows with a time of writing come from reports by last update, which hold everything written since they begin: an order
/// placed after the oldest writing was written after it too, so it is there. Such a file is complete from its oldest
/// writing to its newest purchase. A report by purchase date is complete between its first and last purchase, of which
/// the same rule gives a part: its oldest writing is no earlier than its oldest purchase.
///
/// A file of several marketplaces is complete for each of them where it is for all: one that sold on few of its days sold
/// nothing on the others.
struct Coverage: Sendable {
    private var from: Int64 = .max
    private var to: Int64 = .min
    private var days = DayRuns()

    /// How many days without a row are too many to be quiet ones.
    private static let tooLongToBeQuiet = 7

    /// Takes rows into account: the moment or day each belongs to, and when this version of it was written.
    mutating func observe(at: ColumnData?, newest: ColumnData?) {
        switch at {
        case .days(let days):
            var last: Day?
            for row in 0..<days.count {
                guard let day = days[row], day != last else { continue }
                self.days.insert(day...day)
                last = day
            }
        case .instants(let placed):
            var written: Values<Instant>?
            if case .instants(let values) = newest { written = values }
            for row in placed.indices {
                guard let placed = placed[row] else { continue }
                from = min(from, (written?[row] ?? placed).seconds)
                to = max(to, placed.seconds)
            }
        default: break
        }
    }

    mutating func merge(_ other: Coverage) {
        from = min(from, other.from)
        to = max(to, other.to)
        days.formUnion(other.days)
    }

    /// The span, both ends included; nil where the rows vouch for none.
    func span(in zone: TimeZoneTable) -> ClosedRange<Instant>? {
        if let days = days.span { return zone.moments(of: days) }
        return from <= to ? Instant(seconds: from)...Instant(seconds: to) : nil
    }

    /// The days within the span of which the rows say nothing.
    var gaps: [ClosedRange<Day>] { days.gaps(of: Self.tooLongToBeQuiet) }

    /// That there are such days.
    var warningOfGaps: ImportWarning? {
        guard let longest = gaps.max(by: { $0.count < $1.count }) else { return nil }
        let days = "\(longest.count) days from \(longest.lowerBound) to \(longest.upperBound)"
        let others = gaps.reduce(-longest.count) { $0 + $1.count }
        return ImportWarning(
            .gap, "no row is of the \(days)\(others > 0 ? ", nor of \(others) others" : ""): nothing is known of these")
    }
}

extension Feed {
    /// Whether each row says what happened on one day, so that a day without any was quiet or is missing.
    var isOfSingleDays: Bool {
        guard case .log(let group, _, let at) = shape, group == [at] else { return false }
        return columns.filter { $0.type == .day }.map(\.name) == [at]
    }
}

extension TimeZoneTable {
    /// From the first moment of the first day to the last second of the last.
    func moments(of days: ClosedRange<Day>) -> ClosedRange<Instant> {
        Instant(seconds: startOfDay(days.lowerBound.epochDays))...Instant(seconds: lastSecond(of: days.upperBound))
    }

    /// The last second of a day.
    func lastSecond(of day: Day) -> Int64 { startOfDay(day.epochDays + 1) - 1 }
}
