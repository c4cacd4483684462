/// Why the marketplace objects, as far as its own vocabulary says so.
///
/// The names are the issue categories of Amazon's Listings Items API 2021-08-01. Other texts, such as a report's reason in
/// another language, are no reason known here: nothing may be concluded from a text that changes with its translation.
enum Reason: String, CaseIterable {
    case missingAttribute = "missing-attribute"
    case invalidAttribute = "invalid-attribute"
    case missingImage = "missing-image"
    case invalidImage = "invalid-image"
    case missingPrice = "missing-price"
    case invalidPrice = "invalid-price"
    case duplicate
    case qualificationRequired = "qualification-required"

    /// Reads a reason as reported; case, spaces and underscores do not count.
    init?(reported reason: String) {
        let folded = reason.folded
        // The suppressed listings report's words for the first category.
        guard folded != "missinginfo" else {
            self = .missingAttribute
            return
        }
        guard let known = Self.allCases.first(where: { $0.rawValue.folded == folded }) else { return nil }
        self = known
    }

    /// The work it makes.
    var group: IssueGroup {
        switch self {
        case .missingAttribute: .missingAttribute
        case .invalidAttribute: .invalidAttribute
        case .missingImage, .invalidImage: .image
        case .missingPrice, .invalidPrice: .price
        case .duplicate: .duplicate
        case .qualificationRequired: .policy
        }
    }
}
