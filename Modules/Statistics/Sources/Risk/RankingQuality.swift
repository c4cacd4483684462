/// How well a score puts what happened above what did not: of the order alone, whatever the score's unit.
public struct RankingQuality: Hashable, Sendable {
    /// The probability that of two drawn at random the one that happened scores higher than the one that did not; equal
    /// scores count by half. 0.5 is no better than chance, 1 without a fault: the area under the receiver operating
    /// characteristic.
    ///
    /// Source: J. Hanley and B. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC)
    /// curve", Radiology 143, 1982.
    public let areaUnderCurve: Double
    /// The share that happened among those at least as high as one that happened, averaged over all that happened. By
    /// chance it is the share that happens at all, so it says how much of the top of a list is worth a look.
    ///
    /// Equal scores stand on one place and are taken together: Σ (recallₙ - recallₙ₋₁)·precisionₙ over the scores there
    /// are. Source: C. Manning, P. Raghavan and H. Schütze, "Introduction to Information Retrieval", 2008, section 8.4.
    public let averagePrecision: Double

    /// Measures a ranking; `nil` where all or none of it happened, since then no order is better than another.
    ///
    /// - Parameters:
    ///   - scores: the higher, the likelier; infinite ones are allowed.
    ///   - happened: of each score, whether what it ranks came true.
    public init?(scores: [Double], happened: [Bool]) {
        precondition(scores.count == happened.count, "each score needs to be known to have happened or not")
        precondition(!scores.contains(where: \.isNaN), "what is not a number has no rank")
        let all = happened.count(where: \.self)
        guard all > 0, all < happened.count else { return nil }
        let order = scores.indices.sorted { scores[$0] > scores[$1] }
        var (above, aboveHappened, rightPairs, precision) = (0, 0, 0.0, 0.0)
        var start = 0
        while start < order.count {
            let end = order[start...].firstIndex { scores[$0] < scores[order[start]] } ?? order.count
            let here = order[start..<end].count { happened[$0] }
            let others = Double(end - start - here)
            rightPairs += others * (Double(aboveHappened) + Double(here) / 2)
            (above, aboveHappened) = (end, aboveHappened + here)
            precision += Double(here) * Double(aboveHappened) / Double(above)
            start = end
        }
        areaUnderCurve = rightPairs / (Double(all) * Double(order.count - all))
        averagePrecision = precision / Double(all)
    }
}
