import Statistics

/// How many messages a model could answer by itself, and how many of those answers would be wrong, by how sure it has to be.
///
/// Source: R. El-Yaniv and Y. Wiener, "On the foundations of noise-free selective classification", JMLR 11 (2010); the bound
/// on the error after Y. Geifman and R. El-Yaniv, "Selective classification for deep neural networks", NeurIPS 2017.
public struct RiskCoverage: Hashable, Sendable {
    /// What answering from some certainty on comes to.
    public struct Point: Hashable, Sendable {
        /// The certainty from which on messages are answered, 0 to 1.
        public let threshold: Double
        /// How many of the judged messages that would be.
        public let answered: Int
        /// How many of those answers are wrong.
        public let wrong: Int

        /// The largest share of wrong answers that so few wrong ones leave believable, 0 to 1, by the exact binomial test.
        public func highestError(confidence: Double = 0.95) -> Double {
            ExactShare.upperBound(successes: wrong, trials: answered, confidence: confidence)
        }
    }

    /// How many messages were judged.
    public let messages: Int
    /// One for each certainty that occurs, the surest first.
    public let points: [Point]

    /// The curve of some messages, in any order.
    public init(_ judged: some Sequence<JudgedMessage>) {
        let sorted = judged.sorted { $0.certainty > $1.certainty }
        var points: [Point] = []
        var wrong = 0
        for (index, message) in sorted.enumerated() {
            if !message.isRight { wrong += 1 }
            let isLast = index + 1 == sorted.count || sorted[index + 1].certainty < message.certainty
            if isLast { points.append(Point(threshold: message.certainty, answered: index + 1, wrong: wrong)) }
        }
        (messages, self.points) = (sorted.count, points)
    }

    /// The point that answers most messages with an error that stays below a bound; `nil` where too few messages, or
    /// too many wrong ones, leave none: then a person answers.
    ///
    /// - Parameters:
    ///   - error: the share of wrong answers allowed, above 0 and below 1.
    ///   - confidence: how sure that is to hold, by the exact binomial test at that point. It is the best of many points, so
    ///     it holds a little less often than stated.
    public func point(error: Double, confidence: Double = 0.95) -> Point? {
        precondition(error > 0 && error < 1, "an allowed error lies between 0 and 1, found \(error)")
        return points.last { point in
            ExactShare.chance(ofAtMost: point.wrong, in: point.answered, share: error) <= 1 - confidence
        }
    }
}

extension TriageModel {
    /// How sure the model has to be of a label so that no more than a share of such answers is wrong; `nil` where what it
    /// was trained on does not tell: then a person decides.
    ///
    /// The certainty it is compared with is ``Classification/certainty``.
    public func threshold(for label: String, error: Double, confidence: Double = 0.95) -> Double? {
        RiskCoverage(judged.lazy.filter { $0.label == label }).point(error: error, confidence: confidence)?.threshold
    }
}
