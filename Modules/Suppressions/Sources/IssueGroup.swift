/// Issues that are solved alike: one playbook each.
public enum IssueGroup: String, Hashable, Sendable, Codable, CaseIterable {
    /// A value is missing.
    case missingAttribute = "missing-attribute"
    /// A value is there and not accepted.
    case invalidAttribute = "invalid-attribute"
    /// The main or another image is missing or against the rules.
    case image
    /// Title, bullet points or description are missing or against the rules.
    case titleOrDescription = "title-or-description"
    /// The product stands under the wrong type or category.
    case wrongCategory = "wrong-category"
    /// The price is missing, or too far from what the marketplace compares it with.
    case price
    /// The dates between which the offer holds are past or ahead.
    case offerDates = "offer-dates"
    /// A safety or conformity document or declaration is missing.
    case compliance
    /// The product was taken off sale for want of one.
    case complianceRemoval = "compliance-removal"
    /// The product exists twice.
    case duplicate
    /// Selling the product needs an approval.
    case approval
    /// Somebody says that the product or its page breaks their trademark, copyright or patent.
    case intellectualProperty = "intellectual-property"
    /// Somebody says that the product is not what it says it is.
    case authenticity
    /// The product or its page is said to break another rule.
    case policy
    /// The marketplace says that it made an error itself.
    case marketplaceError = "marketplace-error"
    /// Nothing known says more.
    case other

    /// The group of an issue: what its attribute is says more than the marketplace's reason.
    init(attributes: [String], reason: Reason?, enforcement: Enforcement?) {
        let group = attributes.lazy.compactMap { Self.groups[$0] }.first ?? reason?.group ?? .other
        let isRemoved = enforcement == .catalogRemoved || enforcement == .listingSuppressed
        self = group == .compliance && isRemoved ? .complianceRemoval : group
    }

    /// The root cause that a close of such an issue most often names.
    var usualCause: String { self == .complianceRemoval ? IssueGroup.compliance.rawValue : rawValue }

    /// Attributes whose repair is not filling in a field, by their names in Amazon's product type definitions.
    private static let groups: [String: IssueGroup] = [
        "main_product_image_locator": .image,
        "other_product_image_locator_1": .image,
        "main_image": .image,
        "item_name": .titleOrDescription,
        "bullet_point": .titleOrDescription,
        "product_description": .titleOrDescription,
        "product_type": .wrongCategory,
        "item_type_keyword": .wrongCategory,
        "recommended_browse_nodes": .wrongCategory,
        "purchasable_offer": .price,
        "list_price": .price,
        "standard_price": .price,
        "supplier_declared_dg_hz_regulation": .compliance,
        "compliance_media": .compliance,
        "gpsr_safety_attestation": .compliance,
    ]

    /// Days from a fix to its effect: a prior.
    ///
    /// Corrected listings come back within 24 to 48 hours by the account of sellers' tools (Codisto's help, "Amazon
    /// suppressed listings"); what a team of the marketplace has to read takes a working week.
    var fixTakesDays: Double {
        switch self {
        case .missingAttribute, .invalidAttribute, .image, .titleOrDescription, .wrongCategory, .price, .offerDates: 1.5
        case .compliance, .complianceRemoval, .duplicate, .approval, .intellectualProperty, .authenticity, .policy,
            .marketplaceError, .other:
            5
        }
    }
}
