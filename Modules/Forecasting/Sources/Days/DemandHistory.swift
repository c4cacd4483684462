import FlywheelKit
import Statistics

/// What a product sold day by day, and how much of each day buyers could ask for it. Its room is used again for the next.
struct DemandHistory {
    /// The days, oldest first; the last one is the last of which anything is known.
    private(set) var days: Range<Day>
    /// Units sold by all SKUs, net of returns; `nan` where a SKU's are unknown.
    private(set) var units: [Double] = []
    /// Days of ordinary trade that a day counts for: the share of it on which at least one SKU could be bought, times how
    /// much more is asked for on such a day; 0 where the day says nothing of demand.
    private(set) var exposure: [Double] = []

    /// The exposure below which a day says nothing: of an hour's trade nothing can be scaled up to a day.
    static let leastExposure = SalesStart.leastExposure

    /// Units a day beyond which a number is an error of its file; sums of a catalogue of them still are whole numbers.
    private static let mostUnits = 1e7

    init() { days = Day(epochDays: 0)..<Day(epochDays: 0) }

    /// The number of days.
    var count: Int { units.count }

    /// Whether a day's sales are known and say something of demand.
    func isUsed(_ day: Int) -> Bool { exposure[day] >= Self.leastExposure && !units[day].isNaN }

    /// Takes the days of a product's only SKU.
    ///
    /// - Parameter open: the share of each day on which it could be bought; `nil` where it could on all of them.
    mutating func take(_ sold: HistoryRow, open: [Double]?, days window: Range<Day>) {
        restart(window, count: (sold.lastIndex { $0 != nil } ?? -1) + 1)
        for day in 0..<count {
            units[day] = sold[day].map(Self.plausible) ?? .nan
            exposure[day] = open?[day] ?? 1
        }
    }

    /// Takes the days of a product with several SKUs. A day's units are their sum, its availability the largest of theirs;
    /// it is known when the units of every SKU that could be bought are. A SKU without any known day has no say in that.
    mutating func take(_ skus: [(sold: HistoryRow, open: [Double]?)], days window: Range<Day>) {
        let reporting = skus.compactMap { sku in
            sku.sold.lastIndex { $0 != nil }.map { (sku.sold, sku.open, last: $0) }
        }
        restart(window, count: (reporting.map(\.last).max() ?? -1) + 1)
        for day in 0..<count { (units[day], exposure[day]) = (0, 0) }
        for (sold, open, _) in reporting {
            for day in 0..<count {
                let share = open?[day] ?? 1
                exposure[day] = max(exposure[day], share)
                if let sold = sold[day] {
                    units[day] += Self.plausible(sold)
                } else if share >= Self.leastExposure {
                    // What is added to it later leaves it unknown.
                    units[day] = .nan
                }
            }
        }
    }

    /// Counts each day for so many ordinary ones, oldest first.
    mutating func index(by factors: [Double]) {
        for day in 0..<count { exposure[day] *= factors[day] }
    }

    /// Counts each day for so many ordinary ones, by the days since the end, 1 being the last.
    mutating func index(byDaysFromEnd factor: (Int) -> Double) {
        for day in 0..<count { exposure[day] *= factor(count - day) }
    }

    /// Leaves out the days before sales began, if they did within the history (`Statistics.SalesStart`).
    ///
    /// - Returns: the first day that counts.
    @discardableResult mutating func beginWithSales() -> Int {
        let first = SalesStart.firstDay(of: 0..<count) { (units[$0].isNaN ? nil : units[$0], exposure[$0]) }
        leaveOut(before: first)
        return first
    }

    /// Leaves out the days before one.
    mutating func leaveOut(before first: Int) {
        for day in 0..<min(first, count) { exposure[day] = 0 }
    }

    /// The history as it was after so many days.
    func prefix(_ count: Int) -> DemandHistory {
        var history = DemandHistory()
        history.days = days.lowerBound..<days.lowerBound.advanced(by: count)
        history.units = Array(units.prefix(count))
        history.exposure = Array(exposure.prefix(count))
        return history
    }

    private static func plausible(_ units: Int) -> Double { min(mostUnits, max(-mostUnits, Double(units))) }

    private mutating func restart(_ window: Range<Day>, count: Int) {
        days = window.lowerBound..<window.lowerBound.advanced(by: count)
        if units.count != count {
            units = [Double](repeating: .nan, count: count)
            exposure = [Double](repeating: 0, count: count)
        }
    }
}
