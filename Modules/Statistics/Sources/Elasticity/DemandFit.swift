#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Sales fitted to prices: see ``ElasticityEstimate/init(_:)``.
struct DemandFit {
    /// Rounds in which the overdispersion still follows the means, and rounds in all.
    private static let (tuningRounds, mostRounds) = (20, 100)
    /// Logarithms of means further out are held: beyond them only exponentials overflow.
    private static let mostLogUnits = 30.0

    /// Of each column of the design; the price is the last.
    private(set) var effects: [Double?] = []
    /// α.
    private(set) var overdispersion = 0.2

    /// What each row is expected to sell.
    private(set) var means: [Double]
    /// Of each row, μ / (1 + αμ).
    private(set) var weights: [Double]
    /// The design less its weighted means in each stratum, which takes the strata's levels out of the equations.
    private(set) var centred: [Double]
    private(set) var stratumWeights: [Double]
    private(set) var equations: NormalEquations
    private(set) var scales: [Double]

    init(_ rows: PriceRows) throws(ElasticityUnknown) {
        means = rows.units.map { $0 + 0.5 }
        weights = means
        centred = rows.design
        stratumWeights = []
        equations = NormalEquations(size: rows.width)
        scales = []
        var logMeans = means.map { log($0) }
        for round in 0..<Self.mostRounds {
            let before = (effects, overdispersion)
            for row in 0..<rows.count { weights[row] = means[row] / (1 + overdispersion * means[row]) }
            let working = (0..<rows.count).map { row in
                logMeans[row] - rows.logExposure[row] + (rows.units[row] - means[row]) / means[row]
            }
            let levels = centre(rows, working)
            for row in 0..<rows.count {
                equations.add(
                    centred[(row * rows.width)..<((row + 1) * rows.width)], weight: weights[row],
                    value: working[row] - levels[rows.stratum[row]])
            }
            effects = equations.solved(scales: scales).unknowns
            guard let elasticity = effects.last ?? nil else { throw .inseparable }
            guard abs(elasticity) <= ElasticityEstimate.mostElastic else { throw .unsettled }
            for row in 0..<rows.count {
                var logMean = rows.logExposure[row] + levels[rows.stratum[row]]
                for (column, effect) in effects.enumerated() {
                    logMean += (effect ?? 0) * centred[row * rows.width + column]
                }
                logMeans[row] = min(max(logMean, -Self.mostLogUnits), Self.mostLogUnits)
                means[row] = exp(logMeans[row])
            }
            if round < Self.tuningRounds { overdispersion = moments(rows) }
            if isSettled(since: before) { return }
        }
        throw .unsettled
    }

    /// Takes the strata's means out of the design, empties the equations, and gives the means of what is fitted.
    private mutating func centre(_ rows: PriceRows, _ working: [Double]) -> [Double] {
        let width = rows.width
        var sums = [Double](repeating: 0, count: rows.strata * width)
        var workings = [Double](repeating: 0, count: rows.strata)
        stratumWeights = [Double](repeating: 0, count: rows.strata)
        scales = [Double](repeating: 0, count: width)
        for row in 0..<rows.count {
            let (stratum, weight) = (rows.stratum[row], weights[row])
            stratumWeights[stratum] += weight
            workings[stratum] += weight * working[row]
            for column in 0..<width {
                let value = rows.design[row * width + column]
                sums[stratum * width + column] += weight * value
                scales[column] += weight * value * value
            }
        }
        for row in 0..<rows.count {
            let stratum = rows.stratum[row]
            for column in 0..<width {
                centred[row * width + column] =
                    rows.design[row * width + column] - sums[stratum * width + column] / stratumWeights[stratum]
            }
        }
        equations = NormalEquations(size: width)
        return zip(workings, stratumWeights).map { $0 / $1 }
    }

    /// α with Σ((y - μ)²·n/df - μ)/v² = α·Σμ²/v², v = 1 + αμ: each row's excess over counting, by how surely it is known
    /// (P. McCullagh and J. Nelder, Generalized Linear Models, 1989, section 10.5); 0 where counting explains it all.
    private func moments(_ rows: PriceRows) -> Double {
        let freedom = max(1, rows.count - rows.strata - rows.width)
        let correction = Double(rows.count) / Double(freedom)
        var (excess, square) = (0.0, 0.0)
        for (units, mean) in zip(rows.units, means) {
            let spread = 1 + overdispersion * mean
            let miss = units - mean
            excess += (miss * miss * correction - mean) / (spread * spread)
            square += mean * mean / (spread * spread)
        }
        return square > 0 ? max(0, excess / square) : 0
    }

    private func isSettled(since before: ([Double?], Double)) -> Bool {
        guard before.0.count == effects.count else { return false }
        let moved = zip(before.0, effects).map { abs(($0 ?? 0) - ($1 ?? 0)) }.max() ?? 0
        return moved < 1e-9 && abs(before.1 - overdispersion) <= 1e-6 * (1 + overdispersion)
    }

    /// By how much the effects of all but the price move when the price's is held one higher.
    var covariateSlopes: [Double] {
        let (price, width) = (equations.size - 1, equations.size)
        var beside = NormalEquations(size: price)
        for row in 0..<price {
            for column in 0...row { beside.matrix[row * price + column] = equations.matrix[row * width + column] }
            beside.right[row] = -equations.matrix[price * width + row]
        }
        return beside.solved(scales: Array(scales.dropLast())).unknowns.map { $0 ?? 0 }
    }
}
