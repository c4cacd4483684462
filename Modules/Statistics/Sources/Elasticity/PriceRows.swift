#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The periods of a history of which everything is known, ready for arithmetic.
struct PriceRows {
    private(set) var units: [Double] = []
    private(set) var logExposure: [Double] = []
    /// Rows of numbers that move sales, one after the other: the covariates, then the logarithm of the price.
    private(set) var design: [Double] = []
    /// Of each row, counted from 0.
    private(set) var stratum: [Int] = []
    private(set) var block: [Int] = []
    /// Numbers in a row of the design.
    let width: Int
    private(set) var strata = 0
    private(set) var blocks = 0

    var count: Int { units.count }
    var unitsSum: Double { units.reduce(0, +) }

    /// Strata that sold nothing have no level and are left out.
    init(_ history: PriceHistory) {
        width = history.covariates.count + 1
        var sold: [Int: Double] = [:]
        for period in history.units.indices where Self.isKnown(period, of: history) {
            sold[history.stratum(period), default: 0] += max(0, history.units[period] ?? 0)
        }
        var strataSeen: [Int: Int] = [:]
        var blocksSeen: [Int: Int] = [:]
        /// The price last seen in each stratum, and the number of its run.
        var runs: [Int: (price: Double, block: Int)] = [:]
        var begun = 0
        for period in history.units.indices where Self.isKnown(period, of: history) {
            let group = history.stratum(period)
            guard let units = history.units[period], let price = history.prices[period], sold[group, default: 0] > 0
            else { continue }
            let place = strataSeen[group] ?? strataSeen.count
            strataSeen[group] = place
            if history.blocks.isEmpty {
                if runs[group]?.price != price {
                    runs[group] = (price, begun)
                    begun += 1
                }
                block.append(runs[group]?.block ?? 0)
            } else {
                let number = blocksSeen[history.blocks[period]] ?? blocksSeen.count
                blocksSeen[history.blocks[period]] = number
                block.append(number)
            }
            stratum.append(place)
            self.units.append(max(0, units))
            logExposure.append(history.exposure.isEmpty ? 0 : log(history.exposure[period]))
            for covariate in history.covariates { design.append(covariate[period] ?? 0) }
            design.append(log(price))
        }
        strata = strataSeen.count
        blocks = (block.max() ?? -1) + 1
    }

    /// The widest range of prices within a stratum, the highest over the lowest.
    var widestPriceRatio: Double {
        var (lowest, highest) = ([Double](repeating: .infinity, count: strata), [Double](repeating: 0, count: strata))
        for row in 0..<count {
            let price = exp(design[row * width + width - 1])
            lowest[stratum[row]] = min(lowest[stratum[row]], price)
            highest[stratum[row]] = max(highest[stratum[row]], price)
        }
        return zip(highest, lowest).map { $0 / $1 }.max() ?? 1
    }

    private static func isKnown(_ period: Int, of history: PriceHistory) -> Bool {
        history.units[period] != nil && history.prices[period] != nil
            && (history.exposure.isEmpty || history.exposure[period] >= RunRate.leastExposure)
            && history.covariates.allSatisfy { $0[period] != nil }
    }
}

extension PriceHistory {
    fileprivate func stratum(_ period: Int) -> Int { strata.isEmpty ? 0 : strata[period] }
}
