#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How far two numbers of the same things rise together, by their ranks: any rising relation counts in full, and no wild
/// value more than its rank.
///
/// Spearman's ρ is the correlation of the ranks, equal values sharing their mean rank. Its bounds are those of artanh ρ with
/// the variance (1 + ρ²/2)/(n - 3). It says that they go together, never that one makes the other. Sources: C. Spearman, "The
/// proof and measurement of association between two things", 1904; D. Bonett and T. Wright, "Sample size requirements for
/// estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000).
public struct RankCorrelation: Hashable, Sendable {
    /// Things measured by both numbers.
    public let count: Int
    /// ρ, -1 to 1.
    public let value: Double

    /// Things without which bounds would not mean much.
    public static let least = 10

    /// Correlates; `nil` for fewer than ``least`` things, or where one of the numbers is the same of all.
    public init?(_ pairs: [(Double, Double)]) {
        precondition(pairs.allSatisfy { $0.0.isFinite && $0.1.isFinite }, "ranks are of finite numbers")
        guard pairs.count >= Self.least else { return nil }
        let (first, second) = (Self.ranks(pairs.map(\.0)), Self.ranks(pairs.map(\.1)))
        let middle = Double(pairs.count + 1) / 2
        var (products, firsts, seconds) = (0.0, 0.0, 0.0)
        for (one, other) in zip(first, second) {
            products += (one - middle) * (other - middle)
            firsts += (one - middle) * (one - middle)
            seconds += (other - middle) * (other - middle)
        }
        guard firsts > 0, seconds > 0 else { return nil }
        count = pairs.count
        value = max(-1, min(1, products / (firsts * seconds).squareRoot()))
    }

    /// The bounds of ρ.
    public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        guard abs(value) < 1 else { return value...value }
        let deviation = ((1 + value * value / 2) / Double(count - 3)).squareRoot()
        let reach = SpecialFunctions.normalQuantile((1 + confidence) / 2) * deviation
        return tanh(atanh(value) - reach)...tanh(atanh(value) + reach)
    }

    /// The rank of each value from 1, equal ones at their mean.
    static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            let end = order[start...].firstIndex { values[$0] > values[order[start]] } ?? order.count
            for place in order[start..<end] { ranks[place] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks
    }
}
