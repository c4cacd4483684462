/// What is publicly known of a marketplace: the zone that defines its day, the currency of its prices and the tax in them.
///
/// The directory is a convenience for files that do not say these things; anything it lacks can be stated on import.
public struct Marketplace: Hashable, Sendable {
    /// The marketplace's own id, `ATVPDKIKX0DER`; for marketplaces without ids, a name such as `walmart-us`.
    public let id: String
    /// What people call it, `US`.
    public let name: String
    /// The currency its reports leave out.
    public let currency: Currency
    /// The IANA zone in which its days begin.
    public let zone: String
    /// The host name that its order reports carry as sales channel, `amazon.com`.
    public let domain: String
    /// The tax that its prices contain, at the country's usual rate, in ten-thousandths of the price without it: 1,900 are 19 %,
    /// and none where taxes are added at checkout. `nil` where no rate is the usual one.
    public let taxRate: Int64?

    /// The marketplace with this id, name or domain, in either case; the United Kingdom's also as `GB`, its country's code.
    public static func named(_ text: some StringProtocol) -> Marketplace? {
        known[text.lowercased()]
    }

    /// What people call places that are no marketplaces of the directory, by their ids: each is in several countries, so that
    /// neither a currency nor a zone follows.
    public static let channels = ["walmart": "Walmart", "shopify": "Shopify", "ebay": "eBay"]

    /// The id of the channel that a marketplace is of, `walmart` of `walmart-us`; `nil` where it is of none.
    public static func channel(of marketplace: String) -> String? {
        let name = marketplace.prefix { $0 != "-" }.lowercased()
        return channels[name] == nil ? nil : name
    }

    /// The directory by everything a marketplace goes by, in lower case.
    private static let known: [String: Marketplace] = {
        var known = Dictionary(
            directory.flatMap { place in [place.id, place.name, place.domain].map { ($0.lowercased(), place) } },
            uniquingKeysWith: { first, _ in first })
        known["gb"] = known["uk"]
        return known
    }()

    /// The Amazon marketplaces (Selling Partner API documentation, "Marketplace IDs"), with the standard rates of value added
    /// and sales taxes of 2026. India has several and Brazil's depend on who sells where to.
    public static let directory: [Marketplace] = [
        amazon("ATVPDKIKX0DER", "US", "USD", "America/Los_Angeles", "amazon.com", tax: 0),
        amazon("A2EUQ1WTGCTBG2", "CA", "CAD", "America/Los_Angeles", "amazon.ca", tax: 0),
        amazon("A1AM78C64UM0Y8", "MX", "MXN", "America/Los_Angeles", "amazon.com.mx", tax: 1_600),
        amazon("A2Q3Y263D00KWC", "BR", "BRL", "America/Sao_Paulo", "amazon.com.br", tax: nil),
        amazon("A1F83G8C2ARO7P", "UK", "GBP", "Europe/London", "amazon.co.uk", tax: 2_000),
        amazon("A1PA6795UKMFR9", "DE", "EUR", "Europe/Berlin", "amazon.de", tax: 1_900),
        amazon("A13V1IB3VIYZZH", "FR", "EUR", "Europe/Paris", "amazon.fr", tax: 2_000),
        amazon("APJ6JRA9NG5V4", "IT", "EUR", "Europe/Rome", "amazon.it", tax: 2_200),
        amazon("A1RKKUPIHCS9HS", "ES", "EUR", "Europe/Madrid", "amazon.es", tax: 2_100),
        amazon("A1805IZSGTT6HS", "NL", "EUR", "Europe/Amsterdam", "amazon.nl", tax: 2_100),
        amazon("A2NODRKZP88ZB9", "SE", "SEK", "Europe/Stockholm", "amazon.se", tax: 2_500),
        amazon("A1C3SOZRARQ6R3", "PL", "PLN", "Europe/Warsaw", "amazon.pl", tax: 2_300),
        amazon("AMEN7PMS3EDWL", "BE", "EUR", "Europe/Brussels", "amazon.com.be", tax: 2_100),
        amazon("A28R8C7NBKEWEA", "IE", "EUR", "Europe/Dublin", "amazon.ie", tax: 2_300),
        amazon("A33AVAJ2PDY3EV", "TR", "TRY", "Europe/Istanbul", "amazon.com.tr", tax: 2_000),
        amazon("A2VIGQ35RCS4UG", "AE", "AED", "Asia/Dubai", "amazon.ae", tax: 500),
        amazon("A17E79C6D8DWNP", "SA", "SAR", "Asia/Riyadh", "amazon.sa", tax: 1_500),
        amazon("ARBP9OOSHTCHU", "EG", "EGP", "Africa/Cairo", "amazon.eg", tax: 1_400),
        amazon("AE08WJ6YKNBMC", "ZA", "ZAR", "Africa/Johannesburg", "amazon.co.za", tax: 1_500),
        amazon("A21TJRUUN4KGV", "IN", "INR", "Asia/Kolkata", "amazon.in", tax: nil),
        amazon("A1VC38T7YXB528", "JP", "JPY", "Asia/Tokyo", "amazon.co.jp", tax: 1_000),
        amazon("A39IBJ37TRP1C6", "AU", "AUD", "Australia/Sydney", "amazon.com.au", tax: 1_000),
        amazon("A19VAU5U5O7RUS", "SG", "SGD", "Asia/Singapore", "amazon.sg", tax: 900),
    ].compactMap(\.self)

    private static func amazon(
        _ id: String, _ name: String, _ currency: String, _ zone: String, _ domain: String, tax: Int64?
    ) -> Marketplace? {
        Currency(currency).map {
            Marketplace(id: id, name: name, currency: $0, zone: zone, domain: domain, taxRate: tax)
        }
    }
}
