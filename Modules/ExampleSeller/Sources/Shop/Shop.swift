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
    /// The first listing that is suppressed and the first that runs low: one even and one odd, so that no listing is both.
    let suppressed: Int
    let low: Int
    /// Units sold a day, all listings together.
    let unitsPerDay: Double
    /// Seconds from midnight UTC to 07:00 in winter and 08:00 in summer: sixteen hours from there stay within the
    /// marketplace's day in both, so that a sale's day needs no table of zones.
    let opens: Int64

    static let all: [Shop] = [
        shop(
            "US", "AMAZON_NA", isEuropean: false, products: 128, twins: 12, suppressed: 4, low: 7, unitsPerDay: 120,
            opens: 15),
        shop(
            "DE", "AMAZON_EU", isEuropean: true, products: 92, twins: 8, suppressed: 10, low: 13, unitsPerDay: 60,
            opens: 6),
    ].compactMap(\.self)

    private static func shop(
        _ name: String, _ fulfilment: String, isEuropean: Bool, products: Int, twins: Int, suppressed: Int, low: Int,
        unitsPerDay: Double, opens hour: Int64
    ) -> Shop? {
        Marketplace.named(name).map { marketplace in
            Shop(
                marketplace: marketplace.id, name: name, currency: marketplace.currency,
                channel: isEuropean ? "Amazon.de" : "Amazon.com", fulfilment: fulfilment, isEuropean: isEuropean,
                products: products, twins: twins, suppressed: suppressed, low: low, unitsPerDay: unitsPerDay,
                opens: hour * 3_600)
        }
    }

    /// The bytes of a report: Windows-1252 in Europe, UTF-8 elsewhere.
    func encoded(_ text: String) -> [UInt8] { isEuropean ? Windows1252.bytes(of: text) : Array(text.utf8) }
}
