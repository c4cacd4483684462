import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Series that tests share.
enum SeriesSamples {
    /// Climbs by 1.5 a period, with what looks like noise.
    static let climbing = (0..<30).map { period in
        let noise = (period * period * 7 + 11 * period) % 19
        return 40 + 1.5 * Double(period) + Double(noise)
    }
    /// Falls by 2 a period, with what looks like noise.
    static let falling = (0..<24).map { period in
        let noise = (period * period * 5 + 3 * period) % 23
        return 120 - 2 * Double(period) + Double(noise)
    }

    /// Positive values with a trend, a season of so many periods and noise.
    static func seasonal(_ season: Int, count: Int, random: inout SplitMix64) -> [Double] {
        let (slope, swing) = (random.uniform() - 0.3, 0.1 + 0.4 * random.uniform())
        return (0..<count).map { period in
            let level = 80 + slope * Double(period)
            let index = 1 + swing * sin(2 * Double.pi * Double(period) / Double(season))
            return level * index * (1 + 0.05 * random.normal())
        }
    }

    /// Counts, most of them zero.
    static func seldom(count: Int, random: inout SplitMix64) -> [Double] {
        (0..<count).map { _ in random.uniform() < 0.25 ? Double(1 + random.poisson(2)) : 0 }
    }

    /// Every method of the module, for a season of so many periods.
    static func methods(season: Int) -> [any SeriesMethod] {
        let plain: [any SeriesMethod] = [
            SeasonalNaive(season: season), ExponentialSmoothing(), ETS.holt, ETS.damped, ETS(season: season),
            ETS(season: season, rule: .weighted), ETS.holtWinters(season: season),
            Combination.etsAndTheta(season: season),
            Combination("middle", of: [ExponentialSmoothing(), ETS.damped, Theta(.standard)], by: .median),
            Deseasonalised(ExponentialSmoothing(), season: season),
        ]
        return plain + Theta.Variant.allCases.map { Theta.seasonal($0, season: season) }
    }
}

/// Whether two lists agree, number by number.
func areClose(_ values: [Double], _ expected: [Double], relative: Double, absolute: Double = 0) -> Bool {
    values.count == expected.count
        && zip(values, expected).allSatisfy { isClose($0, $1, relative: relative, absolute: absolute) }
}
