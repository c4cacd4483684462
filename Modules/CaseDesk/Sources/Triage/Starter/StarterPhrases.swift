import Triage

/// What buyers and sellers write to a desk about, in phrases of this project: enough to suggest something before the desk has
/// closed tickets of its own, and no evidence of how often that is right.
enum StarterPhrases {
    /// The phrases by their language.
    static let messages: [String: [LabelledMessage]] = Dictionary(
        uniqueKeysWithValues: [
            ("de", german), ("en", english), ("es", spanish), ("fr", french), ("it", italian), ("ja", japanese),
        ].map { language, intents in
            (
                language,
                intents.flatMap { intent, phrases in
                    phrases.split(separator: "\n").map {
                        LabelledMessage(String($0), labels: [intent], language: language)
                    }
                }
            )
        })

    /// What they are about.
    static let intents = Set(messages.values.flatMap(\.self).flatMap(\.labels))
}
