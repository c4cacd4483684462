public import FlywheelKit
public import Statistics

/// The range that a row's loss falls into four times out of five, if nobody acts.
///
/// Two things are uncertain: the run rate (its gamma posterior) and how long the exposure lasts (its survival). With
/// D(k) the full days it counts for when it ends after k days, the loss is rate · price · D(k) with
/// probability S(k - 1) - S(k), or nothing with probability 1 - p:
///
///     F(z) = (1 - p) + p · Σₖ (S(k - 1) - S(k)) · Gamma(z / (price · D(k)))
///
/// The other exposures of the listing enter with their expectation, and units with their mean: the interval is of what
/// would be lost on average at a rate and duration, not of one day's luck.
public struct LossInterval: Hashable, Sendable {
    /// P10: one time in ten it is less.
    public let low: Money
    /// P90: one time in ten it is more.
    public let high: Money

    /// The interval of one row.
    ///
    /// - Parameters:
    ///   - row: the row of the attribution.
    ///   - attribution: the listing's.
    ///   - rate: what is believed of its units a day.
    ///   - price: what one unit sells for, zero or more.
    /// - Returns: `nil` when the bounds leave 64 bits.
    public init?(of row: Int, in attribution: Attribution, rate: GammaDistribution, price: Money) {
        let endings = Endings(of: row, in: attribution)
        let scale = Double(price.minorUnits)
        let most = endings.fullDays.last.map { $0 * rate.quantile(0.999) } ?? 0
        let units = [0.1, 0.9].map { share in
            quantile(of: { endings.probability(ofUnitsUpTo: $0, rate: rate) }, share, in: 0...most)
        }
        let bounds = units.compactMap { Int64(exactly: ($0 * scale).rounded(.toNearestOrEven)) }
        guard bounds.count == 2 else { return nil }
        low = Money(minorUnits: bounds[0], price.currency)
        high = Money(minorUnits: bounds[1], price.currency)
    }
}

/// After how many days a row's exposure ends, and how many full days it has counted for by then.
private struct Endings {
    let happens: Double
    let chances: [Double]
    let fullDays: [Double]

    init(of row: Int, in attribution: Attribution) {
        let expected = attribution.claims[row].expected
        happens = expected.probability
        let horizon = attribution.horizon
        var reached = 0.0
        fullDays = attribution.dailyCountsFor(row).enumerated().map { day, counted in
            // What is counted holds the chance that the day is reached at all; here it is reached.
            let chance = expected.probability * expected.lasting[day]
            reached += chance > 0 ? counted / chance : 0
            return reached
        }
        chances = (0..<horizon).map { day in
            expected.lasting[day] - (day + 1 < horizon ? expected.lasting[day + 1] : 0)
        }
    }

    func probability(ofUnitsUpTo units: Double, rate: GammaDistribution) -> Double {
        zip(chances, fullDays).reduce(1 - happens) { sum, ending in
            let (chance, fullDays) = ending
            return sum + happens * chance * (fullDays > 0 ? rate.cdf(units / fullDays) : 1)
        }
    }
}
