public import Cases
import Languages
public import Triage

/// What a desk's messages are about: a model for each language the desk has closed enough tickets in, and who decides.
public struct DeskTriage: Hashable, Sendable {
    /// Where the models come from.
    public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        /// Phrases made up to begin with; they suggest and never decide.
        case starter
        /// Messages that people labelled.
        case labelled
    }

    /// Where the models come from.
    public let source: Source
    /// The models by the ISO 639 code of their language.
    public let languages: [String: LanguageTriage]
    /// Messages that no model was trained on, by their language; of languages with too few to learn from.
    public let unused: [String: Int]

    init(source: Source, languages: [String: LanguageTriage], unused: [String: Int]) {
        self.source = source
        self.languages = languages
        self.unused = unused
    }

    /// Fewer messages make no model of a language.
    public static let fewestMessages = 50

    /// Learns from messages that people labelled. One without labels is about nothing the desk knows.
    ///
    /// A message whose language nobody states and that is too short to tell counts for the language of most.
    /// - Throws: ``TrainingError`` where no language has enough to learn from.
    public init(_ messages: [LabelledMessage], guardian: SensitiveTopicGuard = .standard) throws(TrainingError) {
        var byLanguage: [String: [LabelledMessage]] = [:]
        var untold: [LabelledMessage] = []
        for message in messages {
            if let language = message.language.flatMap(Self.code) ?? Language(of: message.text).code.flatMap(Self.code)
            {
                byLanguage[language, default: []].append(message)
            } else {
                untold.append(message)
            }
        }
        let most = byLanguage.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
        byLanguage[most ?? "en", default: []] += untold
        self = try Self.trained(byLanguage, source: .labelled, guardian)
    }

    /// The models of an empty desk, trained on phrases of this project.
    ///
    /// - Parameter language: trains the one of that language alone, where there is one, for messages in it.
    public static func starter(
        for language: String? = nil, guardian: SensitiveTopicGuard = .standard
    ) throws(TrainingError) -> DeskTriage {
        let own = StarterPhrases.messages.filter { $0.key == language.flatMap(code) }
        return try trained(own.isEmpty ? StarterPhrases.messages : own, source: .starter, guardian)
    }

    private static func trained(
        _ byLanguage: [String: [LabelledMessage]], source: Source, _ guardian: SensitiveTopicGuard
    ) throws(TrainingError) -> DeskTriage {
        var (languages, unused): ([String: LanguageTriage], [String: Int]) = ([:], [:])
        var fault = TrainingError.tooFewLabels(found: 0)
        for (language, messages) in byLanguage {
            do throws(TrainingError) {
                guard messages.count >= fewestMessages else { throw .tooFewLabels(found: 0) }
                languages[language] = try LanguageTriage(
                    messages, language: language, guardian: guardian, isStarter: source == .starter)
            } catch {
                unused[language] = messages.count
                fault = error
            }
        }
        guard !languages.isEmpty else { throw fault }
        return DeskTriage(source: source, languages: languages, unused: unused)
    }

    /// The language of a code such as `en-GB` or `EN`; `nil` for one that names none.
    static func code(_ text: String) -> String? {
        let code = text.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return (2...3).contains(code.count) && code.allSatisfy(\.isLetter) ? code : nil
    }
}

extension Language {
    /// The ISO 639 code, where the language is known.
    var code: String? { if case .known(let code) = self { code } else { nil } }
}
