/// What is publicly known of a marketplace: the zone that defines its day and the currency of its prices.
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

    /// The marketplace with this id, name or domain, in either case; the United Kingdom's also as `GB`, its country's code.
    public static func named(_ text: some StringProtocol) -> Marketplace? {
        known[text.lowercased()]
    }

    /// What people call places that are no marketplaces of the directory, by their ids: each is in several countries, so that
    /// neither a currency nor a zone follows.
    public static let channels = ["walmart": "Walmart", "shopify": "Shopify", "ebay": "eBay"]

    /// The directory by everything a marketplace goes by, in lower case.
    private static let known: [String: Marketplace] = {
        var known = Dictionary(
            directory.flatMap { place in [place.id, place.name, place.domain].map { ($0.lowercased(), place) } },
            uniquingKeysWith: { first, _ in first })
        known["gb"] = known["uk"]
        return known
    }()

    /// The Amazon marketplaces (Selling Partner API documentation, "Marketplace IDs").
    public static let directory: [Marketplace] = [
        amazon("ATVPDKIKX0DER", "US", "USD", "America/Los_Angeles", "amazon.com"),
        amazon("A2EUQ1WTGCTBG2", "CA", "CAD", "America/Los_Angeles", "amazon.ca"),
        amazon("A1AM78C64UM0Y8", "MX", "MXN", "America/Los_Angeles", "amazon.com.mx"),
        amazon("A2Q3Y263D00KWC", "BR", "BRL", "America/Sao_Paulo", "amazon.com.br"),
        amazon("A1F83G8C2ARO7P", "UK", "GBP", "Europe/London", "amazon.co.uk"),
        amazon("A1PA6795UKMFR9", "DE", "EUR", "Europe/Berlin", "amazon.de"),
        amazon("A13V1IB3VIYZZH", "FR", "EUR", "Europe/Paris", "amazon.fr"),
        amazon("APJ6JRA9NG5V4", "IT", "EUR", "Europe/Rome", "amazon.it"),
        amazon("A1RKKUPIHCS9HS", "ES", "EUR", "Europe/Madrid", "amazon.es"),
        amazon("A1805IZSGTT6HS", "NL", "EUR", "Europe/Amsterdam", "amazon.nl"),
        amazon("A2NODRKZP88ZB9", "SE", "SEK", "Europe/Stockholm", "amazon.se"),
        amazon("A1C3SOZRARQ6R3", "PL", "PLN", "Europe/Warsaw", "amazon.pl"),
        amazon("AMEN7PMS3EDWL", "BE", "EUR", "Europe/Brussels", "amazon.com.be"),
        amazon("A28R8C7NBKEWEA", "IE", "EUR", "Europe/Dublin", "amazon.ie"),
        amazon("A33AVAJ2PDY3EV", "TR", "TRY", "Europe/Istanbul", "amazon.com.tr"),
        amazon("A2VIGQ35RCS4UG", "AE", "AED", "Asia/Dubai", "amazon.ae"),
        amazon("A17E79C6D8DWNP", "SA", "SAR", "Asia/Riyadh", "amazon.sa"),
        amazon("ARBP9OOSHTCHU", "EG", "EGP", "Africa/Cairo", "amazon.eg"),
        amazon("AE08WJ6YKNBMC", "ZA", "ZAR", "Africa/Johannesburg", "amazon.co.za"),
        amazon("A21TJRUUN4KGV", "IN", "INR", "Asia/Kolkata", "amazon.in"),
        amazon("A1VC38T7YXB528", "JP", "JPY", "Asia/Tokyo", "amazon.co.jp"),
        amazon("A39IBJ37TRP1C6", "AU", "AUD", "Australia/Sydney", "amazon.com.au"),
        amazon("A19VAU5U5O7RUS", "SG", "SGD", "Asia/Singapore", "amazon.sg"),
    ].compactMap(\.self)

    private static func amazon(
        _ id: String, _ name: String, _ currency: String, _ zone: String, _ domain: String
    ) -> Marketplace? {
        Currency(currency).map { Marketplace(id: id, name: name, currency: $0, zone: zone, domain: domain) }
    }
}
