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
    /// A safety or conformity document or declaration is missing.
    case compliance
    /// The product exists twice.
    case duplicate
    /// Selling the product needs an approval, or is said to break a rule.
    case policy
    /// Nothing known says more.
    case other

    /// The group of an issue: what its attribute is says more than the marketplace's reason.
    init(attributes: [String], reason: Reason?) {
        self = attributes.lazy.compactMap { Self.groups[$0] }.first ?? reason?.group ?? .other
    }

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
        case .missingAttribute, .invalidAttribute, .image, .titleOrDescription, .wrongCategory, .price: 1.5
        case .compliance, .duplicate, .policy, .other: 5
        }
    }
}
