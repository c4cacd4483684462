import HTTPTypes
import People

extension API {
    /// Listings: what is known of them, what they are expected to sell, what to order, and what is proposed to change of them.
    static let listings: [APICommand] = [
        .list(
            "/listings", "listListings", ListingsCommand.self, in: "Listings", gives: "listings",
            options: ["search", "all"],
            by: ["account", "marketplace", "sku"]),
        .get(
            "/listings/{sku}", "showListing", OneListingCommand.self, in: "Listings", gives: "listing",
            taking: ["sku"], options: ["account", "marketplace"]),
        .get(
            "/listings/{sku}/forecast", "showForecast", ForecastCommand.self, in: "Listings", gives: "forecast",
            taking: ["sku"], options: ["account", "marketplace", "weeks"], rules: ["weeks": .integer(1...16)]),
        .list(
            "/reorder", "listReorders", ReorderCommand.self, in: "Listings", gives: "reorder",
            options: ["supplier", "account", "marketplace", "by"], by: ["id"]),
        .get(
            "/changes", "listChanges", ChangesCommand.List.self, in: "Changes", gives: "changes",
            options: ["limit", "cursor", "state", "workflow", "account", "marketplace"], rules: ["cursor": .id("L")]),
        .get(
            "/changes/{id}", "showChange", ChangesCommand.Show.self, in: "Changes", gives: "change", taking: ["id"],
            of: .change),
        .list(
            "/changes/scores", "scoreChanges", ChangesCommand.Score.self, in: "Changes", gives: "change-scores"),
        .post(
            "/changes/{id}/approve", "approveChange", ChangesCommand.Approve.self, for: .decide, in: "Changes",
            gives: "decided", taking: ["id"], options: ["set"],
            rules: ["set": .pattern(#"^[^=]+=[\s\S]+$"#, example: "a name and a value such as brand=Acme")],
            when: .unchanged(.change)),
        .post(
            "/changes/{id}/refuse", "refuseChange", ChangesCommand.Refuse.self, for: .decide, in: "Changes",
            gives: "decided", taking: ["id"], options: ["reason"], when: .unchanged(.change)),
    ]
}
