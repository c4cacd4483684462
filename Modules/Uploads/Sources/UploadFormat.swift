public import FlywheelKit

/// The forms in which marketplaces take changes of listings.
public enum UploadFormat: String, Hashable, Sendable, CaseIterable {
    /// Amazon's price and quantity file, tab separated (`POST_FLAT_FILE_PRICEANDQUANTITYONLY_UPDATE_DATA`). What is left
    /// blank stays as it is.
    case amazonPrices = "amazon-prices"
    /// Amazon's listings feed (`JSON_LISTINGS_FEED`): one patch for each listing.
    case amazonListings = "amazon-listings"
    /// Requests of Amazon's Listings Items API (2021-08-01) that validate the same patches and change nothing
    /// (`mode=VALIDATION_PREVIEW`): a request line and its body for each listing.
    case amazonPreview = "amazon-preview"
    /// Walmart's bulk price feed, version 1.7.
    case walmartPrices = "walmart-prices"
    /// eBay's file of actions: `Revise` by item number.
    case ebayRevise = "ebay-revise"
    /// A table of SKU, attribute, value and currency, for marketplaces without a form of their own here, and for people.
    case table

    /// The form in which a marketplace takes a change.
    ///
    /// - Parameter marketplace: an Amazon marketplace's id, or a name such as `walmart-us` or `ebay-de`.
    public static func usual(for change: ListingChange, on marketplace: String) -> UploadFormat {
        switch (Platform(marketplace: marketplace), change) {
        case (.amazon, .price): .amazonPrices
        case (.amazon, .attributes): .amazonListings
        case (.walmart, .price): .walmartPrices
        case (.ebay, .price): .ebayRevise
        case (.walmart, .attributes), (.ebay, .attributes), (.other, _): .table
        }
    }

    /// What files of this form are called at their end, without the dot.
    public var fileExtension: String {
        switch self {
        case .amazonPrices, .amazonPreview: "txt"
        case .amazonListings, .walmartPrices: "json"
        case .ebayRevise, .table: "csv"
        }
    }
}

/// Who runs a marketplace.
enum Platform: Hashable {
    case amazon(Marketplace)
    case walmart(country: String)
    /// eBay, with the site where it is one of those known.
    case ebay(EbaySite?)
    case other

    init(marketplace: String) {
        let parts = marketplace.lowercased().split(separator: "-", maxSplits: 1).map(String.init)
        switch (parts.first, parts.dropFirst().first ?? "us") {
        case ("walmart", let country): self = .walmart(country: country)
        case ("ebay", let country): self = .ebay(EbaySite.all[country])
        default: self = Marketplace.named(marketplace).map(Platform.amazon) ?? .other
        }
    }

    /// The one currency that prices are taken in; `nil` where that is not known.
    var currency: Currency? {
        switch self {
        case .amazon(let marketplace): marketplace.currency
        case .walmart(let country): Self.walmartCurrencies[country].flatMap { Currency($0) }
        case .ebay(let site): site.flatMap { Currency($0.currency) }
        case .other: nil
        }
    }

    private static let walmartCurrencies = ["us": "USD", "ca": "CAD", "mx": "MXN"]
}
