import Statistics

/// What the listings of a category kept of their sales while search did not show them.
struct SearchShare: Hashable, Codable, Sendable {
    /// How far the shares of listings of one category lie apart, as a standard deviation: a prior.
    static let spread = 0.1

    let marketplace: String
    /// Empty for listings that nobody sorts.
    let category: String
    /// Episodes that it rests on.
    let episodes: Int
    /// The share of sales that was kept; noise can lift it above 1.
    let kept: Double
    /// One over the variance of ``kept``.
    let precision: Double

    /// The estimate from the episodes of one category; `nil` without any.
    ///
    /// Units of the week Dᵢ are held against those expected Eᵢ: kept = Σcᵢ·Dᵢ / Σcᵢ·Eᵢ with cᵢ = Eᵢ / Vᵢ and Vᵢ the variance
    /// of Dᵢ - kept·Eᵢ, a quasi-likelihood estimate (Wedderburn, 1974) that noise in Eᵢ does not bias as a mean of ratios
    /// would. Its precision is Σcᵢ·Eᵢ, divided by the dispersion where episodes scatter by more than Vᵢ says.
    init?(marketplace: String, category: String, of episodes: [SearchEpisode]) {
        guard !episodes.isEmpty else { return nil }
        func weights(_ kept: Double) -> [Double] {
            // Where nothing is kept counting seems to have no error: a fiftieth stands for little.
            episodes.map { $0.unitsExpected / $0.variance(kept: max(0.02, kept), spread: Self.spread) }
        }
        func ratio(_ weights: [Double]) -> Double {
            let sums = zip(weights, episodes).reduce((during: 0.0, expected: 0.0)) { sums, next in
                (
                    sums.during + next.0 * Double(next.1.unitsDuring),
                    sums.expected + next.0 * next.1.unitsExpected
                )
            }
            return sums.during / sums.expected
        }
        let kept = ratio(weights(ratio(episodes.map { _ in 1 })))
        let final = weights(kept)
        let information = zip(final, episodes).reduce(0) { $0 + $1.0 * $1.1.unitsExpected }
        let scatter = episodes.reduce(0) { sum, episode in
            let error = Double(episode.unitsDuring) - kept * episode.unitsExpected
            return sum + error * error / episode.variance(kept: max(0.02, kept), spread: Self.spread)
        }
        let dispersion = episodes.count > 1 ? max(1, scatter / Double(episodes.count - 1)) : 1
        self.marketplace = marketplace
        self.category = category
        self.episodes = episodes.count
        self.kept = kept
        precision = information / dispersion
    }
}

/// The share of sales that a listing hidden from search loses: what was believed, what was seen, and what follows.
public struct LearnedShare: Hashable, Codable, Sendable {
    /// The share believed before anything was seen: the knob.
    public let prior: Double
    /// The category whose listings were looked at; empty for those that nobody sorts.
    public let category: String
    /// Listings of it that were hidden for a week while their sales were known.
    public let episodes: Int
    /// The share that they lost; `nil` without any.
    public let observed: Double?
    /// The prior and what was seen, each weighed by its precision: what is claimed.
    public let value: Double
    /// The bound that the category's share lies above with a probability of 0.9.
    public let low: Double
    /// The bound that it lies below with a probability of 0.9.
    public let high: Double

    /// The standard deviation of the prior: 0.6 to 0.9, the range it comes from, read as the middle 80 %.
    static let priorDeviation = 0.15 / SpecialFunctions.normalQuantile(0.9)

    /// Weighs a prior with what was seen of a category, both as normal numbers. Rounded to 0.01, below which nobody would
    /// act otherwise and every new episode would change every claim.
    init(prior: Double, category: String, seen: SearchShare?) {
        let priorPrecision = 1 / (Self.priorDeviation * Self.priorDeviation)
        let precision = priorPrecision + (seen?.precision ?? 0)
        let mean = (priorPrecision * prior + (seen.map { $0.precision * (1 - $0.kept) } ?? 0)) / precision
        let reach = SpecialFunctions.normalQuantile(0.9) / precision.squareRoot()
        self.prior = prior
        self.category = category
        episodes = seen?.episodes ?? 0
        observed = seen.map { Self.rounded(1 - $0.kept) }
        value = seen == nil ? prior : Self.rounded(mean)
        low = Self.rounded(mean - reach)
        high = Self.rounded(mean + reach)
    }

    /// What the share claimed rests on, in words.
    var basis: String {
        guard let observed else { return "the share claimed is a prior" }
        let lost = Int((observed * 100).rounded())
        let (from, to) = (Int((low * 100).rounded()), Int((high * 100).rounded()))
        return "\(episodes) like it lost \(lost) %, its category loses \(from) to \(to) % with a probability of 80 %"
    }

    private static func rounded(_ share: Double) -> Double { min(1, max(0, share)).rounded(toParts: 100) }
}
