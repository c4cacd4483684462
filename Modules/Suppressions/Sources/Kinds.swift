import FlywheelKit

/// Effort and duration are priors, until the desk's own closes say better.
extension FindingKind {
    static let catalogRemoved = FindingKind(
        "catalog-removed", title: "product page removed", effortHours: 2, lastsDays: 14)
    static let listingSuppressed = FindingKind(
        "listing-suppressed", title: "listing not buyable", effortHours: 1, lastsDays: 10)
    static let searchSuppressed = FindingKind(
        "search-suppressed", title: "hidden from search", effortHours: 0.5, lastsDays: 14)
    static let attributeSuppressed = FindingKind(
        "attribute-suppressed", title: "value rejected", effortHours: 0.25, lastsDays: 30)
    static let qualityAlert = FindingKind("quality-alert", title: "quality alert", effortHours: 0.25, lastsDays: 30)
    static let enforcementUnknown = FindingKind(
        "enforcement-unknown", title: "status not known", effortHours: 0.25, lastsDays: 14)
    static let notBuyable = FindingKind(
        "not-buyable", title: "not buyable, no issue says why", effortHours: 1, lastsDays: 7)
    static let notDiscoverable = FindingKind(
        "not-discoverable", title: "not in search, no issue says why", effortHours: 0.5, lastsDays: 14)

    static let notListed = FindingKind(
        "not-listed", title: "listing gone, units left", effortHours: 1, lastsDays: 7, elseDecidedBy: Catalog.feed)

    static let burst = FindingKind("burst", title: "burst", effortHours: 2, lastsDays: 10)

    static let suppressions = [
        catalogRemoved, listingSuppressed, notBuyable, notListed, searchSuppressed, notDiscoverable,
        attributeSuppressed, qualityAlert, enforcementUnknown, burst,
    ]

    static func enforced(_ enforcement: Enforcement) -> FindingKind {
        switch enforcement {
        case .catalogRemoved: .catalogRemoved
        case .listingSuppressed: .listingSuppressed
        case .notBuyable: .notBuyable
        case .notListed: .notListed
        case .searchSuppressed: .searchSuppressed
        case .notDiscoverable: .notDiscoverable
        case .attributeSuppressed: .attributeSuppressed
        case .qualityAlert: .qualityAlert
        }
    }
}

extension RootCause {
    static let suppressions = [
        RootCause("missing-attribute", "A required value was never supplied."),
        RootCause("invalid-attribute", "A value was supplied that the marketplace does not accept."),
        RootCause("image", "An image was missing or against the rules."),
        RootCause("title-or-description", "Title, bullet points or description were missing or against the rules."),
        RootCause("wrong-category", "The product stood under the wrong type or category."),
        RootCause("price", "The price was missing or out of range."),
        RootCause("offer-dates", "The dates of the offer had run out, or had not begun."),
        RootCause("compliance", "A safety or conformity document or declaration was missing."),
        RootCause("duplicate", "The product existed twice."),
        RootCause("approval", "Selling the product needed an approval that was missing."),
        RootCause("intellectual-property", "A trademark, copyright or patent was complained about."),
        RootCause("authenticity", "Somebody doubted that the product was genuine."),
        RootCause("policy", "Another rule was broken."),
        RootCause("feed-overwrite", "An automatic feed overwrote good data with bad."),
        RootCause("marketplace-error", "The marketplace was wrong and took it back."),
        RootCause("other", "Something else; the note says what."),
    ]
}
