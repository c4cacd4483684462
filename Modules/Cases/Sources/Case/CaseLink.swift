/// Something that a case is about.
public struct CaseLink: Hashable, Sendable, Codable {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A customer order, by its number.
        case order
        /// A product, by its ASIN or item id.
        case product
        /// A listing, by its SKU.
        case listing
        /// A case at the marketplace, by its number.
        case marketplaceCase = "marketplace-case"
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// Its number or code.
    public let code: String
    /// Whether the catalogue, the orders or a person know it; what was only found in text is not.
    public var isConfirmed: Bool

    /// A link.
    public init(_ kind: Kind, _ code: String, isConfirmed: Bool = false) {
        self.kind = kind
        self.code = code
        self.isConfirmed = isConfirmed
    }
}

extension CaseLink {
    /// The links of both, each once, in order; confirmed where either is.
    static func joined(_ first: [CaseLink], _ second: [CaseLink]) -> [CaseLink] {
        var joined: [CaseLink] = []
        for link in first + second {
            if let known = joined.firstIndex(where: { $0.kind == link.kind && $0.code == link.code }) {
                joined[known].isConfirmed = joined[known].isConfirmed || link.isConfirmed
            } else {
                joined.append(link)
            }
        }
        return joined
    }
}
