/// The days that stock must last when an order is placed at the next review: lead time and review.
struct Cover {
    /// Days expected.
    let days: Double
    /// The standard deviation of the lead time, and so of the days.
    let deviation: Double
    /// Of the days, those between two reviews.
    let reviewDays: Double

    init(_ leadTime: LeadTime, knobs: InventoryKnobs) {
        days = leadTime.days + knobs.reviewDays
        deviation = leadTime.deviation
        reviewDays = knobs.reviewDays
    }

    /// Whole days that are looked at one by one.
    var wholeDays: Int { Int(days.rounded(.up)) }
}
