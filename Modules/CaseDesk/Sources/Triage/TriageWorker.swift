public import Cases
import Languages
import Triage

/// Triages one message after the other. One worker belongs to one task; several may share what they work by.
public struct TriageWorker: Sendable {
    private let triage: DeskTriage
    private let guardian: SensitiveTopicGuard
    private let breaches: [AutomationBreach]
    private var classifiers: [String: MessageClassifier]

    /// A worker.
    ///
    /// - Parameter breaches: what is wrong with automation as a whole; with any it only suggests.
    public init(_ triage: DeskTriage, guardian: SensitiveTopicGuard = .standard, breaches: [AutomationBreach] = []) {
        self.triage = triage
        self.guardian = guardian
        self.breaches = breaches
        classifiers = triage.languages.mapValues { MessageClassifier($0.model) }
    }

    /// Says what a message is about and who decides.
    ///
    /// - Parameter stated: its language as its source states it, such as `en` or `de-AT`.
    public mutating func triage(_ text: String, language stated: String? = nil) -> TriagedMessage {
        let told = stated.flatMap(DeskTriage.code) ?? Language(of: text).code.flatMap(DeskTriage.code)
        let model = told.flatMap { triage.languages[$0] == nil ? nil : $0 } ?? familiar(text, isStated: stated != nil)
        let language = model ?? told
        let mentions = guardian.mentions(in: text, language: language)
        let urgency = StatedUrgency(of: text, mentions: mentions)
        guard let model, let entry = triage.languages[model], let found = classified(text, in: model),
            let best = found.best
        else {
            let evidence = TriageRule.Evidence(
                language: language, isLanguageKnown: model != nil, scope: 0, certainty: 0, threshold: nil,
                labelThreshold: nil, words: 0, newWords: 0, mentions: mentions, sensitiveLabel: nil)
            return TriagedMessage(
                labels: [], confidence: 0, certainty: 0, decision: TriageRule.decide(evidence).held(by: breaches),
                words: [], language: language,
                urgency: urgency)
        }
        let certainty = found.certainty
        let labels =
            [best.label]
            + found.labels.dropFirst().filter {
                entry.model.isMultiLabel && $0.confidence >= 0.5
            }.map(\.label)
        let evidence = TriageRule.Evidence(
            language: language, isLanguageKnown: true, scope: found.scope, certainty: certainty,
            threshold: entry.basis.thresholds.answer, labelThreshold: entry.basis.thresholds.labels[best.label],
            words: found.words, newWords: found.newWords.count, mentions: mentions,
            sensitiveLabel: labels.lazy.compactMap { entry.basis.sensitiveLabels[$0] }.first)
        return TriagedMessage(
            labels: labels, confidence: best.confidence, certainty: certainty,
            decision: TriageRule.decide(evidence).held(by: breaches),
            words: found.reasons.map { String($0.text(in: text)) }, language: language, urgency: urgency)
    }

    private mutating func classified(_ text: String, in language: String) -> Classification? {
        classifiers[language]?.classify(text)
        return classifiers[language]?.classification
    }

    /// The share of words that may be new to a model for a text to be taken for one in its language.
    private static let mostStrange = 0.2

    /// The language whose model knows nearly all words of a text: few words are too little to tell a language by otherwise.
    private mutating func familiar(_ text: String, isStated: Bool) -> String? {
        if isStated { return nil }
        var best: (language: String, new: Int, words: Int)?
        for language in triage.languages.keys.sorted() {
            guard let found = classified(text, in: language), found.best != nil else { continue }
            if best.map({ found.newWords.count < $0.new }) ?? true {
                best = (language, found.newWords.count, found.words)
            }
        }
        return best.flatMap { Double($0.new) <= Self.mostStrange * Double($0.words) ? $0.language : nil }
    }
}
