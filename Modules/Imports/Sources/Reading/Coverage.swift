import Calendars
import FlywheelKit

/// Of which span of time the rows of a log let one conclude that it is complete.
///
/// Rows of whole days speak for their days, from the first moment of the first to the last second of the last.
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
    private var days: ClosedRange<Day>?

    /// Takes rows into account: the moment or day each belongs to, and when this version of it was written.
    mutating func observe(at: ColumnData?, newest: ColumnData?) {
        switch at {
        case .days(let days):
            var last: Day?
            for row in 0..<days.count {
                guard let day = days[row], day != last else { continue }
                include(day...day)
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
        if let days = other.days { include(days) }
    }

    private mutating func include(_ other: ClosedRange<Day>) {
        days = days.map { min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound) } ?? other
    }

    /// The span, both ends included; nil where the rows vouch for none.
    func span(in zone: TimeZoneTable) -> ClosedRange<Instant>? {
        if let days {
            let end = zone.startOfDay(days.upperBound.epochDays + 1) - 1
            return Instant(seconds: zone.startOfDay(days.lowerBound.epochDays))...Instant(seconds: end)
        }
        return from <= to ? Instant(seconds: from)...Instant(seconds: to) : nil
    }
}
