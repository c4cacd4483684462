extension GammaDistribution {
    /// The distribution of a mean and a variance, both finite and above zero.
    ///
    /// Demand over a lead time as T. Burgin has it, "The Gamma Distribution and Inventory Control", Operational Research
    /// Quarterly 26, 1975: never below zero, and skewed as demand is.
    public init(mean: Double, variance: Double) {
        self.init(shape: mean * mean / variance, rate: mean / variance)
    }

    /// The expected units asked for beyond `stock`, what a cycle that begins with it leaves unserved:
    /// E[(D - stock)⁺] = a/b·Q(a + 1, b·stock) - stock·Q(a, b·stock), where Q(a + 1, x) = Q(a, x) + xᵃe⁻ˣ/Γ(a + 1): one
    /// evaluation gives both. Source: Burgin 1975, equation 12.
    public func expectedShort(_ stock: Double) -> Double {
        guard stock > 0 else { return mean - stock }
        let tails = GammaTails(shape: shape, at: stock * rate)
        // Far in the tail the two terms nearly cancel, and may leave less than nothing.
        return max(0, (mean - stock) * tails.upper + tails.slope / rate)
    }

    /// What is sold from a stock: the mean and the variance of min(D, stock), both from one evaluation, and the
    /// probability that it does not run out.
    ///
    /// With Pᵢ = P(a + i, b·stock), E[min] = a/b·P₁ + stock·(1 - P₀) and E[min²] = a(a + 1)/b²·P₂ + stock²·(1 - P₀).
    public func sold(from stock: Double) -> (mean: Double, variance: Double, enough: Double) {
        guard stock > 0 else { return (0, 0, 0) }
        let x = stock * rate
        let tails = GammaTails(shape: shape, at: x)
        let first = tails.lower - tails.slope / shape
        let second = first - tails.slope * x / (shape * (shape + 1))
        let sold = mean * max(0, first) + stock * tails.upper
        let square = mean * (shape + 1) / rate * max(0, second) + stock * stock * tails.upper
        return (sold, max(0, square - sold * sold), tails.lower)
    }
}
