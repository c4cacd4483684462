#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The best label of a message and its odds against all others, by the softmax of their logits.
struct Softmax {
    /// The label of the highest logit.
    let best: Int
    let highest: Float
    /// Σ exp(logit - highest) of all other labels, and the largest of those; above zero, however far the best is ahead.
    let others: Float
    let next: Float

    init(_ logits: [Float]) {
        var best = 0
        for label in logits.indices where logits[label] > logits[best] { best = label }
        let highest = logits[best]
        var (others, next): (Float, Float) = (0, 0)
        for label in logits.indices where label != best {
            let odds = expf(logits[label] - highest)
            others += odds
            next = max(next, odds)
        }
        (self.best, self.highest, self.next) = (best, highest, next)
        self.others = max(others, .leastNormalMagnitude)
    }

    /// The logarithm of the odds of the best label.
    var logOdds: Float { -logf(others) }
}

/// How the odds of the best label become the probability that it is right: the softmax of the scores of many machines says too
/// much where it is sure and too little where it is not. Source: J. Platt, "Probabilistic outputs for support vector machines
/// and comparisons to regularized likelihood methods", 1999, for the best label alone.
struct Sureness: Hashable, Sendable {
    /// The softmax as it is.
    static let asStated = Sureness(slope: 1, offset: 0)

    let slope: Float
    let offset: Float

    /// The probability of the best label, which stays the best.
    func probability(of softmax: Softmax) -> Float {
        max(
            1 / (1 + expf(-(slope * softmax.logOdds + offset))),
            softmax.next / (softmax.others + softmax.next))
    }
}
