import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Support vector machines, one a label against all others, by descent of their dual problems, all in one pass.
///
/// For each label, minimises ½‖w‖² + Σ Cᵢ·max(0, 1 - yᵢ·w·xᵢ)² over w. The step of message i is
/// α' = max(0, α - (yᵢ·w·xᵢ - 1 + α/2Cᵢ) / (xᵢ·xᵢ + 1/2Cᵢ)) and moves w by (α' - α)·yᵢ·xᵢ. Source: C.-J. Hsieh et al., "A dual
/// coordinate descent method for large-scale linear SVM", ICML 2008. Rows of weights lie by feature, so that one pass
/// over a message's features serves every label. A message that no longer moves is left alone until the others do not either;
/// then all are gone through again, until none moves: the shrinking of that paper's section 3.3, by message.
struct DualDescent {
    /// What an error costs, C.
    let cost: Float
    /// How far labels are balanced, 0 to 1: what missing one costs for all its messages together grows with their number to
    /// the power of what is left to one. At 1 it is the same whether they are few or many.
    var balance: Float = 1
    /// The most passes, and the step of a multiplier that is too small to count.
    var passes = 100
    var tolerance: Float = 0.1

    /// The machines of all labels.
    ///
    /// - Parameters:
    ///   - weighted: the messages.
    ///   - messages: which of them to learn from.
    ///   - targets: the labels of every message of the corpus.
    ///   - labels: how many labels there are.
    func weights(
        from weighted: WeightedCorpus, messages: [Int], targets: [[Int]], labels: Int, seed: UInt64
    ) -> LinearWeights {
        var weights = LinearWeights(features: weighted.importance.count, labels: labels)
        let width = weights.width
        var alphas = [Float](repeating: 0, count: messages.count * width)
        let penalties = penalties(messages: messages, targets: targets, labels: labels, width: width)
        let all = Array(messages.indices)
        var active = all
        var random = SplitMix64(seed: seed)
        var step = DescentStep(width: width, penalty: 1 / (2 * cost))
        for _ in 0..<passes {
            let isWhole = active.count == all.count
            active.shuffle(using: &random)
            active.removeAll { index in
                step.turn(to: targets[messages[index]], penalties)
                let largest = step.take(
                    message: messages[index], of: weighted, alphas: &alphas, from: index * width, weights: &weights)
                return largest < tolerance
            }
            if active.isEmpty {
                if isWhole { break }
                active = all
            }
        }
        return weights
    }

    /// 1/2C for each label of messages that have it: C for a label that has as many messages as labels have on average.
    private func penalties(messages: [Int], targets: [[Int]], labels: Int, width: Int) -> [Float] {
        var counts = [Float](repeating: 0, count: width)
        for message in messages { for label in targets[message] { counts[label] += 1 } }
        let average = max(1, counts.reduce(0, +) / Float(labels))
        return counts.map { powf(max(1, $0) / average, balance) / (2 * cost) }
    }
}
