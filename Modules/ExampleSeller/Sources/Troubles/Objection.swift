import FlywheelKit

/// What a marketplace objects to, as its report of suppressed listings words it.
struct Objection {
    let kind: Trouble.Kind
    let reason: String
    let attribute: String
    /// The report's sentence around the attribute.
    let text: String

    private init(_ kind: Trouble.Kind, _ reason: String, _ attribute: String, _ text: String) {
        (self.kind, self.reason, self.attribute, self.text) = (kind, reason, attribute, text)
    }

    /// The report's words for what it does.
    var status: String { kind == .removed ? "Detail Page Removed" : "Search Suppressed" }
    var description: String { "'[\(attribute)]' \(text)" }

    /// A listing hidden from search still sells to those who know it.
    func trouble(from: Day, until: Day?) -> Trouble {
        Trouble(
            kind: kind, attribute: attribute, from: from, until: until, lostShare: kind == .hidden ? 0.75 : 1)
    }

    static let image = Objection(.hidden, "Missing info", "main_image", required)
    static let brand = Objection(.hidden, "Missing info", "brand", required)
    static let bullets = Objection(.hidden, "Missing info", "bullet_point", required)
    /// The policies that take down many listings in one morning.
    static let age = Objection(.removed, "Policy", "minimum_age_verification", "must be declared for blades.")
    static let safety = Objection(
        .hidden, "Policy", "gpsr_safety_attestation", "is needed to show compliance with the law.")

    /// What comes up one by one, all year.
    static let common = [
        brand, image, bullets,
        Objection(.hidden, "Missing info", "product_description", required),
        Objection(.hidden, "Invalid attribute", "item_name", "is longer than its category allows."),
        Objection(.hidden, "Missing info", "list_price", required),
        Objection(.removed, "Policy", "country_of_origin", "is needed to show compliance with the law."),
        Objection(
            .removed, "Duplicate", "externally_assigned_product_identifier", "belongs to another product."),
    ]

    private static let required = "is required but not supplied."

    /// The objection a trouble is of; `nil` for a trouble that is not the marketplace's doing.
    init?(of trouble: Trouble) {
        guard let known = Self.byAttribute[trouble.attribute] else { return nil }
        self = known
    }

    private static let byAttribute = Dictionary(
        (common + [age, safety]).map { ($0.attribute, $0) }, uniquingKeysWith: { first, _ in first })
}
