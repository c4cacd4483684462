import CaseDesk
import Cases

extension TriageObstacle {
    /// In a few words, for a person who asks why a program did not decide.
    var sentence: String {
        switch self {
        case .language(let code): code.map { "no model for \($0)" } ?? "language not known"
        case .unguarded(let language): "no sensitive phrases known in \(language)"
        case .outOfScope(let probability): "unlike what is known (\(Numbers.percent(probability)) like it)"
        case .belowThreshold(let certainty, let threshold):
            "not sure enough (\(Numbers.percent(certainty)) of \(Numbers.percent(threshold)))"
        case .noThreshold: "too few messages to rely on"
        case .belowLabelThreshold(let certainty, let threshold):
            threshold.map { "not sure enough to decide (\(Numbers.percent(certainty)) of \(Numbers.percent($0)))" }
                ?? "not proven right often enough to decide on this label"
        case .newWords(let count, let all): "\(count) of \(all) words are new"
        case .sensitive(let mention): "sensitive (\(mention.topic.rawValue)): \(mention.words)"
        case .sensitiveLabel(let topic): "this label is often about \(topic.rawValue)"
        case .audited: "left to people without an answer, to see how often decisions are right"
        case .suspended(let breach): "automation is held: \(breach.measure.words)"
        }
    }
}

extension AutomationBreach.Measure {
    /// Its name for people and for `explain`.
    var words: String {
        switch self {
        case .certaintyDrift: "certainties drifted"
        case .labelDrift: "labels drifted"
        case .accuracy(let label): label.map { "accuracy of \($0)" } ?? "accuracy"
        case .calibration: "calibration"
        case .overrides: "overrides"
        case .handoffs: "handoffs"
        }
    }
}

extension TriagedMessage {
    /// The words that made the label, and what keeps a program from deciding.
    var reasons: String {
        let because = words.isEmpty ? [] : [words.joined(separator: ", ")]
        var sentences = because
        for obstacle in decision.obstacles.map(\.sentence) where !sentences.contains(obstacle) {
            sentences.append(obstacle)
        }
        return sentences.joined(separator: "; ")
    }
}
