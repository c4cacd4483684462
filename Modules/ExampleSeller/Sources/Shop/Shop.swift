import FlywheelKit

/// One of the marketplaces the seller is on, and how its reports are written.
struct Shop: Hashable {
    /// The marketplace's id.
    let marketplace: String
    /// What its files are called by; in capitals, which imports take for a marketplace wherever they stand in a name.
    let name: String
    /// The currency of its prices.
    let currency: Currency
    /// The sales channel its orders name.
    let channel: String
    /// What its listings call the marketplace's own shipping.
    let fulfilment: String
    /// Whether it is in Europe: other headings, another encoding, other dates.
    let isEuropean: Bool
    /// Products listed there, the first of the range.
    let products: Int
    /// Products that have a second listing.
    let twins: Int
    /// Units sold a day, all listings together.
    let unitsPerDay: Double
    /// Seconds from midnight UTC to 07:00 in winter and 08:00 in summer: sixteen hours from there stay within the
    /// marketplace's day in both, so that a sale's day needs no table of zones.
    let opens: Int64

    /// How many of the first products are told stories of: always for sale, always shipped by the marketplace.
    static let best = 20

    static func all(_ size: ExampleSeller.Size) -> [Shop] {
        let isLarge = size.isLarge
        return [
            shop(
                "US", "AMAZON_NA", isEuropean: false, products: isLarge ? 2_280 : 128, twins: isLarge ? 120 : 12,
                unitsPerDay: isLarge ? 200 : 120, opens: 15),
            shop(
                "DE", "AMAZON_EU", isEuropean: true, products: isLarge ? 855 : 92, twins: isLarge ? 45 : 8,
                unitsPerDay: isLarge ? 75 : 60, opens: 6),
        ].compactMap(\.self)
    }

    private static func shop(
        _ name: String, _ fulfilment: String, isEuropean: Bool, products: Int, twins: Int, unitsPerDay: Double,
        opens hour: Int64
    ) -> Shop? {
        Marketplace.named(name).map { marketplace in
            Shop(
                marketplace: marketplace.id, name: name, currency: marketplace.currency,
                channel: isEuropean ? "Amazon.de" : "Amazon.com", fulfilment: fulfilment, isEuropean: isEuropean,
                products: products, twins: twins, unitsPerDay: unitsPerDay, opens: hour * 3_600)
        }
    }

    /// When its exports of a day are made: two hours after the first order could come in.
    func exported(on day: Day) -> Instant { opening(on: day).advanced(bySeconds: 7_200) }

    /// When the first order of a day could come in.
    func opening(on day: Day) -> Instant { Instant(seconds: Int64(day.epochDays) * 86_400 + opens) }
}
