/// How far two judges of the same things agree beyond what chance alone would give.
///
/// κ = (pₒ - pₑ)/(1 - pₑ), pₒ the share they agree on and pₑ that of judges who use their categories as often, at random. The
/// deviation is the one for large samples of a κ that need not be zero. Sources: J. Cohen, "A coefficient of agreement for
/// nominal scales", 1960; J. Fleiss, J. Cohen and B. Everitt, "Large sample standard errors of kappa and weighted kappa",
/// Psychological Bulletin 72 (1969).
public struct CohensKappa: Hashable, Sendable {
    /// Things both have judged.
    public let count: Int
    /// pₒ, the share they agree on.
    public let agreement: Double
    /// κ: 1 for agreement throughout, 0 for what chance gives, below it for less.
    public let value: Double
    /// The standard deviation of κ.
    public let deviation: Double

    /// Measures agreement; `nil` where nothing was judged, or where both used one category alone, so that no agreement
    /// could be beyond chance.
    public init?<Category: Hashable>(_ pairs: [(first: Category, second: Category)]) {
        guard !pairs.isEmpty else { return nil }
        let n = Double(pairs.count)
        var cells: [[Category]: Double] = [:]
        var (firsts, seconds): ([Category: Double], [Category: Double]) = ([:], [:])
        for (first, second) in pairs {
            cells[[first, second], default: 0] += 1 / n
            firsts[first, default: 0] += 1 / n
            seconds[second, default: 0] += 1 / n
        }
        let seen = pairs.count { $0.first == $0.second }
        let observed = Double(seen) / n
        // Summed in an order that does not hang on hashing, so that equal judgements give equal bytes.
        let expected = firsts.map { $0.value * seconds[$0.key, default: 0] }.sorted().reduce(0, +)
        guard expected < 1 - 1e-12 else { return nil }
        let kappa = (observed - expected) / (1 - expected)
        let terms = cells.map { cell, share -> Double in
            let (first, second) = (cell[0], cell[1])
            let margins = seconds[first, default: 0] + firsts[second, default: 0]
            let weight = first == second ? 1 - margins * (1 - kappa) : -margins * (1 - kappa)
            return share * weight * weight
        }
        let mean = kappa - expected * (1 - kappa)
        let variance = (terms.sorted().reduce(0, +) - mean * mean) / (n * (1 - expected) * (1 - expected))
        count = pairs.count
        agreement = observed
        value = kappa
        deviation = max(0, variance).squareRoot()
    }

    /// The bounds of κ, κ ± z·deviation, cut at -1 and 1.
    public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        let reach = SpecialFunctions.normalQuantile((1 + confidence) / 2) * deviation
        return max(-1, value - reach)...min(1, value + reach)
    }
}
