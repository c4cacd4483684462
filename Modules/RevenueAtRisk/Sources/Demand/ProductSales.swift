public import Statistics

/// What the days of a product's SKUs come to, before anything is believed of it: all that ``ProductDemand`` needs of them.
public struct ProductSales: Hashable, Sendable {
    /// The sums over the days used.
    public let sums: ExposedUnits
    /// Each SKU's part of the demand, above zero, together 1.
    public let parts: [Double]
    /// Days that entered the sums.
    public let goodDays: Int
    /// Days left out because no SKU was available for so much of them that they tell of demand, or sales had not begun yet.
    public let blockedDays: Int
    /// Days left out because the units of a SKU that could sell are unknown.
    public let unknownDays: Int

    /// Sums up the days since sales began.
    public init(of days: ProductDays) {
        let first = days.salesStart
        sums = days.sums(from: first)
        parts = days.parts.values
        let open = (first..<days.count).count { days.isOpen($0) }
        goodDays = sums.daysUsed
        unknownDays = open - goodDays
        blockedDays = days.count - open
    }
}
