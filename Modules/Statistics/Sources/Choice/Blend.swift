#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The lanes weighed against each other by what they missed.
///
///     weight = prior · (least error / error)ᵉ,  e = forecasts / 5
///
/// Mean squared errors to the power of half the number of forecasts would be their likelihoods under normal errors; a
/// tempered power is used because errors here are neither normal nor independent (P. Grünwald, Safe Bayes, 2012). Choosing
/// the best lane instead loses one to two per cent of accuracy: on short series the best is so by chance.
struct Blend {
    static let evidencePerForecast = 0.2
    private static let leastWeight = 1e-30

    /// The weights of each group of lanes; they add up to 1 over all.
    let weights: [RateLanes.Lanes]

    /// Weighs by what was known after a period.
    init(_ groups: [RateLanes], after period: Int) {
        let means = groups.map { $0.errors[period].mean }
        let least = means.compactMap { $0?.min() }.min() ?? 0
        let forecasts = groups.first?.errors[period].steps ?? 0
        let evidence = Self.evidencePerForecast * forecasts
        // Where a lane never erred, those that erred least of all the others must still be told apart.
        let floor = least * 1e-9 + .leastNormalMagnitude
        var weights = zip(groups, means).map { group, mean in
            guard let mean else { return group.prior }
            var weight = group.prior
            for lane in 0..<8 { weight[lane] *= exp(-evidence * log((mean[lane] + floor) / (least + floor))) }
            return weight
        }
        let sum = weights.reduce(0) { $0 + $1.sum() }
        for group in weights.indices {
            weights[group] /= sum
            // No digit of a forecast has these, and numbers too small for all their bits are slow to reckon with.
            weights[group].replace(with: 0, where: weights[group] .< Self.leastWeight)
        }
        self.weights = weights
    }

    /// The weights of means that forget at each speed, with and without a season.
    func means(of groups: [RateLanes]) -> RateLanes.Lanes {
        zip(groups, weights).reduce(.zero) { sum, pair in pair.0.isOfMeans ? sum + pair.1 : sum }
    }

    /// Units that the level at the end of a series rests on, as if all its periods weighed alike.
    ///
    /// The value before k other known ones has a weight of wₖ = Σ weight of lane · (1 − a)ᵏ / Σⱼ (1 − a)ʲ in it, and 1/Σ wₖ²
    /// periods that weigh alike would tell it as surely.
    func units(in groups: [RateLanes], of series: MaskedSeries) -> Double {
        let means = means(of: groups)
        guard means.sum() > 0 else { return 0 }
        var (lanes, sums, squares) = (RateLanes.Lanes(repeating: 1), RateLanes.Lanes.zero, 0.0)
        for _ in 0..<series.known {
            sums += lanes
            lanes *= RateLanes.memory
        }
        lanes = means / means.sum() / sums
        for _ in 0..<series.known {
            squares += lanes.sum() * lanes.sum()
            lanes *= RateLanes.memory
        }
        return max(0, groups[0].rates[series.count - 1][0]) / squares
    }

    /// What it says of the periods after `origin`.
    func forecast(_ groups: [RateLanes], after origin: Int, horizon: Int) -> [Double] {
        var result = [Double](repeating: 0, count: horizon)
        for (group, weight) in zip(groups, weights) {
            let rate = (weight * group.rates[origin]).sum()
            for step in 0..<horizon { result[step] += rate * group.tables.factor(of: origin + 1 + step, after: origin) }
        }
        return result.map { max(0, $0) }
    }
}
