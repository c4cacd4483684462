import FlywheelKit
import Statistics

/// A product as one marketplace lists it under one SKU.
struct Listing {
    let shop: Shop
    let product: Product
    let sku: String
    let title: String
    let price: Money
    let isByMerchant: Bool
    let opened: Instant
    /// The day from which on the seller no longer sells it; for some weeks it stays listed, without stock.
    let closed: Day?
    /// Units on an average day when nothing is wrong.
    let unitsPerDay: Double
    let sourcing: Sourcing
    let rivals: Rivals
    /// What goes wrong with it, stock apart, in the order of its beginning.
    var troubles: [Trouble] = []
    /// When its stock fails, if it does.
    var shortage: Shortage?

    /// Days after which the seller deletes what is no longer sold.
    private static let daysToDelete = 45

    /// Whether it is listed on a day's morning.
    func isListed(on day: Day) -> Bool {
        opened.utcDay < day && closed.map { day < $0.advanced(by: Self.daysToDelete) } ?? true
    }

    /// Whether it is for sale on a day, but for its troubles.
    func isOffered(on day: Day) -> Bool { opened.utcDay < day && closed.map { day < $0 } ?? true }

    /// The share of a day's demand that comes through to it.
    func share(on day: Day) -> Double {
        isOffered(on: day) ? troubles.filter { $0.holds(on: day) }.map { 1 - $0.lostShare }.min() ?? 1 : 0
    }

    /// The price asked on a day: a slipped point makes ten of one.
    func price(on day: Day) -> Money {
        has(.priceError, on: day) ? Money(minorUnits: price.minorUnits * 10, price.currency) : price
    }

    /// Whether the marketplace has taken its page down.
    func isRemoved(on day: Day) -> Bool { has(.removed, on: day) }

    /// Whether it has a trouble of a kind on a day's morning.
    func has(_ kind: Trouble.Kind, on day: Day) -> Bool { troubles.contains { $0.kind == kind && $0.holds(on: day) } }
}

extension Listing {
    /// The listings of a shop: the first products of the range, some of them twice.
    ///
    /// Demand follows Zipf's law with Mandelbrot's shift: the product of rank r is wanted in proportion to 1/(r + 1). A
    /// second listing takes a third of its product's.
    static func listed(
        _ products: [Product], in shop: Shop, days: Range<Day>, _ random: inout SplitMix64
    ) -> [Listing] {
        let wanted = (1...shop.products).map { 1 / Double($0 + 1) }
        let total = wanted.reduce(0, +)
        let spacing = shop.products / shop.twins
        return products.prefix(shop.products).enumerated().flatMap { rank, product -> [Listing] in
            let rate = shop.unitsPerDay * wanted[rank] / total
            let cents = product.cents * Int64(random.pick(92...108)) / 100
            let price = Money(minorUnits: cents - cents % 10 + 9, shop.currency)
            let isTwin = rank % spacing == 2 && rank / spacing < shop.twins
            let life = Life(rank: rank, days: days, &random)
            func listing(_ sku: String, _ share: Double, isByMerchant: Bool) -> Listing {
                Listing(
                    shop: shop, product: product, sku: sku, title: product.title(inGerman: shop.isEuropean),
                    price: price, isByMerchant: isByMerchant, opened: life.opened, closed: life.closed,
                    unitsPerDay: rate * share, sourcing: Sourcing(of: product.goods, price: price),
                    rivals: Rivals(of: product))
            }
            // What sells best, the marketplace ships.
            let isByMerchant = random.happens(0.1) && rank >= Shop.best
            let first = listing(product.code, isTwin ? 2.0 / 3 : 1, isByMerchant: isByMerchant)
            return isTwin ? [first, listing(product.code + " B", 1.0 / 3, isByMerchant: true)] : [first]
        }
    }
}

/// From when to when a product is sold.
private struct Life {
    let opened: Instant
    let closed: Day?

    /// A few products are new, and some were given up early in the year; neither are those that sell best.
    init(rank: Int, days: Range<Day>, _ random: inout SplitMix64) {
        let fate = rank < Shop.best ? 1 : random.uniform()
        let age = fate < 0.04 ? -random.pick(1...days.count - 2) : random.pick(60...1_400)
        var day = days.lowerBound.advanced(by: -age)
        // In these months somewhere clocks change, which moments of opening need not know of.
        while [3, 10, 11].contains(day.date.month) { day = day.advanced(by: -31) }
        opened = Instant(seconds: Int64(day.epochDays) * 86_400 + Int64(random.pick(57_600...72_000)))
        let isGivenUp = (0.04..<0.12).contains(fate)
        closed = isGivenUp ? days.lowerBound.advanced(by: random.pick(0...days.count / 2)) : nil
    }
}
