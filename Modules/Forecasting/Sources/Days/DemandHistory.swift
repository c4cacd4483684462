import FlywheelKit
import Statistics

/// What a product sold day by day and how much of each day counts (`Statistics.ProductDays`), and which days they are. Its
/// room is used again for the next.
struct DemandHistory {
    /// The days, oldest first; the last one is the last of which anything is known.
    private(set) var days: Range<Day>
    /// What was sold on them.
    private(set) var sold = ProductDays()

    init() { days = Day(epochDays: 0)..<Day(epochDays: 0) }

    /// The number of days.
    var count: Int { sold.count }
    /// Units sold by all SKUs, net of returns; `nan` where they are not known.
    var units: [Double] { sold.units }
    /// Days of ordinary trade that a day counts for; 0 where it says nothing of demand.
    var exposure: [Double] { sold.exposure }

    /// Whether a day's sales are known and say something of demand.
    func isUsed(_ day: Int) -> Bool { sold.isUsed(day) }

    /// Takes the days of a product's SKUs, without those at the end of which nothing is known.
    ///
    /// - Parameters:
    ///   - skus: what each sold, and the share of each day on which it could be bought; `nil` where it could on all of them.
    ///   - window: the days.
    mutating func take<Sold: RandomAccessCollection<Int?>>(
        _ skus: [(sold: Sold, open: [Double]?)], days window: Range<Day>
    ) {
        let unknown = skus.map { $0.sold.reversed().prefix { $0 == nil }.count }.min() ?? 0
        let count = window.count - unknown
        days = window.lowerBound..<window.lowerBound.advanced(by: count)
        sold.take(skus.map { (sold: $0.sold.prefix(count), open: $0.open) })
    }

    /// Counts each day for so many ordinary ones, oldest first.
    mutating func index(by factors: [Double]) { sold.index { factors[$0] } }

    /// Counts each day for so many ordinary ones, by the days since the end, 1 being the last.
    mutating func index(byDaysFromEnd factor: (Int) -> Double) {
        let count = count
        sold.index { factor(count - $0) }
    }

    /// Leaves out the days before sales began, if they did within the history (`Statistics.SalesStart`).
    ///
    /// - Returns: the first day that counts.
    @discardableResult mutating func beginWithSales() -> Int {
        let first = sold.salesStart
        sold.leaveOut(before: first)
        return first
    }

    /// Leaves out the days before one.
    mutating func leaveOut(before first: Int) { sold.leaveOut(before: first) }

    /// The history as it was after so many days.
    func prefix(_ count: Int) -> DemandHistory {
        var history = DemandHistory()
        history.days = days.lowerBound..<days.lowerBound.advanced(by: count)
        history.sold = sold.prefix(count)
        return history
    }
}
