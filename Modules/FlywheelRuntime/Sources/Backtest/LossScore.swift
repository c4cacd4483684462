import Statistics

/// How what was predicted compares with what came, over many problems.
public struct LossScore: Hashable, Sendable, Codable {
    /// The fewest problems from which anything is concluded.
    public static let fewest = 30
    /// The probability with which ``Ratio/low`` and ``Ratio/high`` hold.
    public static let confidence = 0.8
    private static let resamples = 1_000

    /// What came for each unit predicted: 1 where predictions are right on the whole, less where they are too high.
    public struct Ratio: Hashable, Sendable, Codable {
        /// The sum of what came over the sum of what was predicted.
        public let value: Double
        /// The lower end of its interval.
        public let low: Double
        /// The upper end.
        public let high: Double
    }

    /// A tenth of the problems, by what was predicted.
    public struct Decile: Hashable, Sendable, Codable {
        /// How many.
        public let problems: Int
        /// What was predicted of them, in minor units.
        public let predicted: Int64
        /// What came.
        public let came: Int64
    }

    /// How many problems.
    public let problems: Int
    /// What was predicted of them, in minor units.
    public let predicted: Int64
    /// What came.
    public let came: Int64
    /// What came for each unit predicted; `nil` for fewer than ``fewest`` problems, which are inconclusive, and where nothing
    /// was predicted.
    public let ratio: Ratio?
    /// The problems in tenths, the smallest predictions first; empty for fewer than ``fewest``.
    public let deciles: [Decile]

    /// Sums pairs, and says how sure their ratio is.
    ///
    /// The interval is the percentile bootstrap over problems: B. Efron and R. Tibshirani, An Introduction to the Bootstrap,
    /// 1993, section 13.3. Its random numbers are seeded by the ids, so that the same problems give the same interval.
    init(_ pairs: [(id: Int64, pair: UntouchedLoss.Pair)]) {
        problems = pairs.count
        predicted = pairs.map(\.pair.predicted).sum
        came = pairs.map(\.pair.came).sum
        guard pairs.count >= Self.fewest, predicted > 0 else {
            ratio = nil
            deciles = []
            return
        }
        let ordered = pairs.sorted { ($0.pair.predicted, $0.id) < ($1.pair.predicted, $1.id) }
        deciles = (0..<10).map { tenth in
            let part = ordered[tenth * ordered.count / 10..<(tenth + 1) * ordered.count / 10]
            return Decile(
                problems: part.count, predicted: part.map(\.pair.predicted).sum, came: part.map(\.pair.came).sum)
        }
        // The prime of the FNV hash.
        let seed = ordered.reduce(UInt64(0)) { ($0 ^ UInt64(bitPattern: $1.id)) &* 0x100_0000_01b3 }
        var random = SplitMix64(seed: seed)
        let ratios = (0..<Self.resamples).compactMap { _ -> Double? in
            let drawn = ordered.indices.map { _ in ordered[Int.random(in: 0..<ordered.count, using: &random)].pair }
            let predicted = drawn.map(\.predicted).sum
            return predicted > 0 ? Double(drawn.map(\.came).sum) / Double(predicted) : nil
        }
        let outside = (1 - Self.confidence) / 2
        let value = Double(came) / Double(predicted)
        ratio = Ratio(
            value: value, low: Robust.quantile(of: ratios, outside) ?? value,
            high: Robust.quantile(of: ratios, 1 - outside) ?? value)
    }
}

extension Sequence<Int64> {
    fileprivate var sum: Int64 { Int64(clamping: reduce(Int128(0)) { $0 + Int128($1) }) }
}
