/// Whether values in order rise or fall, by the signs of their differences: no shape is asked of the rise, and no wild value
/// counts for more than its rank.
///
/// S = Σ sign(xⱼ - xᵢ) over i < j has the variance (n(n - 1)(2n + 5) - Σ t(t - 1)(2t + 5))/18 where there is no trend, over
/// groups of t equal values, and z = (S ∓ 1)/√var; the slope is the median of (xⱼ - xᵢ)/(j - i). Values that lean on the one
/// before make a trend look surer than it is: take means over spans long enough to be nearly independent. Sources: H. Mann,
/// "Nonparametric tests against trend", Econometrica 13 (1945); M. Kendall, "Rank Correlation Methods", 1948; P. Sen, "Estimates
/// of the regression coefficient based on Kendall's tau", JASA 63 (1968), for the slope and its bounds.
public struct MonotoneTrend: Hashable, Sendable {
    /// Values in order.
    public let count: Int
    /// The median change from one value to the next.
    public let slope: Double
    /// The value at the first place of the line with that slope through the median of the values.
    public let first: Double
    /// The value at the last place of that line.
    public let last: Double
    /// How many standard deviations S is from no trend.
    public let z: Double
    /// The probability of so much order in either direction where there is none.
    public let probability: Double
    /// All slopes between two values, in order.
    private let slopes: [Double]
    /// The variance of S where there is no trend.
    private let variance: Double

    /// Values without which the normal distribution of S is too rough.
    public static let least = 8

    /// Tests values in order, `nil` where one is not known; a gap keeps its place.
    ///
    /// - Returns: `nil` for fewer than ``least`` known values.
    public init?(_ values: [Double?]) {
        let known = values.enumerated().compactMap { place, value in value.map { (place: Double(place), value: $0) } }
        precondition(known.allSatisfy { $0.value.isFinite }, "a trend is of finite numbers")
        guard known.count >= Self.least else { return nil }
        var (signs, slopes) = (0.0, [Double]())
        for (place, early) in known.enumerated() {
            for late in known[(place + 1)...] {
                signs += late.value > early.value ? 1 : late.value < early.value ? -1 : 0
                slopes.append((late.value - early.value) / (late.place - early.place))
            }
        }
        let n = Double(known.count)
        let ties = Dictionary(grouping: known, by: \.value).values.reduce(0) { $0 + Self.pairs(Double($1.count)) }
        variance = (Self.pairs(n) - ties) / 18
        count = known.count
        self.slopes = slopes.sorted()
        let slope = Robust.median(of: slopes) ?? 0
        let height = Robust.median(of: known.map { $0.value - slope * $0.place }) ?? 0
        self.slope = slope
        first = height + slope * known[0].place
        last = height + slope * known[known.count - 1].place
        z = variance > 0 && signs != 0 ? (signs - (signs > 0 ? 1 : -1)) / variance.squareRoot() : 0
        probability = min(1, 2 * SpecialFunctions.normalCDF(-abs(z)))
    }

    /// The bounds of the slope.
    public func interval(confidence: Double = 0.8) -> ClosedRange<Double> {
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        let reach = SpecialFunctions.normalQuantile((1 + confidence) / 2) * variance.squareRoot()
        let (low, high) = ((Double(slopes.count) - reach) / 2, (Double(slopes.count) + reach) / 2)
        return slopes[max(0, Int(low.rounded(.down)) - 1)]...slopes[min(slopes.count - 1, Int(high.rounded(.up)))]
    }

    /// n(n - 1)(2n + 5).
    private static func pairs(_ n: Double) -> Double { n * (n - 1) * (2 * n + 5) }
}
