/// What a remedy changes of a listing on its marketplace. Nobody makes the change but a person, or a host that a person or
/// an explicit rule told to.
public enum ListingChange: Hashable, Sendable, Codable {
    /// Another asking price; the one it replaces is what taking it back restores.
    case price(PriceChange)
    /// Other values of attributes.
    case attributes([AttributeChange])
}

/// Another asking price, before shipping.
public struct PriceChange: Hashable, Sendable, Codable {
    /// The price until now.
    public let from: Money
    /// The price proposed.
    public let to: Money
    /// Units a day expected at the price until now.
    public let unitsNow: Double
    /// Units a day expected at the price proposed.
    public let unitsThen: Double

    /// A change of price, with the units a day expected before and after it.
    public init(from: Money, to: Money, unitsNow: Double, unitsThen: Double) {
        self.from = from
        self.to = to
        self.unitsNow = unitsNow
        self.unitsThen = unitsThen
    }
}

/// Another value of an attribute of a listing, by its name in the marketplace's product type definitions.
public struct AttributeChange: Hashable, Sendable, Codable {
    /// The attribute, `brand`.
    public let name: String
    /// The value to set; `nil` where only a person knows it.
    public let value: String?

    /// Sets an attribute.
    public init(_ name: String, to value: String?) {
        self.name = name
        self.value = value
    }
}
