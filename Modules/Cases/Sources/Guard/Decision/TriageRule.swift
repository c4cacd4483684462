/// When a model may decide what a message is about without a person.
///
/// All of it has to hold: the language is one the model knows and sensitive phrases are known in, the message is of the kinds the model
/// knows, it is surer than the language and the label take, it knows the words, and nothing
/// sensitive is in the message or usual for the label. What is wrong with automation as a whole holds up all of it:
/// ``TriageDecision/held(by:)``.
public enum TriageRule {
    /// What a model and a guard say of a message.
    public struct Evidence: Hashable, Sendable {
        /// Its language, by its ISO 639 code; `nil` where that cannot be told.
        public var language: String?
        /// Whether there is a model for the language.
        public var isLanguageKnown: Bool
        /// The probability, 0 to 1, that it is of the kinds the model knows.
        public var scope: Double
        /// How sure the model is of its label, 0 to 1, and of the message being of the kinds it knows.
        public var certainty: Double
        /// How sure is sure enough for an answer in the language; `nil` where too little is known to say.
        public var threshold: Double?
        /// How sure is sure enough to decide for the label; `nil` where nothing is.
        public var labelThreshold: Double?
        /// How many words it has.
        public var words: Int
        /// How many of them the model never saw.
        public var newWords: Int
        /// What it says of sensitive topics.
        public var mentions: [SensitiveMention]
        /// The sensitive topic that messages of its label often speak of.
        public var sensitiveLabel: SensitiveTopic?

        /// What is known of a message.
        public init(
            language: String?, isLanguageKnown: Bool, scope: Double, certainty: Double, threshold: Double?,
            labelThreshold: Double?, words: Int, newWords: Int, mentions: [SensitiveMention],
            sensitiveLabel: SensitiveTopic?
        ) {
            self.language = language
            self.isLanguageKnown = isLanguageKnown
            self.scope = scope
            self.certainty = certainty
            self.threshold = threshold
            self.labelThreshold = labelThreshold
            self.words = words
            self.newWords = newWords
            self.mentions = mentions
            self.sensitiveLabel = sensitiveLabel
        }
    }

    /// The share of a message's words that may be new to the model, 0 to 1.
    public static let mostNewWords = 0.34

    /// Who decides about a message.
    public static func decide(_ evidence: Evidence) -> TriageDecision {
        let doubts = doubts(evidence)
        let obstacles = doubts + cautions(evidence, isAnswered: doubts.isEmpty)
        guard !obstacles.isEmpty else { return TriageDecision(kind: .auto, obstacles: []) }
        return TriageDecision(kind: doubts.isEmpty ? .suggest : .human, obstacles: obstacles)
    }

    /// Why the model's answer may be wrong.
    private static func doubts(_ evidence: Evidence) -> [TriageObstacle] {
        guard evidence.isLanguageKnown else { return [.language(evidence.language)] }
        guard evidence.scope >= 0.5 else { return [.outOfScope(probability: evidence.scope)] }
        guard let threshold = evidence.threshold else { return [.noThreshold] }
        guard evidence.certainty >= threshold else {
            return [.belowThreshold(certainty: evidence.certainty, threshold: threshold)]
        }
        return []
    }

    /// Why a person should look at a right answer too.
    private static func cautions(_ evidence: Evidence, isAnswered: Bool) -> [TriageObstacle] {
        var cautions = evidence.mentions.map(TriageObstacle.sensitive)
        if isAnswered, evidence.labelThreshold.map({ evidence.certainty < $0 }) ?? true {
            cautions.append(
                .belowLabelThreshold(certainty: evidence.certainty, threshold: evidence.labelThreshold))
        }
        if let topic = evidence.sensitiveLabel { cautions.append(.sensitiveLabel(topic)) }
        if let language = evidence.language, !SensitiveTopicGuard.languages.contains(language) {
            cautions.append(.unguarded(language: language))
        }
        if Double(evidence.newWords) > mostNewWords * Double(evidence.words) {
            cautions.append(.newWords(evidence.newWords, of: evidence.words))
        }
        return cautions
    }
}
