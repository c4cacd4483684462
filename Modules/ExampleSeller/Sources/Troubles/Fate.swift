import FlywheelKit
import Statistics

/// What goes wrong with the listings of a shop: the stories of its best, policies that strike many at once, and what
/// comes up one by one.
struct Fate {
    private let days: Range<Day>
    /// The day of the last exports.
    private let today: Day
    private var random: SplitMix64

    /// - Parameter days: those the seller's story tells, the day of the last exports left out.
    init(days: Range<Day>, _ random: SplitMix64) {
        self.days = days
        today = days.upperBound
        self.random = random
    }

    /// Strikes the listings of a shop, which are in the order in which people want their products.
    mutating func strike(_ listings: inout [Listing], in shop: Shop) {
        tellStories(&listings, in: shop)
        let ordinary = listings.indices.filter { $0 >= Shop.best && listings[$0].closed == nil }
        var blades = ordinary.filter { shop.isEuropean || listings[$0].product.goods.isBlade }
        if shop.isEuropean {
            // In the tenth week a law asks for papers; most are handed in within three weeks.
            blades = Array(blades.filter { $0 % 7 == 3 }.prefix(20))
            strike(&listings, blades, with: .safety, daysAgo: 67, lasting: 21, isMended: { $0 % 5 != 0 })
        } else {
            // On a Monday knives and scissors are taken down; two weeks later two thirds of them are back.
            blades = Array(blades.prefix(60))
            strike(&listings, blades, with: .age, daysAgo: 25, lasting: 13, isMended: { $0 % 3 != 0 })
        }
        var others = ordinary.filter { !blades.contains($0) }
        suppressOneByOne(&listings, &others)
        loseOffers(&listings, &others)
        slipPrices(&listings, &others)
        failSupplies(&listings, &others)
        if shop.isEuropean { breakPrices(&listings, &others) } else { couponTooMuch(&listings, &others) }
        runLow(&listings, &others)
    }

    /// What happens to the best, which everybody asks about first. Ranks leave the second listing of the third product
    /// out.
    private func tellStories(_ listings: inout [Listing], in shop: Shop) {
        func day(_ ago: Int) -> Day { today.advanced(by: -ago) }
        if shop.isEuropean {
            listings[1].troubles = [
                Objection.safety.trouble(from: day(3), until: nil), Objection.bullets.trouble(from: day(2), until: nil),
            ]
            listings[4].shortage = Shortage(from: day(6), daysLeft: 1, until: day(-9))
            listings[6].shortage = Shortage(from: day(6), daysLeft: 14, until: day(-30))
        } else {
            listings[1].troubles = [Objection.image.trouble(from: day(2), until: nil)]
            listings[4].shortage = Shortage(from: day(6), daysLeft: 3, until: day(-12))
            listings[5].shortage = Shortage(from: day(2), daysLeft: 11, until: day(-26))
            listings[7].shortage = Shortage(from: day(1), daysLeft: 22, until: day(-40))
            listings[8].troubles = [Objection.brand.trouble(from: day(12), until: nil)]
            listings[9].troubles = [lostOffer(from: day(9), until: nil)]
            listings[10].troubles = [lowPrice(from: day(5), until: nil)]
            // Foreseen for two weeks, then true, then over.
            listings[11].shortage = Shortage(from: day(46), daysLeft: 16, until: day(20))
        }
    }

    private func strike(
        _ listings: inout [Listing], _ struck: [Int], with policy: Objection, daysAgo: Int, lasting: Int,
        isMended: (Int) -> Bool
    ) {
        let from = today.advanced(by: -daysAgo)
        guard days.contains(from) else { return }
        for (number, index) in struck.enumerated() where listings[index].isListed(on: from) {
            let until = isMended(number) ? from.advanced(by: lasting) : nil
            listings[index].troubles.append(policy.trouble(from: from, until: until))
        }
    }

