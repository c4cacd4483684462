/// The days that stock must last when an order is placed at the next review: lead time and review.
struct Cover {
    /// Days expected.
    let days: Double
    /// The standard deviation of the lead time, and so of the days.
    let deviation: Double
    /// Of the days, those between two reviews.
    let reviewDays: Double
    /// The last day on which units may come that count on these days; `nil` where any may.
    private let lastArrival: Int?

    init(_ leadTime: LeadTime, knobs: InventoryKnobs) {
        days = leadTime.days + knobs.reviewDays
        deviation = leadTime.deviation
        reviewDays = knobs.reviewDays
        // Units that were shipped take days that are a default, and so always count.
        lastArrival =
            leadTime.isSuppliersOwn ? Int(max(days.rounded(.up) - 1, knobs.inboundDays.rounded(.up))) : nil
    }

    /// Whole days that are looked at one by one.
    var wholeDays: Int { Int(days.rounded(.up)) }

    /// Whether units may come while they serve these days; what comes later makes no order needless that is there before.
    ///
    /// Where the lead time is not the supplier's own, the days of what is on order say more of him than it does: all of it
    /// counts, lest it be proposed again and again.
    func counts(_ arrival: Arrival) -> Bool { lastArrival.map { arrival.early <= $0 } ?? true }
}
