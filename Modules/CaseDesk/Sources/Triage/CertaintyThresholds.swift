import Statistics
public import Triage

/// From which certainty on a model's answers are wrong seldom enough, in one language: in all, and for each label.
///
/// Each is the point of the risk-coverage curve (`RiskCoverage`) that answers most messages while the share that is wrong stays
/// below a target, by the exact binomial bound. It rests on messages that the model had not seen.
public struct CertaintyThresholds: Hashable, Sendable, Codable {
    /// The share of answers that may be wrong.
    public static let mostWrong = 0.05
    /// How surely it stays below that.
    public static let confidence = 0.95

    /// For an answer at all; `nil` where no run of answers is right often enough.
    public let answer: Double?
    /// For deciding, by label. A label without one is never decided about.
    public let labels: [String: Double]
    /// Of the judged messages, how many the answer's threshold leaves.
    public let answered: Int
    /// How many messages were judged.
    public let judged: Int

    /// The thresholds that judged messages bear out.
    ///
    /// A label of which fewer messages were judged than could bear out any threshold takes the one of all.
    public init(_ judged: [JudgedMessage], mostWrong: Double = mostWrong) {
        let all = Self.threshold(judged, mostWrong)
        answer = all
        var labels: [String: Double] = [:]
        for (label, messages) in Dictionary(grouping: judged, by: \.label) {
            let own = messages.count < Self.fewest(mostWrong) ? all : Self.threshold(messages, mostWrong)
            labels[label] = own.flatMap { own in all.map { max($0, own) } }
        }
        self.labels = labels
        self.judged = judged.count
        answered = all.map { threshold in judged.count { $0.certainty >= threshold } } ?? 0
    }

    /// The fewest messages that bear out a threshold when all of them are right.
    private static func fewest(_ mostWrong: Double) -> Int {
        let rows = SpecialFunctions.logarithm(1 - confidence) / SpecialFunctions.logarithm(1 - mostWrong)
        return Int(rows.rounded(.up))
    }

    private static func threshold(_ judged: [JudgedMessage], _ mostWrong: Double) -> Double? {
        RiskCoverage(judged).point(error: mostWrong, confidence: confidence)?.threshold
    }
}
