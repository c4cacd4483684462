import FlywheelKit

/// Where a source sells, as far as its files tell by their layout.
enum SalesChannel: String, Sendable {
    case amazon, walmart, shopify, ebay

    /// The marketplace that its files are of where nothing names one: Amazon has many, the others are known by their name.
    var marketplace: String? { self == .amazon ? nil : rawValue }

    /// The currency of its files that name none: Walmart leaves it away where it sells in the United States, and says it in
    /// its reports of items everywhere.
    var currency: Currency? { self == .walmart ? Currency("USD") : nil }
}
