import Assessment

/// What can go wrong, and in whose workflow.
enum Catalogue {
    /// A kind of problem.
    struct Kind: Sendable {
        var id: String
        /// The place of its workflow in ``Catalogue/workflows``.
        var workflow: Int
        /// Why it happens, the most frequent first.
        var causes: [String]
        /// Share of a listing's revenue that it costs while it lasts.
        var loss: Double
        /// Work it takes, where 1 is the average.
        var effort: Double
        /// Steps of its playbook.
        var steps: Int
        /// Share of its problems that are foreseen.
        var foreseen = 0.0
    }

    static let workflows = [
        InstalledWorkflow(
            id: "suppressions", title: "Suppressions", publishes: ["listing.availability/1"], reads: ["stock.cover/1"],
            knobs: 3),
        InstalledWorkflow(
            id: "inventory", title: "Inventory", publishes: ["stock.cover/1"], reads: ["demand.forecast/1"], knobs: 5),
        InstalledWorkflow(id: "pricing", title: "Pricing", reads: ["listing.availability/1"], knobs: 4),
        InstalledWorkflow(id: "cases", title: "Cases", reads: ["listing.availability/1"], knobs: 2),
        InstalledWorkflow(id: "forecasting", title: "Forecasting", publishes: ["demand.forecast/1"], knobs: 3),
    ]

    static let kinds = [
        Kind(
            id: "listing-suppressed", workflow: 0,
            causes: ["missing-attribute", "image", "policy", "wrong-category"], loss: 1, effort: 1, steps: 4),
        Kind(
            id: "search-suppressed", workflow: 0, causes: ["title-too-long", "missing-attribute", "image"], loss: 0.7,
            effort: 0.7, steps: 3),
        Kind(
            id: "stock-out", workflow: 1, causes: ["late-supplier", "low-reorder-point", "receiving-delay"], loss: 1,
            effort: 1.4, steps: 5, foreseen: 0.5),
        Kind(
            id: "stranded-stock", workflow: 1, causes: ["no-offer", "barcode", "policy"], loss: 0.8, effort: 0.8,
            steps: 4),
        Kind(
            id: "featured-offer-lost", workflow: 2, causes: ["competitor", "shipping-time", "price-rule"], loss: 0.5,
            effort: 0.5, steps: 3),
        Kind(id: "price-error", workflow: 2, causes: ["feed-error", "price-rule"], loss: 0.6, effort: 0.5, steps: 2),
        Kind(
            id: "answer-late", workflow: 3, causes: ["not-routed", "unclear-policy", "absence"], loss: 0.15,
            effort: 0.8, steps: 3),
        Kind(
            id: "claim-open", workflow: 3, causes: ["lost-parcel", "damaged", "not-as-described"], loss: 0.3,
            effort: 1.6, steps: 6),
        Kind(
            id: "forecast-drift", workflow: 4, causes: ["promotion", "new-competitor", "season"], loss: 0.25,
            effort: 1.2, steps: 0),
    ]
}
