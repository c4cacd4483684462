public import Cases
public import FlywheelKit
public import FlywheelStore

/// Cases that people labelled since the desk's triage was trained, beside what it suggested then: nobody has to keep what was
/// suggested, for the same model says the same of the same message.
public struct LabelledCases: Sendable {
    /// What triage made of the message that was the newest of who asks when a person labelled its case, and what the person
    /// said.
    public let judged: [(message: TriagedMessage, labels: [String])]

    /// What triage decided by itself since it was trained, and what a person said otherwise; nothing where they said nothing.
    ///
    /// These cases are not among ``judged``: people look at what they notice to be wrong, so their words do not speak for all.
    public let decided: [(labels: [String], otherwise: [String]?)]

    /// Reads the cases of a desk. A label that was said before the model was trained may be in the model, and does not count.
    public init(in store: any CaseStore, by kept: KeptTriage, now: Instant) throws {
        let cases = try DeskCases.all(in: store)
        decided = cases.compactMap { _, contents in
            guard let decision = contents.automatic, kept.trained.map({ decision.at > $0 }) ?? false else { return nil }
            let isStanding = contents.standing != nil
            return (decision.intents, isStanding ? nil : contents.intents)
        }
        let said = cases.compactMap { id, contents -> (CaseID, Int64, [String], String?)? in
            guard let word = contents.intentsWord.here, case .person = word.by, contents.automatic == nil,
                kept.trained.map({ word.at > $0 }) ?? true,
                let newest = contents.asked.last(where: { $0.at <= word.at })
            else { return nil }
            return (id, newest.message.number, word.value, contents.language)
        }
        let texts = try store.ownTexts(of: said.map { (case: $0.0, number: $0.1) }, now: now)
        var worker = TriageWorker(kept.triage)
        judged = said.compactMap { _, number, labels, language in
            texts[number].map { (worker.triage($0, language: language), labels) }
        }
    }

    /// What would have been decided without a person, with how sure that was and whether people said the same.
    public var audits: [AutomationPeriod.Audit] {
        judged.filter { $0.message.decision.kind == .auto }.compactMap { message, labels in
            message.labels.first.map {
                AutomationPeriod.Audit(label: $0, certainty: message.certainty, isRight: labels.contains($0))
            }
        }
    }

    /// Of what was decided without a person, how much people said otherwise; until anything was, of what would have been.
    public var overrides: AutomationPeriod.Share {
        guard decided.isEmpty else {
            let changed = decided.count { labels, otherwise in
                guard let first = labels.first, let otherwise else { return false }
                return !otherwise.contains(first)
            }
            return AutomationPeriod.Share(changed, of: decided.count)
        }
        let meant = judged.filter { $0.message.decision.kind == .auto }
        return AutomationPeriod.Share(
            meant.count { !($0.message.labels.first.map($0.labels.contains) ?? false) }, of: meant.count)
    }
}
