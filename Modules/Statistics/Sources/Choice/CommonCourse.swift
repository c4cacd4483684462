#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What like series are expected to do together beyond what each of them says for itself.
///
/// Their sum T is forecast by exponential smoothing and Theta, which see its trend and season; the sum F of their own
/// forecasts is moved towards it:
///
///     factor of a period = (T / F)ʷ
///
/// w is the slope with which ln(actual / F) followed ln(T / F) over whole windows from past origins, by least squares with
/// a belief of ½ ± ½ before any is seen: two forecasts that nothing is known of are best averaged (J. Bates and C. Granger,
/// The combination of forecasts, 1969). Windows that overlap count for as many as lie side by side. Where the sum's own
/// forecast told nothing in the past, all factors are 1.
public struct CommonCourse: Hashable, Sendable {
    /// What the forecast of each coming period is multiplied by; beyond the last, that of the last goes on.
    public let factors: [Double]
    /// w, from 0 to 1.
    public let belief: Double

    /// What fewer series do is theirs, and no other's.
    static let leastBreadth = 10.0
    private static let expectedSlope = 0.5
    private static let slopeDeviation = 0.5

    /// What a record says of the coming periods.
    ///
    /// - Parameter seasonLength: periods after which the season begins again; 1 for none.
    /// - Returns: nil where too little is known: few series, or a few that sell nearly everything, no window of the past, or
    ///   a sum of nothing.
    public init?(_ record: CommonRecord, seasonLength: Int) {
        guard record.breadth >= Self.leastBreadth else { return nil }
        let sold = record.sold.map { Double($0) / 1_000 }
        let isLong = seasonLength > 1 && sold.count >= 2 * seasonLength
        let method = Combination.etsAndTheta(season: isLong ? seasonLength : 1)
        let expected = record.expected.filter { $0.value.series == record.series }.mapValues { part in
            part.units.map { Double($0) / 1_000 }
        }
        var slope = WindowSlope()
        for (origin, forecast) in expected.sorted(by: { $0.key < $1.key }) {
            guard let own = method.forecast(Array(sold[...origin]), horizon: forecast.count) else { continue }
            slope.add(
                forecast: forecast.reduce(0, +), total: own.mean.reduce(0, +),
                actual: sold[(origin + 1)...].prefix(forecast.count).reduce(0, +), after: origin,
                reach: forecast.count)
        }
        let coming = record.coming.map { Double($0) / 1_000 }
        guard !coming.isEmpty, let total = method.forecast(sold, horizon: coming.count)?.mean,
            let belief = slope.estimate(expected: Self.expectedSlope, deviation: Self.slopeDeviation),
            zip(total, coming).allSatisfy({ $0 > 0 && $1 > 0 })
        else { return nil }
        self.belief = belief
        factors = zip(total, coming).map { exp(belief * log($0 / $1)) }
    }

    /// The factor of a coming period, the first of which is 0.
    public subscript(period: Int) -> Double { factors[min(period, factors.count - 1)] }
}

/// How what happened followed one forecast beyond another.
private struct WindowSlope {
    private var (products, squares, misses, windows) = (0.0, 0.0, 0.0, 0.0)
    private var (first, last, reach) = (Int.max, 0, 1)

    mutating func add(forecast: Double, total: Double, actual: Double, after origin: Int, reach: Int) {
        guard forecast > 0, total > 0, actual > 0 else { return }
        let (distance, miss) = (log(total / forecast), log(actual / forecast))
        products += distance * miss
        squares += distance * distance
        misses += miss * miss
        windows += 1
        (first, last, self.reach) = (min(first, origin), max(last, origin), reach)
    }

    /// From 0 to 1; nil without a window.
    func estimate(expected: Double, deviation: Double) -> Double? {
        guard windows > 0 else { return nil }
        let sideBySide = min(1, (Double(last - first) / Double(reach) + 1) / windows)
        // About the expected slope: one found on the same windows would make them look surer than they are.
        let noise = (misses - 2 * expected * products + expected * expected * squares) / windows
        let precision = 1 / (deviation * deviation)
        let weight = sideBySide / max(noise, .leastNormalMagnitude)
        return min(1, max(0, (weight * products + precision * expected) / (weight * squares + precision)))
    }
}
