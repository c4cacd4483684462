import FlywheelKit
import Statistics

/// The other sellers on a listing's page, and what they ask.
struct Rivals {
    /// How many there are on most days; a page that was lost to somebody has one more.
    let count: Int
    /// What the cheapest of them asks, of a hundred parts of the seller's own price.
    private let percent: Int

    /// They follow from the product's number, so that they move no other draw.
    init(of product: Product) {
        var random = SplitMix64(seed: product.asin.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        count = max(0, random.pick(-3...4))
        // A few are cheaper and slower, and not featured for all that.
        percent = random.happens(0.02) ? random.pick(88...93) : random.pick(102...118)
    }

    /// What the cheapest asks on a day beside an own price; `nil` where there is none.
    ///
    /// - Parameter isAhead: whether its offer stands on the page.
    func lowest(beside price: Money, on day: Day, isAhead: Bool) -> Money? {
        guard count > 0 || isAhead else { return nil }
        // It moves by a percent or two from week to week.
        let moved = percent + (Int(day.epochDays) / 7 * 3 + percent) % 4 - 1
        let share = isAhead ? 93 + percent % 4 : moved
        return Money(minorUnits: price.minorUnits * Int64(share) / 100, price.currency)
    }
}
