/// How far stated probabilities lie from how often they came true: the expected calibration error, Σ nₖ/n · |share true − mean stated|
/// over bins of equally many rows.
///
/// Source: M. Naeini, G. Cooper and M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015; bins of
/// equal mass after K. Nguyen and B. O'Connor, "Posterior calibration and exploratory analysis for natural language processing models",
/// EMNLP 2015.
public enum CalibrationError {
    /// Bins that rows are dealt into.
    public static let usualBins = 10

    /// The error of stated probabilities; `nil` without rows.
    ///
    /// - Parameter rows: what was stated, 0 to 1, and whether it came true.
    public static func value(_ rows: [(stated: Double, isTrue: Bool)], bins: Int = usualBins) -> Double? {
        guard !rows.isEmpty else { return nil }
        return error(rows.sorted { $0.stated < $1.stated }, bins: bins)
    }

    /// What the error of so many rows stays below with a confidence if every probability is right; `nil` without rows.
    ///
    /// Few rows are never quite as often true as they are likely. How often is tried out: each trial lets every row come true by its
    /// own probability.
    public static func noise(
        stated: [Double], bins: Int = usualBins, confidence: Double = 0.99, trials: Int = 400, seed: UInt64 = 1
    ) -> Double? {
        precondition(trials > 0, "a noise takes trials, found \(trials)")
        var random = SplitMix64(seed: seed)
        let sorted = stated.sorted()
        let errors = (0..<trials).map { _ in
            error(sorted.map { (stated: $0, isTrue: random.uniform() < $0) }, bins: bins)
        }
        return stated.isEmpty ? nil : Robust.quantile(of: errors, confidence)
    }

    /// Rows of one stated probability that lie in two bins are as often true in each.
    private static func error(_ sorted: [(stated: Double, isTrue: Bool)], bins: Int) -> Double {
        precondition(bins > 0, "rows are dealt into bins, found \(bins)")
        var excess: [Double] = []
        var start = 0
        while start < sorted.count {
            let end = sorted[start...].firstIndex { $0.stated != sorted[start].stated } ?? sorted.count
            let share = Double(sorted[start..<end].count(where: \.isTrue)) / Double(end - start)
            excess += Array(repeating: share - sorted[start].stated, count: end - start)
            start = end
        }
        let sum = (0..<bins).reduce(0.0) { sum, bin in
            sum + abs(excess[(excess.count * bin / bins)..<(excess.count * (bin + 1) / bins)].reduce(0, +))
        }
        return excess.isEmpty ? 0 : sum / Double(excess.count)
    }
}
