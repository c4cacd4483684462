/// Forecasts of parts that add up to that of the whole: of the SKUs of a product, of the products of a brand.
public enum Hierarchy {
    /// The whole from its parts, period by period: bottom-up, so that they add up by themselves.
    ///
    /// - Parameter parts: one or more forecasts of the same length.
    public static func whole(of parts: [[Double]]) -> [Double] {
        guard let first = parts.first else { return [] }
        precondition(parts.allSatisfy { $0.count == first.count }, "parts of a whole must look equally far ahead")
        return first.indices.map { period in parts.reduce(0) { $0 + $1[period] } }
    }

    /// Splits the forecast of a whole by shares.
    ///
    /// The parts add up to the whole exactly, in any order: each is rounded down to a multiple of the distance between
    /// the whole and the next number, and what is left goes to the largest share. No sum on the way is then rounded.
    /// - Parameters:
    ///   - whole: one value a period, finite, none below zero.
    ///   - shares: One or more, none below zero, not all zero; they need not add up to 1.
    /// - Returns: A forecast for each share.
    public static func split(_ whole: [Double], by shares: [Double]) -> [[Double]] {
        let total = shares.reduce(0, +)
        precondition(
            total > 0 && total.isFinite && shares.allSatisfy { $0 >= 0 }, "shares must not all be zero, found \(shares)"
        )
        let largest = shares.indices.max { shares[$0] < shares[$1] } ?? 0
        var parts = shares.map { _ in [Double](repeating: 0, count: whole.count) }
        for (period, value) in whole.enumerated() {
            precondition(
                value >= 0 && value.isFinite, "a forecast to be split is finite and not below zero, found \(value)")
            let grain = value.ulp
            var left = value
            for part in shares.indices where part != largest {
                parts[part][period] = min(left, (value * (shares[part] / total) / grain).rounded(.down) * grain)
                left -= parts[part][period]
            }
            parts[largest][period] = left
        }
        return parts
    }

    /// The shares of parts in what they recently sold together, drawn towards equal shares.
    ///
    ///     share = (units + weight / n) / (Σ units + weight)
    ///
    /// The mean of a Dirichlet belief in equal shares that is worth `weight` units: a new part gets something, a part that
    /// sold two of three does not get two thirds.
    /// - Parameters:
    ///   - units: What each part sold; below zero counts as nothing.
    ///   - weight: Units that the belief is worth, above zero.
    public static func shares(ofUnits units: [Double], weight: Double) -> [Double] {
        precondition(weight > 0, "a belief in equal shares is worth more than no units, found \(weight)")
        let total = units.reduce(0) { $0 + max(0, $1) } + weight
        return units.map { (max(0, $0) + weight / Double(units.count)) / total }
    }
}
