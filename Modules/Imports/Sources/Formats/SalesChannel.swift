/// Where a source sells, as far as its files tell by their layout.
enum SalesChannel: String, Sendable {
    case amazon, walmart, shopify, ebay

    /// The marketplace that its files are of where nothing names one: Amazon has many, the others are known by their name.
    var marketplace: String? { self == .amazon ? nil : rawValue }
}
