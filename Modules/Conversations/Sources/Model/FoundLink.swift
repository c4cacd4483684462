/// Something that a conversation names by a code. Whether there is such a thing is for the desk to confirm.
public struct FoundLink: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A customer order.
        case order
        /// A product, by its ASIN.
        case product
        /// A listing, by its SKU.
        case listing
        /// A case at the marketplace.
        case marketplaceCase = "marketplace-case"
    }

    /// What speaks for it, the best first.
    public enum Evidence: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// A field of the source is there for it.
        case stated
        /// A word beside it says what it is.
        case named
        /// It looks like one.
        case shaped

        /// The better evidence first.
        public static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// Its code, as the marketplace writes it.
    public let code: String
    /// What speaks for it.
    public let evidence: Evidence

    /// A link.
    public init(_ kind: Kind, _ code: String, _ evidence: Evidence) {
        self.kind = kind
        self.code = code
        self.evidence = evidence
    }
}

extension FoundLink {
    /// Whether what somebody called an order, a product, a listing or a case is the number of a card, or holds one.
    public static func holdsCard(_ code: String) -> Bool { Redaction().redact(code).text != code }
}
