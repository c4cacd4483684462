/// The trainings that one model takes: its own, and those that leave messages out to be judged.
struct Training {
    /// Into how many parts messages are dealt, each judged by a model of the others.
    static let parts = 4

    let set: TrainingSet
    let corpus: Corpus
    let options: TrainingOptions

    /// The weights learnt from some messages.
    func weights(from weighted: WeightedCorpus, messages: [Int]) -> LinearWeights {
        DualDescent().weights(
            from: weighted, messages: messages, targets: set.targets, labels: set.labels.count, seed: options.seed)
    }

    /// The scores of every message by a model of other ones.
    func unseenScores() -> [[Float]] {
        let parts = set.parts(Self.parts, seed: options.seed)
        var scores = [[Float]](repeating: [], count: parts.count)
        for part in 0..<Self.parts {
            let others = parts.indices.filter { parts[$0] != part }
            let weighted = WeightedCorpus(corpus, knowing: others)
            let weights = weights(from: weighted, messages: others)
            for message in parts.indices where parts[message] == part {
                scores[message] = Array(weights.scores(of: message, in: weighted).prefix(set.labels.count))
            }
        }
        return scores
    }
}
