#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bounds for a share by the exact binomial test, for few trials and for shares near 0 or 1.
///
/// Source: C. Clopper and E. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", 1934.
public enum ExactShare {
    /// The probability of at most so many successes in so many trials, each with a probability.
    ///
    /// - Precondition: `successes` lie in 0 to `trials`, `share` in 0 to 1.
    public static func chance(ofAtMost successes: Int, in trials: Int, share: Double) -> Double {
        precondition(successes >= 0 && successes <= trials, "\(successes) of \(trials) are no share")
        precondition((0...1).contains(share), "a share lies in 0 to 1, found \(share)")
        if successes == trials || share == 0 { return 1 }
        if share == 1 { return 0 }
        let (yes, no) = (log(share), log(1 - share))
        let all = SpecialFunctions.logGamma(Double(trials) + 1)
        let sum = (0...successes).reduce(0.0) { sum, count in
            let ways =
                all - SpecialFunctions.logGamma(Double(count) + 1)
                - SpecialFunctions.logGamma(Double(trials - count) + 1)
            return sum + exp(ways + Double(count) * yes + Double(trials - count) * no)
        }
        return min(1, sum)
    }

    /// The largest share under which so few successes are not rarer than one in 1 / (1 − confidence); 1 where all succeeded.
    public static func upperBound(successes: Int, trials: Int, confidence: Double = 0.95) -> Double {
        precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, found \(confidence)")
        guard successes < trials else { return 1 }
        var (low, high) = (0.0, 1.0)
        while high - low > 1e-9 {
            let middle = (low + high) / 2
            if chance(ofAtMost: successes, in: trials, share: middle) > 1 - confidence {
                low = middle
            } else {
                high = middle
            }
        }
        return high
    }
}
