public import Cases
public import Triage

/// What tells messages of one language apart, with all that its decisions rest on.
public struct LanguageTriage: Hashable, Sendable {
    /// What is kept beside the model.
    public struct Basis: Hashable, Sendable, Codable {
        /// The messages it was trained on.
        public let messages: Int
        /// How sure is sure enough.
        public let thresholds: CertaintyThresholds
        /// Labels whose messages often speak of a sensitive topic, with the topic.
        public let sensitiveLabels: [String: SensitiveTopic]
        /// What later weeks are compared with.
        public let reference: AutomationReference?
    }

    /// The model.
    public let model: TriageModel
    /// What its decisions rest on.
    public let basis: Basis

    init(model: TriageModel, basis: Basis) {
        self.model = model
        self.basis = basis
    }

    /// Learns from messages of one language.
    ///
    /// - Parameter isStarter: whether they are phrases made up to begin with: those bear out no threshold, so an answer takes to be
    ///   likelier right than wrong, and nothing is decided about.
    /// - Throws: ``TrainingError`` where there is nothing to tell apart.
    init(
        _ messages: [LabelledMessage], language: String, guardian: SensitiveTopicGuard, isStarter: Bool
    ) throws(TrainingError) {
        model = try TriageModel.train(on: messages)
        let thresholds = isStarter ? CertaintyThresholds.starter(model.judged) : CertaintyThresholds(model.judged)
        basis = Basis(
            messages: messages.count, thresholds: thresholds,
            sensitiveLabels: Self.sensitiveLabels(messages, language, guardian),
            reference: isStarter ? nil : AutomationReference(model.judged))
    }

    /// From this share of its messages on that speak of a topic a label is taken to be about it.
    private static let sensitiveShare = 0.2

    private static func sensitiveLabels(
        _ messages: [LabelledMessage], _ language: String, _ guardian: SensitiveTopicGuard
    ) -> [String: SensitiveTopic] {
        var counts: [String: (all: Int, topics: [SensitiveTopic: Int])] = [:]
        for message in messages {
            let topics = Set(guardian.mentions(in: message.text, language: language).map(\.topic))
            for label in message.labels {
                counts[label, default: (0, [:])].all += 1
                for topic in topics { counts[label, default: (0, [:])].topics[topic, default: 0] += 1 }
            }
        }
        return counts.compactMapValues { count in
            let most = count.topics.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            return most.flatMap { Double($0.value) >= sensitiveShare * Double(count.all) ? $0.key : nil }
        }
    }
}

extension CertaintyThresholds {
    /// An answer that is likelier right than wrong is worth offering, and none is decided by.
    static func starter(_ judged: [JudgedMessage]) -> CertaintyThresholds {
        CertaintyThresholds(
            answer: 0.5, labels: [:], answered: judged.count { $0.certainty >= 0.5 }, judged: judged.count)
    }

    private init(answer: Double?, labels: [String: Double], answered: Int, judged: Int) {
        self.answer = answer
        self.labels = labels
        self.answered = answered
        self.judged = judged
    }
}
