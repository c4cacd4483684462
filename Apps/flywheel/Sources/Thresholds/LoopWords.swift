import ArgumentParser
import Assessment
import FlywheelKit
import FlywheelRuntime
import Learning

/// What flags of the loop may say.
enum LoopWords {
    /// A reason is journalled, so it is a word and never a sentence about people.
    static func word(_ text: String) throws -> String {
        guard Workbench.isWord(text) else {
            throw ValidationError("\"\(text)\" is no word of a-z, 0-9 and -, of at most 40 letters")
        }
        return text
    }

    /// The ids of records, set apart by commas or spaces.
    static func records(_ text: String) throws -> [String] {
        try text.split { $0 == "," || $0.isWhitespace }.map { word in
            let id = word.uppercased()
            guard id.wholeMatch(of: /[A-Z][0-9]+/) != nil else {
                throw ValidationError("--evidence has \"\(word)\", which is the id of no record, such as X12")
            }
            return id
        }
    }

    /// What a person says of something that was found.
    static func verdict(_ text: String) throws -> Verdict {
        let words: [Verdict] = [.actionable, .known, .noise, .duplicate]
        guard let verdict = words.first(where: { $0.rawValue == text }) else {
            throw ValidationError("\"\(text)\" is none of \(words.map(\.rawValue).joined(separator: ", "))")
        }
        return verdict
    }

    /// Why something is dismissed.
    static func dismissal(_ text: String) throws -> Verdict {
        guard let verdict = dismissals.first(where: { $0.rawValue == text }) else {
            throw ValidationError("\"\(text)\" is none of \(dismissals.map(\.rawValue).joined(separator: ", "))")
        }
        return verdict
    }

    /// The verdicts that dismiss.
    static let dismissals: [Verdict] = [.noise, .known, .duplicate]
    /// What people decide; thresholds change by proposals.
    static let kinds = Decision.Kind.allCases.filter { $0 != .threshold }

    /// What a decision changes.
    static func kind(_ text: String) throws -> Decision.Kind {
        guard let kind = Decision.Kind(rawValue: text), kind != .threshold else {
            let known = kinds.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(text)\" is none of \(known); thresholds change by flywheel thresholds approve")
        }
        return kind
    }

    /// What a decision may be to move, by all the names that are understood.
    static let metrics = DecisionMetric.allCases.flatMap { [$0.rawValue, $0.metric?.rawValue].compactMap(\.self) }

    /// What a decision is to move.
    static func metric(_ text: String) throws -> DecisionMetric {
        guard let metric = DecisionMetric(named: text) else {
            let known = DecisionMetric.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(text)\" is none of \(known)")
        }
        return metric
    }
}
