/// What tells messages apart: trained on some that people labelled, it says of others what they are about.
///
/// It holds no text: words are known by their hashes, digits are all alike. It is a value, the same for the same messages
/// in any order, and a few megabytes.
public struct TriageModel: Hashable, Sendable {
    /// The labels it knows, in the order of their letters.
    public let labels: [String]
    /// Whether a message may be about several things: it learnt from some that were.
    public let isMultiLabel: Bool
    /// What became of the messages of the training when a model that had not seen them judged them. Messages about labels
    /// that a model was not told of are added, so that one in ten is foreign.
    public let judged: [JudgedMessage]

    let vocabulary: Vocabulary
    /// What each feature belongs to.
    let blocks: [FeatureBlock]
    /// How rare each feature is, as a weight.
    let importance: [Float]
    /// The weight in a message's length of a feature it does not know.
    let strangeness: Float
    let table: WeightTable
    let calibration: Calibration
    let scope: ScopeCurve

    /// What a message is about.
    public func classify(_ message: String) -> Classification {
        var classifier = MessageClassifier(self)
        classifier.classify(message)
        return classifier.classification
    }
}
