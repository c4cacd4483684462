#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the score of each label becomes a probability: a straight line, and the logistic function or, where a message has
/// one label, the softmax of all.
struct Calibration: Hashable, Sendable {
    let isMultiLabel: Bool
    /// One a label.
    let slopes: [Float]
    let offsets: [Float]

    /// The calibrated score of every label.
    func logits(of scores: [Float]) -> [Float] { scores.indices.map { slopes[$0] * scores[$0] + offsets[$0] } }

    /// The probability of every label.
    func probabilities(of logits: [Float], into odds: inout [Float]) {
        guard !isMultiLabel else {
            for label in logits.indices { odds[label] = 1 / (1 + expf(-logits[label])) }
            return
        }
        var highest = -Float.infinity
        for logit in logits { highest = max(highest, logit) }
        var sum: Float = 0
        for label in logits.indices {
            odds[label] = expf(logits[label] - highest)
            sum += odds[label]
        }
        for label in logits.indices { odds[label] /= sum }
    }
}
