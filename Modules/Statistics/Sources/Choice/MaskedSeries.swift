/// A series in which some periods are unknown: those are neither counted nor scored.
struct MaskedSeries {
    /// One value a period, oldest first; 0 where unknown.
    let values: [Double]
    /// 1 where the value is known, 0 where it is not.
    let exposure: [Double]
    /// Periods that are known.
    let known: Int
    /// Whether every value is a whole number, not below zero: units, whose distribution has only whole numbers as well.
    let isCount: Bool
    /// The least that could have been seen where nothing was: one of what is counted; of amounts, which have any scale, the
    /// smallest seen.
    let unit: Double

    init(_ source: [Double?]) {
        var (known, isCount, smallest) = (0, true, Double.infinity)
        var values: [Double] = []
        var exposure: [Double] = []
        values.reserveCapacity(source.count)
        exposure.reserveCapacity(source.count)
        for value in source {
            if let value {
                precondition(value.isFinite, "a series holds finite values, found \(value)")
                known += 1
                isCount = isCount && value >= 0 && value.rounded() == value
                if value != 0 { smallest = min(smallest, abs(value)) }
            }
            values.append(value ?? 0)
            exposure.append(value == nil ? 0 : 1)
        }
        (self.values, self.exposure, self.known, self.isCount) = (values, exposure, known, isCount)
        unit = isCount ? 1 : smallest
    }

    var count: Int { values.count }

    /// The place of the known period of a number, the first of which is 1; that of the last period where fewer are known.
    func place(ofKnown number: Int) -> Int {
        var known = 0
        return exposure.firstIndex { exposure in
            if exposure > 0 { known += 1 }
            return known == number
        } ?? count - 1
    }

    /// Known periods, each as what was expected of it and what it was.
    func pairs(_ forecast: [Double], from period: Int) -> (forecast: [Double], actual: [Double]) {
        guard known < count else { return (forecast, Array(values[period..<period + forecast.count])) }
        let places = forecast.indices.filter { exposure[period + $0] > 0 }
        return (places.map { forecast[$0] }, places.map { values[period + $0] })
    }

    /// The mean squared difference between known neighbours; nil where none differ.
    var naiveSquaredError: Double? {
        var (squares, pairs) = (0.0, 0.0)
        for period in 1..<max(1, count) where exposure[period] > 0 && exposure[period - 1] > 0 {
            let step = values[period] - values[period - 1]
            squares += step * step
            pairs += 1
        }
        return squares > 0 ? squares / pairs : nil
    }
}
