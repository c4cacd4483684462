import FlywheelKit
import Statistics

/// On which days there was nothing to sell, as far as files of stock say so, and as far as sales give it away.
///
/// A day on which a file says that nothing was left is closed, and so is one on which the last units went: what was sold
/// on it was rationed. Days without a file are closed when they lead up to an empty shelf without a sale, and so many such
/// days in a row have less than 1 % probability at the rate of the eight weeks before them. Never otherwise: a run of days
/// without sales is demand unless somebody saw the shelf empty.
struct EmptyShelf {
    /// What files said each day, aligned with the end of the sales; `nil` where none ever did.
    let levels: HistoryRow?
    /// Whether it is known to be empty today.
    let isEmptyNow: Bool

    /// The probability of days without sales below which they are taken for days without stock.
    static let leastProbability = 0.01
    /// Days before the run that its probability is judged by.
    private static let rateDays = 56

    /// Sets the shares of closed days to zero.
    func close(_ shares: inout [Double], sold: HistoryRow) {
        let lead = sold.count - (levels?.count ?? 0)
        var isEmptyAfter = isEmptyNow
        var runEnd: Int?
        for day in sold.indices.reversed() {
            let level = day >= lead ? levels?[day - lead] : nil
            if let level, level <= 0 { shares[day] = 0 }
            let isQuiet = sold[day] == 0
            if let level {
                isEmptyAfter = level <= 0
                if !isEmptyAfter || !isQuiet { settle(day + 1, &runEnd, &shares, sold) }
                if !isQuiet { isEmptyAfter = false }
                if isEmptyAfter, runEnd == nil { runEnd = day }
            } else if isEmptyAfter, isQuiet {
                runEnd = runEnd ?? day + 1
            } else {
                settle(day + 1, &runEnd, &shares, sold)
                isEmptyAfter = false
            }
        }
        settle(0, &runEnd, &shares, sold)
    }

    /// Closes the days of a run where chance alone would hardly make it.
    private func settle(_ start: Int, _ end: inout Int?, _ shares: inout [Double], _ sold: HistoryRow) {
        defer { end = nil }
        guard let end, start < end else { return }
        let before = sold[max(0, start - Self.rateDays)..<start].compactMap(\.self).map(Double.init)
        guard before.count > 1 else { return }
        let mean = before.reduce(0, +) / Double(before.count)
        guard mean > 0 else { return }
        let scatter = before.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(before.count - 1)
        let chance = QuietRun.probability(
            expecting: mean * Double(end - start), dispersion: max(1, scatter / mean))
        if chance < Self.leastProbability {
            for day in start..<end { shares[day] = 0 }
        }
    }
}
