/// What a remedy changes of a listing on its marketplace. Nobody makes the change but a person, or a host that a person or
/// an explicit rule told to.
public enum ListingChange: Hashable, Sendable, Codable {
    /// Another asking price; the one it replaces is what taking it back restores.
    case price(PriceChange)
    /// Other values of attributes.
    case attributes([AttributeChange])

    /// Whether both set the same on the marketplace, whatever they expect of it.
    public func sets(sameAs other: ListingChange) -> Bool {
        switch (self, other) {
        case (.price(let one), .price(let two)): one.from == two.from && one.to == two.to
        case (.attributes(let one), .attributes(let two)): one == two
        default: false
        }
    }
}

/// Another asking price, before shipping.
public struct PriceChange: Hashable, Sendable, Codable {
    /// The price until now.
    public let from: Money
    /// The price proposed.
    public let to: Money
    /// Units a day expected at the price until now; `nil` where nobody says.
    public let unitsNow: Double?
    /// Units a day expected at the price proposed; `nil` where nobody says.
    public let unitsThen: Double?
    /// What it is expected to bring more a day, after costs; `nil` where these are not known.
    public let gain: Money?
    /// The units a day at the price proposed, at P10 and P90 of what is not known of them; `nil` where nobody says.
    public let unitsThenRange: ClosedRange<Double>?

    /// A change of price, with the units a day expected before and after it and what it is expected to bring a day.
    public init(
        from: Money, to: Money, unitsNow: Double?, unitsThen: Double?, gain: Money? = nil,
        unitsThenRange: ClosedRange<Double>? = nil
    ) {
        self.from = from
        self.to = to
        self.unitsNow = unitsNow
        self.unitsThen = unitsThen
        self.gain = gain
        self.unitsThenRange = unitsThenRange
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
