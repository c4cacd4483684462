/// Whether things last longer here than there, by their order alone: the generalised Wilcoxon test.
///
/// Each observation scores how many of the other sample it surely outlasts less how many surely outlast it; what went on when
/// it was last seen is surely outlasted by none. The sum over one sample is held against its spread over all ways to part the
/// observations into samples of these sizes. Without observations that went on it is the test of Mann and Whitney with ties.
///
/// Sources: E. Gehan, "A generalized Wilcoxon test for comparing arbitrarily singly-censored samples", Biometrika 52 (1965);
/// N. Mantel, "Ranking procedures for arbitrarily restricted observation", Biometrics 23 (1967), for the spread.
public struct DurationComparison: Hashable, Sendable {
    /// Standard deviations by which the first sample lasts longer than chance explains; below zero where it lasts shorter.
    public let z: Double

    /// Compares two samples; `nil` where one is empty or nothing tells any two observations apart.
    public init?(_ first: [DurationCurve.Observation], against second: [DurationCurve.Observation]) {
        let (m, n) = (Double(first.count), Double(second.count))
        guard m > 0, n > 0 else { return nil }
        let pool = Pool(first + second)
        let scores = first.map(pool.score)
        let squares = (scores + second.map(pool.score)).reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return nil }
        let spread = m * n / ((m + n) * (m + n - 1)) * squares
        z = scores.reduce(0, +) / spread.squareRoot()
    }

    /// All observations, in order, to count those that lasted shorter or longer.
    private struct Pool {
        private let lengths: [Double]
        private let endings: [Double]

        init(_ observations: [DurationCurve.Observation]) {
            lengths = observations.map(\.length).sorted()
            endings = observations.lazy.filter(\.ended).map(\.length).sorted()
        }

        /// How many it surely outlasts, less how many surely outlast it.
        func score(_ one: DurationCurve.Observation) -> Double {
            // What was last seen at the moment when another ended outlasts it.
            guard one.ended else { return Double(endings.count(upTo: one.length)) }
            let shorter = endings.count(below: one.length)
            let ties = endings.count(upTo: one.length) - shorter
            return Double(shorter - (lengths.count - lengths.count(below: one.length) - ties))
        }
    }
}

extension [Double] {
    /// How many of an ordered list lie below a value.
    fileprivate func count(below value: Double) -> Int { partition { $0 < value } }

    /// How many of an ordered list lie at a value or below it.
    fileprivate func count(upTo value: Double) -> Int { partition { $0 <= value } }

    private func partition(where isLow: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isLow(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
