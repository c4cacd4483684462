public import FlywheelKit

/// Days of the past that say nothing, or less than others, of what buyers ask for.
public struct LeftOutDays: Hashable, Sendable {
    /// Why they do.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// The marketplace suppressed the listing.
        case suppressed
        /// Somebody stated that it was not for sale.
        case notForSale
        /// Another offer was featured on part of the page views, or none.
        case notFeatured
        /// The own price was an error, or became one or the right one again on that day.
        case priceError
        /// A file of stock said that nothing was left.
        case noStock
        /// No file says so, but nothing sold, and the shelf was found empty after it.
        case noStockInferred
        /// Sales began later, as chance does not explain.
        case beforeSales
        /// No file says what sold.
        case unknown
    }

    /// From the first of them to the last.
    public let days: ClosedRange<Day>
    /// Why.
    public let cause: Cause

    /// Runs of days with one cause, oldest first.
    static func runs(of causes: [Cause?], from start: Day) -> [LeftOutDays] {
        var runs: [LeftOutDays] = []
        for (offset, cause) in causes.enumerated() {
            guard let cause else { continue }
            let day = start.advanced(by: offset)
            if let last = runs.last, last.cause == cause, last.days.upperBound.advanced(by: 1) == day {
                runs[runs.count - 1] = LeftOutDays(days: last.days.lowerBound...day, cause: cause)
            } else {
                runs.append(LeftOutDays(days: day...day, cause: cause))
            }
        }
        return runs
    }
}
