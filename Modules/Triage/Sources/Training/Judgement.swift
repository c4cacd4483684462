/// The cost of errors under which models did best on messages that they had not seen, and what they made of those.
struct Judgement {
    /// The costs to choose from. Few messages, or messages whose labels contradict each other, do best with a low one, which
    /// keeps to what many have in common; many labels of clear messages with a high one.
    static let costs: [Float] = [0.5, 1, 2, 4]
    /// Messages by which a cost is chosen, where there are as many: by fewer, chance chooses.
    static let enough = 500

    let cost: Float
    /// The scores of every message by a model of other ones.
    let unseen: [[Float]]
    /// What makes them probabilities.
    let calibration: Calibration

    /// Chooses by as many parts of the messages as are enough, and judges the others at the cost chosen.
    ///
    /// What is compared is the likelihood of the labels: it tells costs apart by fewer messages than the count of errors.
    init(_ training: Training) {
        let (set, parts) = (training.set, Training.partCount)
        let choosing = min(parts, max(1, (Self.enough * parts + training.parts.count - 1) / training.parts.count))
        /// By part and cost, the scores of the part's messages in their order.
        var scores = (0..<choosing).map { training.scores(of: $0, costs: Self.costs) }
        let targets = (0..<choosing).flatMap { part in
            set.targets.indices.filter { training.parts[$0] == part }.map { set.targets[$0] }
        }
        let losses = Self.costs.indices.map { cost in
            let judged = scores.flatMap { $0[cost] }
            return Calibration(judged, targets, set).loss(of: judged, targets)
        }
        let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
        cost = Self.costs[best]
        for part in 0..<choosing { scores[part] = [scores[part][best]] }
        for part in choosing..<parts { scores.append(training.scores(of: part, costs: [Self.costs[best]])) }
        var rest = scores.map { $0[0][...] }
        unseen = training.parts.map { rest[$0].popFirst() ?? [] }
        calibration = Calibration(unseen, set.targets, set)
    }
}
