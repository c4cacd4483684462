extension ETSFit {
    /// What the model expects after the series.
    func forecast(_ values: [Double], horizon: Int) -> SeriesForecast {
        var recursion = ETSRecursion(form, parameters, level: start.level, slope: start.slope)
        var season = start.season
        var errors: [Double] = []
        errors.reserveCapacity(values.count)
        var squares = 0.0
        for (period, value) in values.enumerated() {
            let (error, expected) = recursion.take(value, &season[period % season.count])
            errors.append(error)
            let sized = form.errors == .additive ? error : error / expected
            squares += sized * sized
        }
        // Nothing of the season counts: its states were not fitted to these errors, its one parameter weighs little.
        let free = form.parameters(season: 0) - 1
        let variance = squares / Double(max(1, values.count - free))
        let ahead = recursion.ahead(horizon)
        let factors = (0..<horizon).map { season[(values.count + $0) % season.count] }
        let mean = zip(ahead, factors).map { form.season == .multiplicative ? $0 * $1 : $0 + $1 }
        let variances = recursion.variances(
            ahead: form.season == .multiplicative ? ahead : mean, variance: variance, season: season.count)
        let deviation = zip(variances, factors).map {
            $0.squareRoot() * (form.season == .multiplicative ? abs($1) : 1)
        }
        return SeriesForecast(mean: mean, errors: errors, deviation: deviation, method: "ets(\(form))")
    }
}

extension ETSRecursion {
    /// Level and slope of the coming periods, without the season.
    func ahead(_ horizon: Int) -> [Double] {
        var (sum, power) = (0.0, 1.0)
        return (0..<horizon).map { _ in
            power *= parameters.phi
            sum += power
            return level + sum * slope
        }
    }

    /// The variances of the coming periods (Hyndman et al. 2008, table 6.1 and section 6.4), before a season that
    /// multiplies. For that the book takes level and season to move apart; here both move with the same error.
    ///
    /// An error j periods before moves what is expected by cⱼ times it, cⱼ = α + β(φ + … + φʲ) + γ at whole seasons. With
    /// additive errors vₕ = σ²(1 + Σcⱼ²); with relative ones vₕ = (1 + σ²)θₕ − μₕ², θₕ = μₕ² + σ²Σcⱼ²θₕ₋ⱼ.
    ///
    /// - Parameters:
    ///   - ahead: what is expected, without a season that multiplies.
    ///   - variance: σ², of absolute or relative errors as the model has them.
    func variances(ahead: [Double], variance: Double, season: Int) -> [Double] {
        var effects: [Double] = []
        var (sum, power) = (0.0, 1.0)
        for step in 1..<max(2, ahead.count) {
            power *= parameters.phi
            sum += power
            let seasonal = form.season != .none && step.isMultiple(of: season) ? parameters.gamma : 0
            effects.append(parameters.alpha + parameters.beta * sum + seasonal)
        }
        guard form.errors == .multiplicative else {
            var total = 1.0
            return ahead.indices.map { step in
                if step > 0 { total += effects[step - 1] * effects[step - 1] }
                return variance * total
            }
        }
        var moments: [Double] = []
        return ahead.indices.map { step in
            let past = (0..<step).reduce(0) { $0 + effects[$1] * effects[$1] * moments[step - 1 - $1] }
            moments.append(ahead[step] * ahead[step] + variance * past)
            return max(0, moments[step] * (1 + variance) - ahead[step] * ahead[step])
        }
    }
}
