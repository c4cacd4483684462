#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How probable it is to see fewer than, and exactly, so many of so many trials, where each counts with the same probability.
///
/// Summed term by term up to 500 expected; beyond that by the normal curve with its correction for continuity, which is then
/// off by less than 0.002.
public struct BinomialTail: Hashable, Sendable {
    /// The probability of seeing fewer.
    public let below: Double
    /// The probability of seeing as many.
    public let exactly: Double

    private static let mostExpected = 500.0

    /// - Parameters:
    ///   - seen: how many were seen, 0 to `trials`.
    ///   - share: the probability of each, strictly between 0 and 1; `nil` is the answer for others.
    public init?(seeing seen: Int, of trials: Int, share: Double) {
        precondition((0...max(0, trials)).contains(seen), "\(seen) of \(trials) cannot be seen")
        guard share > 0, share < 1 else { return nil }
        guard share <= 0.5 else {
            // As many are seen as are not of those that fail: of a share above a half the first term may be too small to hold.
            guard let others = BinomialTail(seeing: trials - seen, of: trials, share: 1 - share) else { return nil }
            exactly = others.exactly
            below = max(0, 1 - others.below - others.exactly)
            return
        }
        let expected = Double(trials) * share
        guard expected > Self.mostExpected else {
            // Each term from the one before: C(n, k+1)/C(n, k) = (n-k)/(k+1).
            var term = exp(Double(trials) * log1p(-share))
            var sum = 0.0
            for k in 0..<seen {
                sum += term
                term *= Double(trials - k) / Double(k + 1) * share / (1 - share)
            }
            below = min(1, sum)
            exactly = term
            return
        }
        let deviation = (expected * (1 - share)).squareRoot()
        func upTo(_ number: Double) -> Double { SpecialFunctions.normalCDF((number - expected) / deviation) }
        below = upTo(Double(seen) - 0.5)
        exactly = upTo(Double(seen) + 0.5) - below
    }
}
