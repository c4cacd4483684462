public import FlywheelKit

/// A change of one listing, with what marketplaces ask for to find it.
public struct UploadLine: Hashable, Sendable {
    /// The seller's code.
    public let sku: String
    /// The id that the marketplace gives the product: an ASIN, an item number.
    public let product: String?
    /// The product type in the marketplace's words, `KITCHEN`.
    public let productType: String?
    /// What it sets.
    public let change: ListingChange
    /// The price that it sets, where it sets one.
    let price: Money?

    /// A change of one listing.
    public init(sku: String, product: String? = nil, productType: String? = nil, change: ListingChange) {
        self.sku = sku
        self.product = product
        self.productType = productType
        self.change = change
        price = change.newPrice
    }
}

extension ListingChange {
    /// The price that it sets, where it sets one.
    fileprivate var newPrice: Money? {
        switch self {
        case .price(let price): price.to
        case .attributes: nil
        }
    }
}

/// Whose listings a file changes, and where.
public struct UploadOwner: Hashable, Sendable {
    /// The marketplace's id, or a name such as `walmart-us`.
    public let marketplace: String
    /// The id that the marketplace gives the seller; some forms have to name it.
    public let seller: String?

    /// Whose listings, and where.
    public init(marketplace: String, seller: String? = nil) {
        self.marketplace = marketplace
        self.seller = seller
    }
}

/// Why a change cannot be written in a form.
public enum UploadError: Error, Hashable, Sendable {
    /// The marketplace is not one that takes the form.
    case marketplace(String, UploadFormat)
    /// The form does not carry that kind of change: a price, or attributes.
    case kind(UploadFormat, sku: String)
    /// The marketplace takes prices in another currency.
    case currency(sku: String, found: Currency, expected: Currency)
    /// A price is above zero.
    case price(sku: String, Money)
    /// A code has no place in the form: it is empty, or holds a tab or a line's end.
    case sku(String)
    /// The form needs the number that the marketplace gives the item; `found` is what is known instead.
    case itemNumber(sku: String, found: String?)
    /// The form needs the id that the marketplace gives the seller.
    case sellerMissing(UploadFormat)
    /// A value of that attribute is missing.
    case value(sku: String, attribute: String)
    /// An attribute's name is letters, digits and `_`.
    case attribute(sku: String, String)
}

extension UploadError: CustomStringConvertible {
    /// What was found and what was expected, in a sentence.
    public var description: String {
        switch self {
        case .marketplace(let name, let format): "\(format.rawValue) is no form that \(name) takes"
        case .kind(let format, let sku): "\(format.rawValue) does not carry what is to change of \(sku)"
        case .currency(let sku, let found, let expected):
            "the price of \(sku) is in \(found), expected \(expected), which the marketplace takes"
        case .price(let sku, let money): "the price of \(sku) is \(money), expected more than zero"
        case .sku(let sku): "\"\(sku)\" has no place in a file, expected a code without tabs and line ends"
        case .itemNumber(let sku, let found):
            "\(sku) has \(found.map { "\"\($0)\"" } ?? "nothing") for an item number, expected digits"
        case .sellerMissing(let format):
            "\(format.rawValue) names the seller, and the id of the account's seller is not known"
        case .value(let sku, let attribute): "\(sku) has no value for \(attribute)"
        case .attribute(let sku, let name):
            "\(sku) is to change \"\(name)\", expected an attribute of letters, digits and _"
        }
    }
}
