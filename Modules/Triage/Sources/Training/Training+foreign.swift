extension Training {
    /// Which share of the judged messages is foreign, about something else than the labels: nobody can tell it from
    /// messages that were all given a label.
    static let foreignShare = 0.1

    /// The calibrated scores of messages by a model that was not told of every fourth label: those about the labels it
    /// knows, and those about the others, which stand for what no label is about.
    func foreignTrial(_ judgement: Judgement) -> (inScope: [[Float]], foreign: [[Float]]) {
        func isHeld(_ label: Int) -> Bool { label % 4 == 2 }
        let known = set.targets.indices.filter { !set.targets[$0].contains(where: isHeld) }
        let others = known.filter { parts[$0] != 0 }
        guard set.labels.count > 2, !others.isEmpty else { return ([], []) }
        let weighted = WeightedCorpus(corpus, knowing: others)
        let weights = weights(from: weighted, messages: others, cost: judgement.cost)
        func logits(of message: Int) -> [Float] {
            let scores = weights.scores(of: message, in: weighted)
            let logits = judgement.calibration.logits(of: Array(scores.prefix(set.labels.count)))
            return logits.indices.map { isHeld($0) ? -Float.infinity : logits[$0] }
        }
        let labelled = set.targets.indices.filter { !set.targets[$0].isEmpty }
        return (
            labelled.filter { parts[$0] == 0 && !set.targets[$0].contains(where: isHeld) }.map(logits),
            labelled.filter { set.targets[$0].allSatisfy(isHeld) }.map(logits)
        )
    }

    /// Some of many, evenly spread, so that they are the foreign share together with those already there.
    static func share(of foreign: [[Float]], besides known: Int, and strangers: Int) -> [[Float]] {
        let wanted = Double(known) * foreignShare / (1 - foreignShare) - Double(strangers)
        let count = min(foreign.count, max(0, Int(wanted)))
        return (0..<count).map { foreign[$0 * foreign.count / count] }
    }
}
