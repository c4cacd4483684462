/// The rising numbers nearest to some others.
enum IsotonicRegression {
    /// The numbers that never fall and have the least Σ weight·(number - value)².
    ///
    /// Neighbours that fall are pooled at their mean until none do. Source: M. Ayer, H. Brunk, G. Ewing, W. Reid and
    /// E. Silverman, "An empirical distribution function for sampling with incomplete information", 1955.
    /// - Parameter weights: one a value, above zero.
    static func rising(_ values: [Double], weights: [Double]) -> [Double] {
        var pools: [(value: Double, weight: Double, count: Int)] = []
        for (value, weight) in zip(values, weights) {
            var pool = (value: value, weight: weight, count: 1)
            while let last = pools.last, last.value > pool.value {
                let weight = last.weight + pool.weight
                pool = (
                    (last.value * last.weight + pool.value * pool.weight) / weight, weight, last.count + pool.count
                )
                pools.removeLast()
            }
            pools.append(pool)
        }
        return pools.flatMap { [Double](repeating: $0.value, count: $0.count) }
    }
}
