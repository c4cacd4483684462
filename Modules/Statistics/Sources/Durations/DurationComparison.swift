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
    public init?(_ first: DurationSample, against second: DurationSample) {
        let (m, n) = (Double(first.count), Double(second.count))
        guard m > 0, n > 0 else { return nil }
        var (score, squares) = (0.0, 0.0)
        // Of both samples, how many lasted shorter than what is looked at, and how many of those ended.
        var (shorter, endedShorter) = (0, 0)
        DurationSample.eachLength(of: first, second) { one, other in
            let ended = one.ended + other.ended
            let outlasted = Double(endedShorter - (first.count + second.count - shorter - ended))
            // What was last seen at the moment when another ended outlasts it.
            let going = Double(endedShorter + ended)
            score += Double(one.ended) * outlasted + Double(one.going) * going
            squares += Double(ended) * outlasted * outlasted + Double(one.going + other.going) * going * going
            shorter += one.count + other.count
            endedShorter += ended
        }
        guard squares > 0 else { return nil }
        let spread = m * n / ((m + n) * (m + n - 1)) * squares
        z = score / spread.squareRoot()
    }

    /// Compares observations in any order; `nil` where there are none on one side or nothing tells any two apart.
    public init?(_ first: [DurationCurve.Observation], against second: [DurationCurve.Observation]) {
        self.init(DurationSample(first), against: DurationSample(second))
    }
}
