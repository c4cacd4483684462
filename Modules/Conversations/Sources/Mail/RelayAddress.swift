import FlywheelKit

/// An address that a marketplace made: of a buyer, to whom it passes mail on, or of itself.
struct RelayAddress {
    static let buyer = "buyer"
    static let platform = "platform"

    /// Who is behind it.
    let side: String
    /// The marketplace, by its domain.
    let marketplace: String

    /// Where eBay is.
    private static let ebay: Set = [
        "ebay.com", "ebay.co.uk", "ebay.de", "ebay.fr", "ebay.it", "ebay.es", "ebay.ca", "ebay.com.au", "ebay.at",
        "ebay.ch",
        "ebay.ie", "ebay.nl", "ebay.pl", "ebay.be", "ebay.com.sg", "ebay.com.hk",
    ]
    private static let others: Set = ["walmart.com", "etsy.com", "shopify.com"]

    /// Nil for anybody's own address. A domain that only begins like a marketplace's is anybody's.
    init?(_ address: MailAddress) {
        let labels = address.domain.split(separator: ".", omittingEmptySubsequences: false)
        for count in 2...3 where labels.count >= count {
            let domain = labels.suffix(count).joined(separator: ".")
            let host = labels.dropLast(count).last
            let isAmazon = Marketplace.directory.contains { $0.domain == domain }
            guard isAmazon || Self.ebay.contains(domain) || Self.others.contains(domain) else { continue }
            let isRelay =
                isAmazon ? host == "marketplace" : Self.ebay.contains(domain) ? host == "members" : host == "relay"
            side = isRelay ? Self.buyer : Self.platform
            marketplace = domain
            return
        }
        return nil
    }
}
