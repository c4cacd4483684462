/// What the ``status`` of a listing says, in the words of all sources.
extension Catalog {
    /// What a ``status`` may say is done to a listing, without saying why.
    public enum Trouble: Hashable, Sendable {
        /// It cannot be bought.
        case notBuyable
        /// It can be bought, but search and browsing do not show it.
        case notDiscoverable
    }

    /// Reads a status in the words of Amazon's Listings Items API 2021-08-01, `BUYABLE` and `DISCOVERABLE`; `nil` where nothing is
    /// wrong, and for any other text, which does not tell suppressed from out of stock.
    ///
    /// `DELETED` is what the seller did.
    public static func trouble(ofStatus status: String) -> Trouble? {
        // Most statuses are another source's words, as their first letter tells.
        let first = status.utf8.first { $0 >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
        guard let first, first >= 0x80 || "nbd".utf8.contains(first | 0x20) else { return nil }
        let words = words(ofStatus: status)
        guard !words.isEmpty, words.allSatisfy(amazons.contains) else { return nil }
        if words.contains("not") || !words.contains("buyable") { return .notBuyable }
        return words.contains("discoverable") ? nil : .notDiscoverable
    }

    /// Words of the Listings Items API.
    private static let amazons: Set<Substring> = ["not", "buyable", "discoverable"]

    /// Whether a status says that the seller gave the listing up, or never put it on sale: nothing that ends there is lost, and
    /// nothing is bought for it.
    public static func isGivenUp(_ status: String?) -> Bool {
        guard let status else { return false }
        return words(ofStatus: status).contains(where: givenUp.contains)
    }

    /// Walmart's lifecycle, Shopify's status of a product, and what a seller did to a listing on Amazon (``trouble(ofStatus:)``).
    private static let givenUp: Set<Substring> = ["retired", "archived", "draft", "deleted"]

    /// The words of a status, in lower case.
    ///
    /// It is asked for each listing in each rotation, so the letters of English are told by their codes alone.
    package static func words(ofStatus status: String) -> [Substring] {
        status.lowercased().unicodeScalars.split { scalar in
            scalar.isASCII ? !("a"..."z" ~= scalar) : !scalar.properties.isAlphabetic
        }.map(Substring.init)
    }
}
