/// Sums over coming periods, drawn from what single periods were seen to bring.
///
/// Lumpy demand comes in cartons and pallets: sums of it are not smooth, and no two moments tell their upper quantiles.
/// Periods are drawn with their weights (T. Willemain, C. Smart and H. Schwarz, A new approach to forecasting intermittent
/// demand for service parts inventories, 2004, without their jitter, which would invent amounts that were never ordered).
/// Each path is multiplied by a level drawn from a gamma distribution with mean 1, because the level is an estimate too.
public struct DemandBootstrap: Sendable {
    /// Paths that are drawn.
    public static let paths = 200

    /// What a period brings in each path: the middles of equal parts of its distribution, so that few paths tell much.
    private let draws: [Double]
    private let relativeError: Double
    private let isCount: Bool

    /// - Parameters:
    ///   - periods: What a coming period may bring, with weights.
    ///   - relativeError: The standard deviation of the level as a part of it, 0 or more.
    ///   - isCount: Whether sums are rounded to whole units, which levels and seasons would make fractions of.
    public init(periods: WeightedSample, relativeError: Double, isCount: Bool = false) {
        precondition(relativeError >= 0 && relativeError.isFinite, "found a relative error of \(relativeError)")
        draws = (0..<Self.paths).map { periods.quantile((Double($0) + 0.5) / Double(Self.paths)) }
        self.relativeError = relativeError
        self.isCount = isCount
    }

    /// The distributions of sums over 1, 2 … periods.
    ///
    /// - Parameters:
    ///   - factors: For each coming period, what its draws are multiplied by: the season. As many sums are returned.
    ///   - random: The same seed gives the same sums.
    public func sums(factors: [Double], random: inout SplitMix64) -> [WeightedSample] {
        var totals = draws.map { _ in 0.0 }
        let levels = draws.map { _ in level(&random) }
        var order = Array(draws.indices)
        return factors.map { factor in
            random.shuffle(&order)
            for path in totals.indices { totals[path] += factor * levels[path] * draws[order[path]] }
            return WeightedSample(isCount ? totals.map { $0.rounded() } : totals)
        }
    }

    private func level(_ random: inout SplitMix64) -> Double {
        guard relativeError > 1e-3 else { return 1 }
        let shape = 1 / (relativeError * relativeError)
        return random.gamma(shape) / shape
    }
}

extension SplitMix64 {
    /// Puts elements in random order (D. Knuth, The Art of Computer Programming, 3.4.2, algorithm P).
    mutating func shuffle(_ elements: inout [Int]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, Int(uniform() * Double(last + 1)))
        }
    }
}