    /// One listing in eight in a year has an issue, for days or for months.
    private mutating func suppressOneByOne(_ listings: inout [Listing], _ others: inout [Int]) {
        for index in drawn(from: &others, of: listings.count, inAYear: 0.12) {
            let lasting =
                switch random.uniform() {
                case ..<0.4: random.pick(2...7)
                case ..<0.8: random.pick(8...25)
                default: random.pick(30...90)
                }
            let objection = Objection.common[random.below(Objection.common.count)]
            let (from, until) = spell(lasting: lasting)
            if listings[index].isListed(on: from) {
                listings[index].troubles.append(objection.trouble(from: from, until: until))
            }
        }
    }

    /// Another seller's offer takes the page for some weeks, and leaves a third of the sales.
    private mutating func loseOffers(_ listings: inout [Listing], _ others: inout [Int]) {
        for index in drawn(from: &others, of: listings.count, inAYear: 0.03) {
            let (from, until) = spell(lasting: random.pick(5...40))
            listings[index].troubles.append(lostOffer(from: from, until: until))
        }
    }

    private func lostOffer(from: Day, until: Day?) -> Trouble {
        Trouble(kind: .offerLost, attribute: "", from: from, until: until, lostShare: 2.0 / 3)
    }

    /// A point slips; hardly anybody buys until somebody sees it.
    private mutating func slipPrices(_ listings: inout [Listing], _ others: inout [Int]) {
        for index in drawn(from: &others, of: listings.count, inAYear: 0.01) {
            let (from, until) = spell(lasting: random.pick(2...9))
            listings[index].troubles.append(
                Trouble(kind: .priceError, attribute: "", from: from, until: until, lostShare: 0.95))
        }
    }

    /// The day before the last a file of prices goes up with its points in the wrong place.
    private mutating func breakPrices(_ listings: inout [Listing], _ others: inout [Int]) {
        for _ in 0..<min(8, others.count) {
            let index = others.remove(at: random.below(others.count))
            listings[index].troubles.append(
                Trouble(
                    kind: .priceError, attribute: "", from: today.advanced(by: -1), until: nil, lostShare: 0.95))
        }
    }

    /// A coupon goes further than the maker's policy.
    private mutating func couponTooMuch(_ listings: inout [Listing], _ others: inout [Int]) {
        for index in drawn(from: &others, of: listings.count, inAYear: 0.02) {
            let (from, until) = spell(lasting: random.pick(10...40))
            listings[index].troubles.append(lowPrice(from: from, until: until))
        }
    }

    private func lowPrice(from: Day, until: Day?) -> Trouble {
        Trouble(kind: .belowMinimum, attribute: "", from: from, until: until, lostShare: 0)
    }

    /// Ships are late.
    private mutating func failSupplies(_ listings: inout [Listing], _ others: inout [Int]) {
        for index in drawn(from: &others, of: listings.count, inAYear: 0.12) {
            let from = days.lowerBound.advanced(by: random.below(days.count))
            let left = random.pick(2...18)
            listings[index].shortage = Shortage(
                from: from, daysLeft: Double(left), until: from.advanced(by: left + random.pick(3...30)))
        }
    }

    /// Of some that sell well nobody ordered in time, or what was ordered is late: they last a week to three from the end on.
    private mutating func runLow(_ listings: inout [Listing], _ others: inout [Int]) {
        for _ in 0..<min(8, others.count) {
            let index = others.remove(at: random.below(min(40, others.count)))
            let (ago, left) = (random.pick(20...40), random.pick(6...24))
            listings[index].shortage = Shortage(
                from: today.advanced(by: -ago), daysLeft: Double(ago + left),
                until: today.advanced(by: left + random.pick(20...40)))
        }
    }

    /// Takes so many listings out of those that nothing has happened to yet.
    private mutating func drawn(from others: inout [Int], of count: Int, inAYear share: Double) -> [Int] {
        let wanted = Int((Double(count) * share * Double(days.count) / 365).rounded(.up))
        return (0..<min(wanted, others.count)).map { _ in others.remove(at: random.below(others.count)) }
    }

    /// Some days within the story, the end open when it lies beyond.
    private mutating func spell(lasting length: Int) -> (from: Day, until: Day?) {
        let from = days.lowerBound.advanced(by: 1 + random.below(days.count))
        let until = from.advanced(by: length)
        return (from, until <= today ? until : nil)
    }
}
