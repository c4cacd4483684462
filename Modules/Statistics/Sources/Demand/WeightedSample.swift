/// A distribution made of seen values, each with a weight: no shape is assumed.
public struct WeightedSample: Hashable, Sendable {
    /// The values, rising.
    public let values: [Double]
    /// The share of all weight at or below each value, rising to 1.
    public let cumulative: [Double]

    /// - Parameters:
    ///   - values: One or more, finite, in any order.
    ///   - weights: As many, none below zero, not all zero.
    public init(_ values: [Double], weights: [Double]) {
        precondition(
            !values.isEmpty && values.count == weights.count,
            "found \(weights.count) weights for \(values.count) values")
        let order = values.indices.sorted { values[$0] < values[$1] }
        var sum = 0.0
        let running = order.map { index in
            sum += weights[index]
            return sum
        }
        precondition(sum > 0 && sum.isFinite, "weights must have a finite sum above zero, found \(sum)")
        self.values = order.map { values[$0] }
        cumulative = running.map { $0 / sum }
    }

    /// Values of the same weight.
    ///
    /// - Parameter values: One or more, finite, in any order.
    public init(_ values: [Double]) {
        precondition(!values.isEmpty, "a sample needs a value")
        let share = 1 / Double(values.count)
        self.values = values.sorted()
        cumulative = (1...values.count).map { Double($0) * share }
    }

    /// The weighted mean.
    public var mean: Double { expectation { $0 } }

    /// The mean squared distance from the mean.
    public var variance: Double {
        let mean = mean
        return expectation { ($0 - mean) * ($0 - mean) }
    }

    /// The share of weight at or below `value`.
    public func cdf(_ value: Double) -> Double {
        let above = values.partitioningIndex { $0 > value }
        return above == 0 ? 0 : cumulative[above - 1]
    }

    /// The smallest value whose share of weight at or below it reaches `p`.
    ///
    /// - Parameter p: From 0 to 1.
    public func quantile(_ p: Double) -> Double {
        precondition(p >= 0 && p <= 1, "a quantile expects a probability from 0 to 1, found \(p)")
        // Shares are sums of rounded numbers: a p that is meant to be met exactly must not miss by the last digit.
        let place = cumulative.partitioningIndex { $0 >= p - 1e-12 }
        return values[min(place, values.count - 1)]
    }

    private func expectation(_ of: (Double) -> Double) -> Double {
        var (sum, before) = (0.0, 0.0)
        for (value, share) in zip(values, cumulative) {
            sum += (share - before) * of(value)
            before = share
        }
        return sum
    }
}

extension Array {
    /// The first place from which on a condition holds; it must hold for all that follow one for which it holds.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
