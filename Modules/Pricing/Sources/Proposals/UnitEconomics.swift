import FlywheelKit

/// What is left of a unit at a price, in minor units, exact.
struct UnitEconomics {
    private static let whole: Int64 = 10_000

    /// Cost and the fees' sum.
    let outlay: Int64
    /// What the marketplace takes of what a buyer pays, in ten-thousandths.
    let share: Int64
    /// What a buyer is taken off at checkout.
    let discount: Int64

    /// What is left of a unit sold at a price.
    func margin(at price: Int64) -> Double {
        Double((price - discount) * (Self.whole - share) - outlay * Self.whole) / Double(Self.whole)
    }

    /// The lowest price that leaves at least `margin`.
    func lowestPrice(leaving margin: Int64) -> Int64 {
        let (needed, kept) = ((outlay + margin) * Self.whole, Self.whole - share)
        return discount + needed / kept + (needed % kept > 0 ? 1 : 0)
    }

    /// Where a day's margin is highest for a demand of the price with shipping less discount to the power of `elasticity`;
    /// `nil` where every higher price is better still.
    ///
    /// The zero of the derivative of (p(1 - share) - outlay)·(p + s)^ε, with p the price less discount and s the shipping
    /// (A. Lerner, "The concept of monopoly and the measurement of monopoly power", 1934: margin over price is 1/|ε|).
    func bestPrice(elasticity: Double, shipping: Int64) -> Double? {
        guard elasticity < -1 else { return nil }
        let outlay = Double(outlay) * Double(Self.whole) / Double(Self.whole - share)
        return Double(discount) + (elasticity * outlay - Double(shipping)) / (1 + elasticity)
    }
}
