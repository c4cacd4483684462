import Calendars
import FlywheelKit
import FlywheelStore

/// A series as it is put together from several sources: the first that knows a day is believed for it.
struct DailyTally {
    private let days: Range<Day>
    private let rows: Int
    /// Nothing yet, before the first source.
    private var values: Values<Int>?
    /// The currency of each row's money; empty where nothing is money.
    private var currencies: [Currency?] = []

    init(rows: Int, days: Range<Day>) {
        self.days = days
        self.rows = rows
    }

    /// Adds a source: where it covers a day it says zero of the rows it does not mention; elsewhere it says nothing,
    /// since part of the day may be missing.
    ///
    /// - Parameters:
    ///   - sums: rows by days. Of a day whose number an entry does not say, nothing is known.
    ///   - lessKnown: the days covered for rows of which something could not be read, where others have `covered`.
    mutating func fill(from sums: DailySums, covered: Set<Day>, lessKnown: [Int: Set<Day>] = [:]) {
        let knows = days.map(covered.contains)
        guard knows.contains(true) else { return }
        if values == nil, lessKnown.isEmpty, sums.unsaid.isEmpty, !knows.contains(false) {
            values = Values(all: sums.values)
            return
        }
        let (isFirst, before) = (values == nil, values?.known)
        let found = sums.values
        var merged = values?.storage ?? found
        var known = values?.known ?? Bitmap(repeating: false, count: merged.count)
        let (runs, gaps) = (knows.runs, knows.gaps)
        for row in 0..<rows {
            let own = lessKnown[row].map { less in days.map(less.contains) }
            func cells(_ run: Range<Int>) -> Range<Int> {
                row * days.count + run.lowerBound..<row * days.count + run.upperBound
            }
            // The first source's days stand already, with parts of such as it does not cover.
            for gap in isFirst ? own?.gaps ?? gaps : [] { for cell in cells(gap) { merged[cell] = 0 } }
            for run in own?.runs ?? runs {
                if !isFirst { for cell in cells(run) where !known[cell] { merged[cell] = found[cell] } }
                known.insert(cells(run))
            }
        }
        for cell in sums.unsaid where before?[cell] != true { known[cell] = false }
        values = Values(storage: merged, known: known)
    }

    /// Adds a source that says something of single rows and days, and nothing of others. Of money in another currency than
    /// an earlier source's nothing is taken.
    mutating func fill(from levels: DailyLevels) {
        guard levels.values.known.setCount > 0 else { return }
        guard var merged = values else {
            values = levels.values
            currencies = levels.currencies
            return
        }
        for row in 0..<rows {
            if !levels.currencies.isEmpty {
                currencies[row] = currencies[row] ?? levels.currencies[row]
                guard currencies[row] == levels.currencies[row] else { continue }
            }
            for cell in row * days.count..<(row + 1) * days.count where merged[cell] == nil {
                merged[cell] = levels.values[cell]
            }
        }
        values = merged
    }

    var history: History {
        values.map { History(days: days, values: $0, currencies: currencies) } ?? History(unknown: rows, days: days)
    }
}

extension [Bool] {
    /// Where a flag is not set.
    fileprivate var gaps: [Range<Int>] { map(!).runs }

    /// Where a flag is set for one day after the other, as far as it goes.
    fileprivate var runs: [Range<Int>] {
        indices.reduce(into: []) { runs, day in
            guard self[day] else { return }
            if let last = runs.last, last.upperBound == day {
                runs[runs.count - 1] = last.lowerBound..<day + 1
            } else {
                runs.append(day..<day + 1)
            }
        }
    }
}

/// Which days a set of files covers from end to end.
enum Coverage {
    /// The days covered for each row of which some file could not be read in full: none that such a file speaks of.
    static func lessKnown(_ files: [ImportSummary], codes: Texts, zone: TimeZoneTable) -> [Int: Set<Day>] {
        let unread = files.reduce(into: Set<String>()) { $0.formUnion($1.unread) }
        guard !unread.isEmpty else { return [:] }
        let all = days(files.flatMap(\.covered), zone: zone)
        return codes.indices.filter { unread.contains(codes[$0]) }.reduce(into: [:]) { known, row in
            let partial = files.filter { $0.unread.contains(codes[row]) }
            known[row] = all.subtracting(days(partial.flatMap(\.covered), zone: zone))
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
        guard !days.isEmpty, !isWhollyUnknown else { return self }
        var cut: Values<Int>?
        for (row, first) in opened.firstWholeDays(since: days.lowerBound, in: zone) {
            for day in 0..<min(days.count, days.lowerBound.distance(to: first)) {
                cut = cut ?? values
                cut?[row * days.count + day] = nil
            }
        }
        return cut.map { History(days: days, values: $0, currencies: currencies) } ?? self
    }
}
