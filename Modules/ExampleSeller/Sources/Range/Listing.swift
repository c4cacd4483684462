import FlywheelKit
import Statistics

/// A product as one marketplace lists it under one SKU, with what is wrong with it.
struct Listing {
    let shop: Shop
    let product: Product
    let sku: String
    let price: Money
    let isByMerchant: Bool
    let opened: Instant
    /// Units a day when nothing is wrong.
    let unitsPerDay: Double
    /// Units at hand.
    var units: Int
    /// Units on their way.
    var inbound: Int
    var suppressions: [Suppression] = []
    var soldOutSince: Day?

    var title: String {
        shop.isEuropean
            ? "\(product.goods.german), \(product.colour.german)"
            : "\(product.goods.english), \(product.colour.english)"
    }

    /// The share of a day's demand that can be met.
    func share(on day: Day) -> Double {
        if let since = soldOutSince, day >= since { return 0 }
        let lost = suppressions.filter { day >= $0.since }.map(\.status.lostShare).max() ?? 0
        return 1 - lost
    }

    var truth: ListingTruth {
        let first = suppressions.map(\.since).min()
        let lost = suppressions.map(\.status.lostShare).max() ?? 0
        return ListingTruth(
            marketplace: shop.marketplace, sku: sku, product: product.asin, price: price, unitsPerDay: unitsPerDay,
            suppressedSince: first, suppressedShare: lost, soldOutSince: soldOutSince)
    }
}

extension Listing {
    /// The listings of a shop: the first products of the range, some of them twice.
    ///
    /// Demand follows Zipf's law over the range: the product of rank r is wanted 1/r as often as the first. A second
    /// listing takes a third of its product's.
    static func listed(
        _ products: [Product], in shop: Shop, asOf: Day, _ random: inout SplitMix64
    ) -> [Listing] {
        let wanted = (1...shop.products).map { 1 / Double($0) }
        let total = wanted.reduce(0, +)
        let spacing = shop.products / shop.twins
        return products.prefix(shop.products).enumerated().flatMap { rank, product -> [Listing] in
            let rate = shop.unitsPerDay * wanted[rank] / total
            let cents = product.goods.cents * Int64(random.pick(92...108)) / 100
            let price = Money(minorUnits: cents - cents % 10 + 9, shop.currency)
            let isTwin = rank % spacing == 2 && rank / spacing < shop.twins
            func listing(_ sku: String, _ share: Double, isByMerchant: Bool) -> Listing {
                Listing(
                    shop: shop, product: product, sku: sku, price: price, isByMerchant: isByMerchant,
                    opened: opening(before: asOf, &random), unitsPerDay: rate * share,
                    units: Int((rate * share * Double(random.pick(35...90))).rounded(.up)) + 3, inbound: 0)
            }
            let sku = "\(product.goods.prefix)-\(product.colour.code)"
            let first = listing(sku, isTwin ? 2.0 / 3 : 1, isByMerchant: random.happens(0.1))
            return isTwin ? [first, listing(sku + " B", 1.0 / 3, isByMerchant: true)] : [first]
        }
    }

    /// A moment one to four years ago, in a month in which nobody's clocks change.
    private static func opening(before asOf: Day, _ random: inout SplitMix64) -> Instant {
        var day = asOf
        repeat { day = asOf.advanced(by: -random.pick(365...1_460)) } while [3, 10, 11].contains(day.date.month)
        return Instant(seconds: Int64(day.epochDays) * 86_400 + Int64(random.pick(57_600...72_000)))
    }
}
