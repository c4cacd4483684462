import Cases
import FlywheelKit
import FlywheelStore

/// What triage decides by itself, and how a person takes it back.
extension CaseWorkbench {
    /// Writes down what triage decided of a case.
    ///
    /// - Returns: whether the case still was as triage saw it; where it was not, nothing is changed.
    func decide(_ triaged: TriagedMessage, of seen: CaseRecord) throws(CaseWorkError) -> Bool {
        var isSame = false
        try change(seen.id, isUndoable: false) { draft throws(CaseWorkError) in
            isSame = draft.record.version == seen.version
            guard isSame else { return false }
            draft.say(.intents(triaged.labels), .labelled, detail: triaged.labels.joined(separator: " "))
            if draft.contents.urgency == nil, let urgency = triaged.urgency?.urgency {
                draft.say(.urgency(urgency), .labelled, detail: "urgency \(urgency)")
            }
            let need = rules.settings.router().need(of: draft.contents)
            if let group = need.group, group != draft.contents.group {
                draft.say(.group(group), .assigned, detail: "group \(group)")
            }
            return true
        }
        return isSame
    }

    /// Takes back what triage decided of a case after the person's own last act on it: what the case is about is open again, and
    /// from now on left to people.
    ///
    /// - Returns: the case; `nil` where triage decided nothing that stands.
    func takeBackDecision(of id: CaseID, after own: CaseStep?) throws(CaseWorkError) -> CaseRecord? {
        guard let decided = try contents(of: record(id)).standing, own.map({ $0.at < decided.at }) ?? true else {
            return nil
        }
        return try change(id) { draft throws(CaseWorkError) in
            let (now, before) = (draft.contents, draft.contents.withoutAutomation)
            draft.say(.intents(before.intents), .undone, detail: JournalEvent.Verb.labelled.rawValue)
            if now.urgency != before.urgency { draft.say(.urgency(before.urgency), .labelled) }
            if now.group != before.group { draft.say(.group(before.group), .assigned) }
            return true
        }
    }
}
