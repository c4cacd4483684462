import Triage

/// What a model said of a message, beside what people said of it.
struct Judgement {
    let truth: Set<String>
    /// Every label the model lists.
    let labels: [LabelConfidence]
    let certainty: Double
    let scope: Double

    init(_ message: LabelledMessage, _ classification: Classification) {
        truth = message.labels
        labels = classification.labels
        certainty = classification.certainty
        scope = classification.scope
    }

    /// Whether the likeliest label is one the message has.
    var isRight: Bool { labels.first.map { truth.contains($0.label) } ?? false }

    /// The labels that are likelier than not.
    var chosen: Set<String> { Set(labels.prefix { $0.confidence >= 0.5 }.map(\.label)) }

    /// The probability of a label, 0 for one that is not listed.
    func confidence(in label: String) -> Double { labels.first { $0.label == label }?.confidence ?? 0 }
}
