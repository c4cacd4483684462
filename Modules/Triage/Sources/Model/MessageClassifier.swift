#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A model at work: keeps its room between messages, so that one message after the other allocates nothing.
///
/// One belongs to one task; several may share a model.
public struct MessageClassifier: Sendable {
    /// What the last message is about.
    public private(set) var classification = Classification()

    let model: TriageModel
    private var words = MessageWords()
    private var evidence: MessageEvidence
    private var logits: [Float]
    private var odds: [Float]
    private var removal = WordRemoval()

    /// Prepares to classify messages by a model.
    public init(_ model: TriageModel) {
        self.model = model
        evidence = MessageEvidence(model)
        logits = Array(repeating: 0, count: model.labels.count)
        odds = logits
    }

    /// Classifies a message; ``classification`` tells what was found, until the next one.
    public mutating func classify(_ message: String) {
        words.read(message)
        evidence.read(words, model)
        clear()
        classification.words = words.words.count
        for (index, word) in words.words.enumerated() where !evidence.isKnown[index] {
            classification.newWords.append(word.bytes)
        }
        guard evidence.isAny else { return }
        evidence.logits(into: &logits, model)
        rank()
        removal.find(words, &evidence, &logits, model, into: &classification.reasons)
    }

    private mutating func clear() {
        classification.labels.removeAll(keepingCapacity: true)
        classification.reasons.removeAll(keepingCapacity: true)
        classification.newWords.removeAll(keepingCapacity: true)
        classification.scope = 0
    }

    /// Lists the likeliest labels, by their scores: two probabilities may be rounded to the same.
    private mutating func rank() {
        model.calibration.probabilities(of: logits, into: &odds)
        classification.scope = model.scope.probability(of: logits)
        for _ in 0..<min(Classification.mostLabels, odds.count) {
            var best = -1
            for label in odds.indices where odds[label] > 0 && (best < 0 || logits[label] > logits[best]) {
                best = label
            }
            guard best >= 0 else { return }
            classification.labels.append(
                LabelConfidence(label: model.labels[best], confidence: Double(odds[best])))
            odds[best] = 0
        }
    }
}
