import Calendars
import FlywheelKit
import FlywheelStore

/// A series as it is put together from several sources: the first that knows a day is believed for it.
struct DailyTally {
    private let days: Range<Day>
    private var values: [Int?]

    init(rows: Int, days: Range<Day>) {
        self.days = days
        values = [Int?](repeating: nil, count: rows * days.count)
    }

    /// Adds a source: where it covers a day it says zero of the rows it does not mention; elsewhere it says nothing,
    /// since part of the day may be missing.
    ///
    /// - Parameter lessKnown: the days covered for rows of which something could not be read, where others have `covered`.
    mutating func fill(from sums: [Int?], covered: Set<Day>, lessKnown: [Int: Set<Day>] = [:]) {
        let knows = days.map(covered.contains)
        for index in values.indices where values[index] == nil {
            let (row, offset) = index.quotientAndRemainder(dividingBy: days.count)
            let known = lessKnown[row]?.contains(days.lowerBound.advanced(by: offset)) ?? knows[offset]
            if known { values[index] = sums[index] ?? 0 }
        }
    }

    var history: History { History(days: days, values: Values(values)) }
}

/// Which days a set of files covers from end to end.
enum Coverage {
    /// The days covered for each row of which some file could not be read in full: none that such a file speaks of.
    static func lessKnown(_ files: [ImportSummary], codes: Texts, zone: TimeZoneTable) -> [Int: Set<Day>] {
        let unread = files.reduce(into: Set<String>()) { $0.formUnion($1.unread) }
        guard !unread.isEmpty else { return [:] }
        let all = days(files.compactMap(\.covers), zone: zone)
        return codes.indices.filter { unread.contains(codes[$0]) }.reduce(into: [:]) { known, row in
            let partial = files.filter { $0.unread.contains(codes[row]) }
            known[row] = all.subtracting(days(partial.compactMap(\.covers), zone: zone))
        }
    }

    static func days(_ spans: [ImportSummary.Span], zone: TimeZoneTable) -> Set<Day> {
        var merged: [(from: Instant, to: Instant)] = []
        for span in spans.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = merged.last, span.from <= last.to.advanced(bySeconds: 1) {
                merged[merged.count - 1].to = max(last.to, span.to)
            } else {
                merged.append((span.from, span.to))
            }
        }
        return merged.reduce(into: []) { days, span in
            var day = zone.day(of: span.from)
            if zone.start(of: day) < span.from { day = day.advanced(by: 1) }
            while zone.start(of: day.advanced(by: 1)) <= span.to.advanced(bySeconds: 1) {
                days.insert(day)
                day = day.advanced(by: 1)
            }
        }
    }
}

extension History {
    /// The history without the days before each row's listing was created, of which it says nothing.
    func unknown(before opened: Values<Instant>, zone: TimeZoneTable) -> History {
        guard !days.isEmpty, opened.known.setCount > 0 else { return self }
        var values = values
        for row in 0..<opened.count {
            guard let created = opened[row] else { continue }
            let first = zone.day(of: created).advanced(by: 1)
            for day in days.prefix(max(0, min(days.count, days.lowerBound.distance(to: first)))) {
                values[row * days.count + days.lowerBound.distance(to: day)] = nil
            }
        }
        return History(days: days, values: values)
    }
}
