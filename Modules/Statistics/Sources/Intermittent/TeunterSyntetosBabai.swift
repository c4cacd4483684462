/// The method of Teunter, Syntetos and Babai, "TSB": the probability of demand is smoothed every period, its size when
/// there is demand; the forecast is their product, and falls while nothing is asked for.
///
///     d ← d + β([y > 0] − d)   every period
///     z ← z + α(y − z)         at a demand y
///     forecast = d · z
///
/// Both start at their first value. R. Teunter, A. Syntetos and M. Babai, Intermittent demand: linking forecasting to
/// inventory obsolescence, 2011.
public struct TeunterSyntetosBabai: SeriesMethod {
    private enum Weights: Hashable {
        case fixed(size: Double, probability: Double)
        case optimised
    }

    private let weights: Weights

    /// With these weights of the newest size and of the newest period, each above 0 and up to 1.
    public init(size: Double = 0.1, probability: Double = 0.1) {
        weights = .fixed(size: size, probability: probability)
    }

    private init(weights: Weights) {
        self.weights = weights
    }

    /// With the pair of weights, of a few for sizes and eight for probabilities, that had the least squared error one
    /// step ahead.
    public static var optimised: Self { Self(weights: .optimised) }

    /// "tsb".
    public var name: String { "tsb" }

    /// The same mean for every period; `nil` for an empty series, zeros where there was no demand.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard let start = values.first else { return nil }
        guard let first = values.first(where: { $0 > 0 }) else { return .flat(0, horizon, [], name) }
        let (sizeWeight, probabilityWeight) =
            switch weights {
            case .fixed(let size, let probability): (size, probability)
            case .optimised: Self.best(for: values, first: first)
            }
        var (size, probability) = (first, start > 0 ? 1.0 : 0.0)
        var errors: [Double] = []
        errors.reserveCapacity(values.count - 1)
        for value in values.dropFirst() {
            errors.append(value - probability * size)
            if value > 0 { size += sizeWeight * (value - size) }
            probability += probabilityWeight * ((value > 0 ? 1 : 0) - probability)
        }
        return .flat(probability * size, horizon, errors, name)
    }

    /// Eight weights of the probability at once for each weight of the size.
    private static func best(for values: [Double], first: Double) -> (size: Double, probability: Double) {
        let probabilityWeights = SIMD8<Double>(0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3)
        var (best, least) = ((0.1, 0.1), Double.infinity)
        for sizeWeight in [0.05, 0.1, 0.2, 0.3] {
            var size = first
            var probability = SIMD8<Double>(repeating: values[0] > 0 ? 1 : 0)
            var squares = SIMD8<Double>.zero
            for value in values.dropFirst() {
                let error = value - probability * size
                squares += error * error
                if value > 0 { size += sizeWeight * (value - size) }
                probability += probabilityWeights * ((value > 0 ? 1 : 0) - probability)
            }
            for place in 0..<8 where squares[place] < least {
                (best, least) = ((sizeWeight, probabilityWeights[place]), squares[place])
            }
        }
        return best
    }
}
