/// Whether a share rises or falls over periods in order: the test for a linear trend in proportions.
///
/// z = Σ tᵢ(xᵢ - nᵢp)/√(p(1 - p)(Σ nᵢtᵢ² - (Σ nᵢtᵢ)²/N)) with xᵢ of nᵢ in period tᵢ and p the share of all. Cases of one period
/// are taken as independent of each other; where they come in outbreaks a trend is found too easily. Sources: W. Cochran,
/// "Some methods for strengthening the common χ² tests", 1954; P. Armitage, "Tests for linear trends in proportions and
/// frequencies", Biometrics 11 (1955).
public struct ShareTrend: Hashable, Sendable {
    /// The change of the share from one period to the next, by weighted least squares.
    public let slope: Double
    /// How many standard deviations that is from no trend.
    public let z: Double
    /// The probability of so large a trend in either direction where there is none.
    public let probability: Double

    /// Tests the periods in order; `nil` where all or none count, or only one period has any: no trend could show.
    /// - Precondition: `successes` lie in 0 to `trials` of each period.
    public init?(_ periods: [(successes: Int, trials: Int)]) {
        precondition(
            periods.allSatisfy { $0.successes >= 0 && $0.successes <= $0.trials }, "a part is not above its whole")
        let all = Double(periods.reduce(0) { $0 + $1.trials })
        let part = Double(periods.reduce(0) { $0 + $1.successes })
        guard all > 0, part > 0, part < all else { return nil }
        let share = part / all
        let middle = periods.enumerated().reduce(0) { $0 + Double($1.offset * $1.element.trials) } / all
        var (moment, spread) = (0.0, 0.0)
        for (time, period) in periods.enumerated() {
            let distance = Double(time) - middle
            moment += distance * (Double(period.successes) - Double(period.trials) * share)
            spread += Double(period.trials) * distance * distance
        }
        guard spread > 0 else { return nil }
        slope = moment / spread
        z = moment / (share * (1 - share) * spread).squareRoot()
        probability = 2 * SpecialFunctions.normalCDF(-abs(z))
    }

    /// The probabilities of several tests, each as if it were the only one: the least times how many there are, the next
    /// times one less, and so on, never falling. One below α of these is found by chance with a probability of at most α.
    ///
    /// Source: S. Holm, "A simple sequentially rejective multiple test procedure", 1979.
    public static func adjusted(_ probabilities: [Double]) -> [Double] {
        let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
        var adjusted = probabilities
        var highest = 0.0
        for (rank, index) in order.enumerated() {
            highest = max(highest, min(1, probabilities[index] * Double(probabilities.count - rank)))
            adjusted[index] = highest
        }
        return adjusted
    }
}
