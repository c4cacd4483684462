/// The cost of errors under which models did best on messages that they had not seen, and what they made of those.
struct Judgement {
    /// The costs to choose from. Few messages, or messages whose labels contradict each other, do best with a low one, which
    /// keeps to what many have in common; many labels of clear messages with a high one.
    static let costs: [Float] = [0.5, 1, 2, 4]

    let cost: Float
    /// The scores of every message by a model of other ones.
    let unseen: [[Float]]
    /// What makes them probabilities.
    let calibration: Calibration

    /// Chooses by one part of the messages, and judges the others at the cost chosen.
    ///
    /// What is compared is the likelihood of the labels: it tells costs apart by fewer messages than the count of errors.
    init(_ training: Training) {
        let set = training.set
        let part = set.targets.indices.filter { training.parts[$0] == 0 }.map { set.targets[$0] }
        let first = training.scores(of: 0, costs: Self.costs)
        let losses = first.map { Calibration($0, part, set).loss(of: $0, part) }
        let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
        let cost = Self.costs[best]
        var scores = [first[best][...]]
        for part in 1..<Training.partCount { scores += training.scores(of: part, costs: [cost]).map { $0[...] } }
        // Each part has its messages in their order.
        unseen = training.parts.map { scores[$0].popFirst() ?? [] }
        calibration = Calibration(unseen, set.targets, set)
        self.cost = cost
    }
}
