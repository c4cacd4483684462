/// Where the quantiles of a forecast come from.
public enum QuantileShape: String, Hashable, Sendable, CaseIterable {
    /// Half way between the two others: neither is right where little is known.
    case mixed
    /// A negative binomial distribution, or for amounts that are not whole a gamma distribution.
    case parametric
    /// What was seen, newer periods with more weight; amounts are scaled where the forecast's mean is clearly another.
    case sample
}

/// The loss of each shape's quantiles in a back-test.
struct ShapeRecord {
    private var origins = 0
    private var losses = [Double](repeating: 0, count: QuantileShape.allCases.count)
    let levels: [Double]

    init(levels: [Double]) {
        self.levels = levels
    }

    mutating func add(_ quantiles: PeriodQuantiles, mean: Double, actual: [Double]) {
        origins += 1
        for level in levels {
            let parametric = quantiles.quantile(level, mean: mean, shape: .parametric)
            let sample = quantiles.quantile(level, mean: mean, shape: .sample)
            let mixed = quantiles.quantile(level, mean: mean, shape: .mixed)
            for value in actual {
                losses[0] += Self.loss(level, mixed, value)
                losses[1] += Self.loss(level, parametric, value)
                losses[2] += Self.loss(level, sample, value)
            }
        }
    }

    /// The usual shape, unless another lost clearly less.
    func best(usual: QuantileShape) -> QuantileShape {
        guard origins >= Self.fewestOrigins else { return usual }
        let shapes = QuantileShape.allCases
        let place = shapes.firstIndex(of: usual) ?? 0
        var (best, least) = (usual, losses[place] * Self.margin)
        for (shape, loss) in zip(shapes, losses) where loss < least { (best, least) = (shape, loss) }
        return best
    }

    /// A shape must leave less than this share of the usual one's loss: by chance one of three often does a little better.
    private static let margin = 0.9
    /// From fewer origins losses say too little.
    private static let fewestOrigins = 12

    private static func loss(_ level: Double, _ quantile: Double, _ actual: Double) -> Double {
        max(level * (actual - quantile), (1 - level) * (quantile - actual))
    }
}
