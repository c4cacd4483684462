#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The distributions of single periods and of sums of them, by each shape.
struct PeriodQuantiles {
    /// What draws begin with: the same series gives the same sums.
    private static let seed: UInt64 = 0x5EED

    let spread: DemandSpread
    let isCount: Bool
    /// What was seen, where anything was.
    let sample: WeightedSample?
    /// The mean of the sample.
    let sampleMean: Double
    /// The negative binomial shape r that has as many zeros as the sample; nil where zeros are too few to tell.
    private let zeroShape: Double?

    init(spread: DemandSpread, isCount: Bool, sample: WeightedSample?) {
        self.spread = spread
        self.isCount = isCount
        self.sample = sample
        sampleMean = sample?.mean ?? 0
        zeroShape = isCount ? sample.flatMap { Self.shape(mean: $0.mean, zeros: $0.cdf(0)) } : nil
    }

    /// The r of (1 + μ/r)⁻ʳ = zeros, F. Anscombe's estimator of 1950, which is the better one where a third or more of the
    /// counts are zero: a single large order would make the one by moments expect zeros and large orders alone.
    private static func shape(mean: Double, zeros: Double) -> Double? {
        guard mean > 0, zeros > 1.0 / 3, zeros < 1 - 1e-9 else { return nil }
        let target = -log(zeros)
        // r·ln(1 + μ/r) rises with r towards μ, the zeros of a Poisson distribution.
        let largest = 1e4
        guard target < largest * log1p(mean / largest) else { return largest }
        let logarithm = Statistics.quantile(
            of: { exp($0) * log1p(mean / exp($0)) / mean }, target / mean, in: log(1e-4)...log(largest), tolerance: 1e-4
        )
        return exp(logarithm)
    }

    /// The distribution by moments of a window whose expected demand is `mean`.
    func parametric(_ mean: Double) -> DemandDistribution { moments(mean, variance: spread.variance(of: mean)) }

    private func moments(_ mean: Double, variance: Double) -> DemandDistribution {
        isCount
            ? .units(NegativeBinomial(mean: mean, variance: variance)) : .amounts(mean: mean, variance: variance)
    }

    /// What amounts of the sample are multiplied by for an expected demand of `mean`.
    ///
    /// What comes in cartons of twelve will not come in elevens because the mean is a little lower than the sample's: within
    /// an eighth amounts stay as they were seen.
    private func factor(_ mean: Double) -> Double {
        let factor = mean / sampleMean
        return abs(factor - 1) <= 0.125 ? 1 : factor
    }

    /// The quantile of a single period whose expected demand is `mean`.
    func quantile(_ p: Double, mean: Double, shape: QuantileShape) -> Double {
        guard mean > 0 else { return 0 }
        guard shape != .parametric, let sample, sampleMean > 0 else { return single(mean).quantile(p) }
        let amount = max(0, sample.quantile(p) * factor(mean))
        let seen = isCount ? amount.rounded() : amount
        guard shape == .mixed else { return seen }
        let middle = (seen + single(mean).quantile(p)) / 2
        return isCount ? middle.rounded(.up) : middle
    }

    /// The quantiles of single periods, whose means are all the same without a season.
    func quantiles(_ p: Double, means: [Double], shape: QuantileShape) -> [Double] {
        var last: (mean: Double, quantile: Double)?
        return means.map { mean in
            if let last, last.mean == mean { return last.quantile }
            let quantile = quantile(p, mean: mean, shape: shape)
            last = (mean, quantile)
            return quantile
        }
    }

    /// The quantiles of single periods whose standard deviations are known.
    func quantiles(_ p: Double, means: [Double], deviations: [Double]) -> [Double] {
        zip(means, deviations).map { mean, deviation in
            mean > 0 ? moments(mean, variance: deviation * deviation).quantile(p) : 0
        }
    }

    /// The distributions of sums over the first, the first two … periods.
    func sums(of means: [Double], shape: QuantileShape) -> [DemandDistribution] {
        guard shape != .parametric, let sample, sampleMean > 0, means.contains(where: { $0 > 0 }) else {
            var sum = 0.0
            return means.map { mean in
                sum += mean
                return parametric(sum)
            }
        }
        var random = SplitMix64(seed: Self.seed)
        return DemandBootstrap(periods: sample, relativeError: spread.relativeError, isCount: isCount)
            .sums(factors: means.map(factor), random: &random).map { .sample($0) }
    }

    /// The distribution of a single period whose expected demand is `mean`.
    private func single(_ mean: Double) -> DemandDistribution {
        guard let zeroShape else { return parametric(mean) }
        return .units(NegativeBinomial(mean: mean, variance: mean + mean * mean / zeroShape))
    }
}
