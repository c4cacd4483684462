/// What a fact, a finding or an exposure is about.
///
/// Everything belongs to an account on a marketplace; `code` names it there: the SKU of a listing, the product id
/// (ASIN, item id) of a product, the number of an order or ticket, nothing for the account itself.
public struct Subject: Hashable, Sendable, Codable {
    /// The kinds of thing that rows describe and exposures reach.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// One SKU of one account on one marketplace.
        case listing
        /// What is sold, whichever SKUs sell it: demand belongs to it.
        case product
        /// A seller account on one marketplace.
        case account
        /// One customer order.
        case order
        /// One support case.
        case ticket
        /// A person or company on either side of the marketplace.
        case party
    }

    /// The kind of thing.
    public let kind: Kind
    /// The seller account, by the name its people use.
    public let account: String
    /// The marketplace's id, such as `ATVPDKIKX0DER`.
    public let marketplace: String
    /// Its name within account and marketplace.
    public let code: String

    /// What an account or a marketplace is called of which nothing is known.
    public static let nowhere = "default"

    /// Names a thing.
    public init(_ kind: Kind, account: String, marketplace: String, code: String = "") {
        self.kind = kind
        self.account = account
        self.marketplace = marketplace
        self.code = code
    }
}

extension Subject: Comparable {
    /// Whether all parts have the same UTF-8 bytes: marketplaces tell names apart by bytes, and so does what is stored.
    /// Swift's own comparison takes two spellings of one letter, composed and decomposed, for the same.
    public static func == (left: Subject, right: Subject) -> Bool {
        left.kind == right.kind && hasSameBytes(left.code, right.code)
            && hasSameBytes(left.marketplace, right.marketplace) && hasSameBytes(left.account, right.account)
    }

    /// By account, marketplace, kind and code, each by its UTF-8 bytes.
    public static func < (left: Subject, right: Subject) -> Bool {
        if !hasSameBytes(left.account, right.account) { return precedes(left.account, right.account) }
        if !hasSameBytes(left.marketplace, right.marketplace) { return precedes(left.marketplace, right.marketplace) }
        if left.kind != right.kind { return precedes(left.kind.rawValue, right.kind.rawValue) }
        return precedes(left.code, right.code)
    }

    private static func hasSameBytes(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
