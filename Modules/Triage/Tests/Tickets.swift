import Statistics
import Triage

/// Messages as a desk may get them, made from a seed.
enum Tickets {
    private static let phrases: [String: [String]] = [
        "refund": ["money back", "refund", "reimburse me", "charged twice", "return the payment"],
        "delivery": ["where is my parcel", "not arrived", "late courier", "tracking stands still", "delivery address"],
        "defect": ["broken screen", "stopped working", "cracked lid", "does not turn on", "faulty zip"],
        "account": ["cannot log in", "password reset", "locked account", "change my email", "two factor code"],
    ]
    private static let fillers = [
        "hello", "please", "I", "ordered", "it", "last week", "and", "now", "could you", "thanks", "the", "my", "order",
    ]

    /// The labels there are.
    static let labels = phrases.keys.sorted()

    /// One message about some labels.
    static func text(about labels: [String], _ random: inout SplitMix64) -> String {
        var parts: [String] = []
        for label in labels {
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                parts.append(fillers.randomElement(using: &random) ?? "")
            }
            parts.append(phrases[label]?.randomElement(using: &random) ?? "")
        }
        return parts.joined(separator: " ")
    }

    /// So many messages of each label.
    static func single(each count: Int, seed: UInt64) -> [LabelledMessage] {
        var random = SplitMix64(seed: seed)
        return labels.flatMap { label in
            (0..<count).map { _ in LabelledMessage(text(about: [label], &random), labels: [label]) }
        }
    }

    /// So many messages, each about one label, two, or none of them.
    static func several(_ count: Int, seed: UInt64) -> [LabelledMessage] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let about = labels.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
            return LabelledMessage(
                about.isEmpty ? foreign(&random) : text(about: about.map(\.self), &random), labels: Set(about))
        }
    }

    /// A message about none of the labels.
    static func foreign(_ random: inout SplitMix64) -> String {
        let words = [
            "weather", "football", "recipe", "holiday", "music", "garden", "piano", "river", "nice", "what", "a",
        ]
        return (0..<5).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
}
