/// A line through a series, A + B(t + 1) at period t counted from zero.
struct FittedLine {
    /// A, the height one period before the first.
    var intercept: Double
    /// B, the rise in a period.
    var slope: Double

    init(intercept: Double, slope: Double) {
        (self.intercept, self.slope) = (intercept, slope)
    }

    /// The least-squares line; flat through a single value. There must be one.
    init(through values: some Collection<Double>) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let middle = (count + 1) / 2
        var (product, period) = (0.0, 1.0)
        for value in values {
            product += (period - middle) * (value - mean)
            period += 1
        }
        slope = values.count > 1 ? product / (count * (count * count - 1) / 12) : 0
        intercept = mean - slope * middle
    }
}
