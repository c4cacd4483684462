/// The trainings that one model takes: its own, and those that leave messages out to be judged.
struct Training {
    let set: TrainingSet
    let corpus: Corpus
    let options: TrainingOptions
    /// In which part each message is: messages are judged by a model of the other parts.
    let parts: [Int]
    static let partCount = 4

    init(set: TrainingSet, corpus: Corpus, options: TrainingOptions) {
        (self.set, self.corpus, self.options) = (set, corpus, options)
        parts = set.parts(Self.partCount, seed: options.seed)
    }

    /// How far labels are balanced. The likeliest of a message's labels is chosen by comparing scores, which takes scores that
    /// weigh errors alike; any number of labels is chosen each by itself, and half of that does by the likelihood of labels
    /// in what trainings left out.
    private var balance: Float { self.set.isMultiLabel ? 0.5 : 1 }

    /// The weights learnt from some messages.
    func weights(from weighted: WeightedCorpus, messages: [Int], cost: Float) -> LinearWeights {
        DualDescent(cost: cost, balance: balance).weights(
            from: weighted, messages: messages, targets: set.targets, labels: set.labels.count, seed: options.seed)
    }

    /// Of every cost, the scores of the messages of one part, in their order, by a model of the other parts.
    func scores(of part: Int, costs: [Float]) -> [[[Float]]] {
        let (judged, others) = (parts.indices.filter { parts[$0] == part }, parts.indices.filter { parts[$0] != part })
        let weighted = WeightedCorpus(corpus, knowing: others)
        return costs.map { cost in
            let weights = weights(from: weighted, messages: others, cost: cost)
            return judged.map { Array(weights.scores(of: $0, in: weighted).prefix(set.labels.count)) }
        }
    }
}
