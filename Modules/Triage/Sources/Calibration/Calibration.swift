#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the score of each label becomes a probability: a straight line, and the logistic function or, where a message has
/// one label, the softmax of all, of which the best label is given the share that it deserves.
struct Calibration: Hashable, Sendable {
    let isMultiLabel: Bool
    /// One a label.
    let slopes: [Float]
    let offsets: [Float]
    /// Where a message has one label.
    var sureness = Sureness.asStated

    /// The calibrated score of every label.
    func logits(of scores: [Float]) -> [Float] { scores.indices.map { slopes[$0] * scores[$0] + offsets[$0] } }

    /// The probability of every label.
    func probabilities(of logits: [Float], into odds: inout [Float]) {
        guard !isMultiLabel else {
            for label in logits.indices { odds[label] = 1 / (1 + expf(-logits[label])) }
            return
        }
        let softmax = Softmax(logits)
        let sure = sureness.probability(of: softmax)
        let scale = (1 - sure) / softmax.others
        for label in logits.indices {
            odds[label] = label == softmax.best ? sure : scale * expf(logits[label] - softmax.highest)
        }
    }

    /// How unlikely the labels of messages are: the sum of the negative logarithms of their probabilities.
    func loss(of scores: [[Float]], _ targets: [[Int]]) -> Double {
        // Finite for what single precision rounds to nothing.
        func logarithm(_ probability: Float) -> Double { Double(logf(max(probability, .leastNormalMagnitude))) }
        var odds = [Float](repeating: 0, count: slopes.count)
        var loss = 0.0
        for (scores, labels) in zip(scores, targets) {
            probabilities(of: logits(of: scores), into: &odds)
            for label in labels { loss -= logarithm(odds[label]) }
            guard isMultiLabel else { continue }
            for label in odds.indices where !labels.contains(label) { loss -= logarithm(1 - odds[label]) }
        }
        return loss
    }
}
