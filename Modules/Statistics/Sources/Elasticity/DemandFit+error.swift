/// How far a fit would have come out otherwise with one block of rows left out.
extension DemandFit {
    /// The squared standard error of the price's effect: see ``ElasticityEstimate/init(_:)``.
    ///
    /// Over few blocks the jackknife's own error is large, and by chance it may be next to nothing: with the weight of
    /// one block it is not let fall below what the model says of rows that err independently.
    func priceVariance(_ rows: PriceRows) throws(ElasticityUnknown) -> Double {
        var rowsOfBlock = [[Int]](repeating: [], count: rows.blocks)
        for row in 0..<rows.count { rowsOfBlock[rows.block[row]].append(row) }
        let residuals = zip(rows.units, means).map { ($0 - $1) / $1 }
        var squares = 0.0
        for block in rowsOfBlock {
            var rest = equations
            rest.right = [Double](repeating: 0, count: rows.width)
            for part in Dictionary(grouping: block, by: { rows.stratum[$0] }).sorted(by: { $0.key < $1.key }) {
                leave(part.value, of: stratumWeights[part.key], residuals, outOf: &rest)
            }
            guard let moved = rest.solved(scales: scales).unknowns.last ?? nil else { throw .singleTrial }
            squares += moved * moved
        }
        let blocks = Double(rows.blocks)
        let jackknife = (blocks - 1) / blocks * squares
        let model = dispersion(rows, residuals) / equations.solved(scales: scales).lastPivot
        return ((blocks - 1) * jackknife + max(jackknife, model)) / blocks
    }

    /// Pearson's χ² over its degrees of freedom, and at least 1.
    private func dispersion(_ rows: PriceRows, _ residuals: [Double]) -> Double {
        let chiSquare = zip(residuals, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
        return max(1, chiSquare / Double(rows.count - rows.strata - rows.width))
    }

    /// Leaves rows of a stratum out of the equations, and with them their part in its level.
    private func leave(
        _ part: [Int], of stratumWeight: Double, _ residuals: [Double], outOf equations: inout NormalEquations
    ) {
        let width = equations.size
        var sums = [Double](repeating: 0, count: width)
        var (weight, residual) = (0.0, 0.0)
        for row in part {
            let values = centred[(row * width)..<((row + 1) * width)]
            equations.add(values, weight: -weights[row], value: residuals[row])
            for (column, value) in values.enumerated() { sums[column] += weights[row] * value }
            weight += weights[row]
            residual += weights[row] * residuals[row]
        }
        // A block that is its whole stratum takes the level along.
        let rest = stratumWeight - weight
        guard rest > 1e-9 * stratumWeight else { return }
        equations.add(sums, weight: -1 / rest, value: residual)
    }
}
