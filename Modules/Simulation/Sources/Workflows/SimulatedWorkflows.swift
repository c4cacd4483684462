import FlywheelKit

/// Pages that are taken down or hidden.
enum SuppressionsTopic: SimulatedTopic {
    static let workflow = SimulatedWorkflow(
        "suppressions", "Suppressions", weight: 1,
        steps: ["Read what the marketplace says", "Correct the value it names", "Check the page the day after"],
        causes: [
            ("missing-attribute", "A required value was never supplied."),
            ("image", "An image was missing or refused."),
            ("feed-overwrite", "An automatic feed overwrote good data."), ("policy", "A rule was broken."),
            ("wrong-category", "The product stood under the wrong category."),
        ],
        kinds: [
            SimulatedKind(
                "listing-suppressed", "listing not buyable", weight: 2, effortHours: 1, lastsDays: 10, share: 0.9...1,
                causes: [("missing-attribute", 4), ("feed-overwrite", 3), ("policy", 1)]),
            SimulatedKind(
                "search-suppressed", "hidden from search", weight: 3, effortHours: 0.5, lastsDays: 14, share: 0.4...0.8,
                causes: [("image", 4), ("wrong-category", 2), ("missing-attribute", 2)]),
        ])
}

/// Stock that is not there.
enum InventoryTopic: SimulatedTopic {
    static let workflow = SimulatedWorkflow(
        "inventory", "Inventory", weight: 0.8,
        steps: ["Check what is on its way", "Order or move stock", "Correct the lead time that was used"],
        causes: [
            ("ordered-late", "The order was placed after its last day."),
            ("supplier-late", "The supplier delivered late."),
            ("wrong-lead-time", "The lead time used was not the real one."),
            ("demand-rose", "More was sold than expected."),
        ],
        kinds: [
            SimulatedKind(
                "stock-out", "stock-out", weight: 3, effortHours: 0.5, lastsDays: 14, share: 0.95...1,
                causes: [("ordered-late", 3), ("supplier-late", 3), ("demand-rose", 2)]),
            SimulatedKind(
                "stranded-stock", "stranded stock", weight: 1, effortHours: 0.5, lastsDays: 20, share: 0.3...1,
                causes: [("wrong-lead-time", 1), ("ordered-late", 1)]),
        ])
}

/// Prices that lose the featured offer, or money.
enum PricingTopic: SimulatedTopic {
    static let workflow = SimulatedWorkflow(
        "pricing", "Pricing", weight: 0.9,
        steps: ["Compare with floor and competitors", "Set the price", "Look for the rule that moved it"],
        causes: [
            ("undercut", "A competitor went below the own price."), ("repricer", "A repricing rule did it."),
            ("feed-error", "A file carried a wrong price."), ("price-outside", "The product was cheaper elsewhere."),
        ],
        kinds: [
            SimulatedKind(
                "featured-offer-lost", "not the featured offer", weight: 4, effortHours: 0.25, lastsDays: 7,
                share: 0.3...0.9, causes: [("undercut", 4), ("price-outside", 2), ("repricer", 2)]),
            SimulatedKind(
                "price-error", "price error", weight: 1, effortHours: 0.25, lastsDays: 3, share: 0.5...1,
                causes: [("feed-error", 3), ("repricer", 2)]),
        ])
}

/// Forecasts that went astray.
enum ForecastingTopic: SimulatedTopic {
    static let workflow = SimulatedWorkflow(
        "forecasting", "Forecasting", weight: 0.4,
        steps: ["Look at sales and traffic together", "Find what changed", "Enter the event, or state a forecast"],
        causes: [
            ("promotion", "An event that nobody had entered."), ("traffic", "The page was shown less."),
            ("competition", "A competitor came or left."), ("season", "The season began or ended."),
        ],
        kinds: [
            SimulatedKind(
                "sales-drop", "sales fell", weight: 2, effortHours: 0.5, lastsDays: 7, share: 0.1...0.5,
                causes: [("traffic", 3), ("competition", 2)]),
            SimulatedKind(
                "demand-shift", "demand shifted", weight: 1, effortHours: 0.25, lastsDays: 42, share: 0.05...0.25,
                causes: [("promotion", 2), ("season", 2)]),
        ])
}

/// Cases that hold up a listing.
enum CasesTopic: SimulatedTopic {
    static let workflow = SimulatedWorkflow(
        "cases", "Cases", weight: 0.5,
        steps: ["Read the thread", "Answer, or pass it on", "Say what it was about"],
        causes: [
            ("late-or-lost", "A parcel came late or never."), ("damaged-or-wrong", "What came was damaged or wrong."),
            ("listing-says-otherwise", "The listing promised something else."),
        ],
        kinds: [
            SimulatedKind(
                "case", "open case", weight: 1, effortHours: 0.25, lastsDays: 3, share: 0.02...0.3,
                causes: [("late-or-lost", 2), ("damaged-or-wrong", 2), ("listing-says-otherwise", 3)])
        ])
}

extension SimulatedWorkflow {
    /// All that an organisation may have, in the order it takes them up.
    static let all: [SimulatedWorkflow] = [
        SuppressionsTopic.workflow, InventoryTopic.workflow, PricingTopic.workflow, CasesTopic.workflow,
        ForecastingTopic.workflow,
    ]
}
