import FlywheelKit

/// Why the marketplace objects, as far as its own vocabulary says so.
///
/// The words are those of interfaces and of English reports, see ``names``. Any other text, such as a report's reason in
/// another language, is no reason known here: nothing may be concluded from a text that changes with its translation.
enum Reason: String, CaseIterable {
    case missingAttribute = "missing-attribute"
    case invalidAttribute = "invalid-attribute"
    case missingImage = "missing-image"
    case invalidImage = "invalid-image"
    case missingPrice = "missing-price"
    case invalidPrice = "invalid-price"
    case offerDates = "offer-dates"
    case duplicate
    case qualificationRequired = "qualification-required"
    case compliance
    case intellectualProperty = "intellectual-property"
    case authenticity
    case policy
    case marketplaceError = "marketplace-error"

    /// Reads a reason as reported; case, spaces, hyphens and underscores do not count.
    init?(reported reason: String) {
        guard let known = Self.known[reason.folded] else { return nil }
        self = known
    }

    /// Every name, folded.
    private static let known = Dictionary(
        allCases.map { ($0.rawValue.folded, $0) }, uniquingKeysWith: { first, _ in first }
    ).merging(names) { own, _ in own }

    /// Reads the sentence by which Walmart says why an item is not published. It says them in English only, and some name no
    /// code, so that the words that make the difference are all there is.
    init?(unpublished sentence: String) {
        let folded = sentence.folded
        guard let known = Self.phrases.first(where: { folded.contains($0.0) })?.1 else { return nil }
        self = known
    }

    /// What is not called by its own name.
    ///
    /// - The categories of Amazon's Listings Items API 2021-08-01 are the first eight names themselves, but for its word for
    ///   approvals; `Missing info` stands in the suppressed listings report.
    /// - Walmart: reason codes of its unpublished items, which its documentation names as the most frequent, and the reasons
    ///   of its item report ("Status Change Reasons in the Item Report", Walmart Marketplace Learn).
    /// - The others are what sellers call the notices they get.
    private static let names: [String: Reason] = [
        "missinginfo": .missingAttribute,
        "enddate": .offerDates, "startdate": .offerDates, "offerenddatehaspassed": .offerDates,
        "noprice": .missingPrice, "reasonablepricenotsatisfied": .invalidPrice,
        "priceleadershipnotsatisfied": .invalidPrice, "priceparitynotsatisfied": .invalidPrice,
        "noprimaryimage": .missingImage, "mainimagemissing": .missingImage,
        "trustandsafetyviolation": .policy, "restrictedproduct": .policy,
        "approvalrequired": .qualificationRequired, "brandrestriction": .qualificationRequired,
        "productcompliance": .compliance, "productsafety": .compliance,
        "trademark": .intellectualProperty, "copyright": .intellectualProperty, "patent": .intellectualProperty,
        "inauthentic": .authenticity, "counterfeit": .authenticity,
    ]

    /// Walmart's sentences by what tells them apart, in the order they are tried.
    private static let phrases: [(String, Reason)] = [
        ("legalorcompliancepolic", .compliance), ("trustandsafety", .policy), ("sellthisbrand", .qualificationRequired),
        ("enddatehaspassed", .offerDates), ("startdate", .offerDates), ("primaryimage", .missingImage),
        ("mainimagemissing", .missingImage), ("reasonableprice", .invalidPrice), ("priceleadership", .invalidPrice),
        ("priceparity", .invalidPrice), ("noprice", .missingPrice), ("noshippinginformation", .missingAttribute),
        ("ataxcode", .missingAttribute),
        ("internalerror", .marketplaceError),
    ]

    /// Whether a text says that the price is above what the same costs elsewhere: by Walmart's rules of reasonable prices, of
    /// price leadership and of parity.
    static func comparesPrices(_ text: String) -> Bool {
        let folded = text.folded
        return ["reasonableprice", "priceleadership", "priceparity"].contains(where: folded.contains)
    }

    /// The work it makes.
    var group: IssueGroup {
        switch self {
        case .missingAttribute: .missingAttribute
        case .invalidAttribute: .invalidAttribute
        case .missingImage, .invalidImage: .image
        case .missingPrice, .invalidPrice: .price
        case .offerDates: .offerDates
        case .duplicate: .duplicate
        case .qualificationRequired: .approval
        case .compliance: .compliance
        case .intellectualProperty: .intellectualProperty
        case .authenticity: .authenticity
        case .policy: .policy
        case .marketplaceError: .marketplaceError
        }
    }
}
