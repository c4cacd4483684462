extension FittedLine {
    /// The line after each period: through the series so far, or through the whole of it.
    static func lines(of values: [Double], isDynamic: Bool) -> [Self] {
        guard isDynamic else { return [Self](repeating: Self(through: values), count: values.count) }
        var state = ThetaState(
            level: 0, mean: values[0], line: Self(intercept: values[0], slope: 0), isDynamic: true)
        return values.indices.map { period in
            if period > 0 { state.take(values[period], alpha: 0, period: period) }
            return state.line
        }
    }
}

/// What a Theta model knows after a period.
struct ThetaState {
    var level: Double
    /// The mean of the series so far.
    var mean: Double
    var line: FittedLine
    /// Whether the line moves with every value.
    let isDynamic: Bool

    /// The expected value of the coming period; `power` is kᵗ at that period.
    func expected(_ model: ThetaModel, power: Double) -> Double {
        let keep = 1 - model.alpha
        return level
            + model.weight * (line.intercept * power + line.slope * (1 - power * keep) / model.alpha)
    }

    /// Takes in the value of a period, counted from zero; 1 or later.
    mutating func take(_ value: Double, alpha: Double, period: Int) {
        let count = Double(period)
        level += alpha * (value - level)
        if isDynamic {
            line.slope = ((count - 1) * line.slope + 6 * (value - mean) / (count + 1)) / (count + 2)
        }
        mean += (value - mean) / (count + 1)
        if isDynamic { line.intercept = mean - line.slope * (count + 2) / 2 }
    }
}
