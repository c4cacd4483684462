import Statistics

/// Where actual values fell in the distributions that were forecast for them.
///
/// A value x that was forecast by a distribution F is put at a random place between F(x−) and F(x), which for a calibrated
/// forecast is spread evenly from 0 to 1 also where demand is counted in units (C. Czado, T. Gneiting and L. Held,
/// Predictive model assessment for count data, 2009).
struct Calibration {
    /// F is told from so many quantiles.
    static let levels = (1...199).map { Double($0) / 200 }

    private var tenths = [Int](repeating: 0, count: 10)
    private var random = SplitMix64(seed: 1)

    /// The share of values in each tenth, lowest first.
    var shares: [Double] {
        let count = Double(max(1, tenths.reduce(0, +)))
        return tenths.map { Double($0) / count }
    }

    /// The share from P10 to P90.
    var coverage: Double { shares[1...8].reduce(0, +) }

    /// Adds what was forecast of a period, as quantiles at ``levels``, and what happened.
    mutating func add(_ quantiles: [Double], _ value: Double) {
        let places = Double(quantiles.count + 1)
        let below = Double(quantiles.count { $0 < value }) / places
        let upTo = Double(quantiles.count { $0 <= value } + 1) / places
        let place = below + random.uniform() * (upTo - below)
        tenths[min(9, Int(place * 10))] += 1
    }
}

extension DemandAccuracy {
    /// Units a window must be expected to hold for its sum to be told from a quantile without chance.
    private static let leastUnits = 10.0

    /// Prints for each set the coverage of P10 to P90 and the share of values in each tenth; and the coverage of sums over the
    /// horizon, of series that are expected to sell ten or more in it, and how many those are.
    static func printCalibration(of sets: [DemandSet], earlier: Int) {
        print("set\tcoverage\t" + (1...10).map { "tenth\($0)" }.joined(separator: "\t") + "\tsums\tcount")
        for (set, isTogether) in sets.flatMap({ [($0, false), ($0, true)] })
        where set.length > (earlier + 1) * set.testLength + 2 {
            var (calibration, sums, count) = (Calibration(), Calibration(), 0)
            let engine = AutomaticForecast(
                seasonLength: set.seasonLength, horizon: set.horizon, levels: Calibration.levels)
            let together = isTogether ? set.together(earlier: earlier) : []
            for series in set.series {
                let values = Array(series.dropLast(earlier * set.testLength))
                for origin in 0..<set.origins {
                    let training = values.count - set.testLength + origin
                    let like = isTogether ? together[origin] : .init()
                    guard
                        let outlook = engine.forecast(
                            Array(values[..<training]), common: like.course, usualError: like.usualError)
                    else { continue }
                    for step in 0..<set.horizon {
                        calibration.add(outlook.quantiles.map { $0[step] }, values[training + step])
                    }
                    guard outlook.mean.reduce(0, +) >= leastUnits else { continue }
                    let sum = values[training..<training + set.horizon].reduce(0, +)
                    sums.add(outlook.cumulativeQuantiles.map { $0[set.horizon - 1] }, sum)
                    count += 1
                }
            }
            let figures = [calibration.coverage] + calibration.shares + [sums.coverage]
            print(
                ([set.name + (isTogether ? ", together" : "")] + figures.map { rounded($0, places: 3) } + ["\(count)"])
                    .joined(separator: "\t"))
        }
    }
}
