import FlywheelKit

extension UnitEconomics {
    /// What a buyer should pay for a day's margin to be highest, for a demand of that with shipping to the power of
    /// `elasticity`; `nil` where every higher price is better still.
    ///
    /// The zero of the derivative of (p - c)·(p + s)^ε, with c what covers a unit and s the shipping
    /// (A. Lerner, "The concept of monopoly and the measurement of monopoly power", 1934: margin over price is 1/|ε|).
    func bestPaid(elasticity: Double, shipping: Int64) -> Double? {
        guard elasticity < -1 else { return nil }
        return (elasticity * cover - Double(shipping)) / (1 + elasticity)
    }
}
