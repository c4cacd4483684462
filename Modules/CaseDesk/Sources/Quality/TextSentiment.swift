public import Cases
public import FlywheelKit
public import FlywheelStore
import Statistics
import Triage

/// How dissatisfied writers sound, read from what they wrote: shown only where such readings hold against what the desk's own
/// people said in surveys (``Cases/SentimentCheck``), each language by itself.
///
/// A model learns from the cases whose writers answered, and reads a fifth of them after the other without having seen it. Where
/// these readings hold, one that learnt from all reads the cases of those who did not answer.
public struct TextSentiment: Sendable {
    /// What is known of a language.
    public struct Language: Hashable, Sendable {
        /// Its ISO 639 code; empty for cases whose language is not known.
        public let code: String
        /// Whether readings hold.
        public let check: SentimentCheck
        /// The mean probability, as read, that a writer is dissatisfied who was not asked or did not answer; `nil` where it is
        /// hidden.
        public let dissatisfied: Double?
        /// The cases it is of.
        public let read: Int
    }

    /// The languages in which somebody answered a survey, by their code.
    public let languages: [Language]

    /// Parts that are read one by one.
    private static let parts = 5
    private static let unhappy = "dissatisfied"

    /// Reads cases, and no text of a language in which too few answered.
    public init(of cases: [(id: CaseID, contents: Case)], in store: any CaseStore, now: Instant) throws {
        let byLanguage = Dictionary(grouping: cases) { $0.contents.language ?? "" }
        languages = try byLanguage.sorted { $0.key < $1.key }.compactMap { code, cases in
            let answered = cases.filter { $0.contents.survey.map { $0 != .unanswered } ?? false }
            guard !answered.isEmpty else { return nil }
            guard answered.count >= SentimentCheck.least else {
                return Language(code: code, check: SentimentCheck(answers: answered.count), dissatisfied: nil, read: 0)
            }
            let messages = try Self.texts(of: answered, in: store, now: now).map { text, contents in
                LabelledMessage(text, labels: [contents.survey == .dissatisfied ? Self.unhappy : "other"])
            }
            let check = SentimentCheck(Self.readings(messages))
            guard check.fault == nil, let model = try? TriageModel.train(on: messages) else {
                return Language(code: code, check: check, dissatisfied: nil, read: 0)
            }
            let others = cases.filter { $0.contents.survey.map { $0 == .unanswered } ?? true }
            var classifier = MessageClassifier(model)
            let read = try Self.texts(of: others, in: store, now: now).map { text, _ in
                Self.probability(text, &classifier)
            }
            let mean = read.isEmpty ? nil : read.reduce(0, +) / Double(read.count)
            return Language(code: code, check: check, dissatisfied: mean, read: read.count)
        }
    }

    /// All that who asks wrote in each case; a case without any is left out.
    private static func texts(
        of cases: [(id: CaseID, contents: Case)], in store: any CaseStore, now: Instant
    ) throws -> [(text: String, contents: Case)] {
        let asked = cases.map { id, contents in contents.asked.map { (case: id, number: $0.message.number) } }
        let texts = try store.ownTexts(of: Array(asked.joined()), now: now)
        return zip(cases, asked).compactMap { one, messages in
            let own = messages.compactMap { texts[$0.number] }
            return own.isEmpty ? nil : (own.joined(separator: "\n"), one.contents)
        }
    }

    /// What models make of messages that they did not see.
    private static func readings(_ messages: [LabelledMessage]) -> [SentimentCheck.Reading] {
        (0..<parts).flatMap { part -> [SentimentCheck.Reading] in
            let others = messages.indices.filter { $0 % parts != part }.map { messages[$0] }
            guard let model = try? TriageModel.train(on: others) else { return [] }
            var classifier = MessageClassifier(model)
            return stride(from: part, to: messages.count, by: parts).map { index in
                let message = messages[index]
                return SentimentCheck.Reading(
                    probability(message.text, &classifier), isDissatisfied: message.labels.contains(unhappy))
            }
        }
    }

    /// The probability that the writer of a text is dissatisfied; an even chance where no word of it is known.
    private static func probability(_ text: String, _ classifier: inout MessageClassifier) -> Double {
        classifier.classify(text)
        guard let best = classifier.classification.best else { return 0.5 }
        return best.label == unhappy ? best.confidence : 1 - best.confidence
    }
}
