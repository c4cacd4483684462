public import Cases
public import FlywheelStore

/// Looking at each other's work.
extension CaseWorkbench {
    /// Keeps what who acts found of how a case was handled; refused to whoever had the case or wrote in it.
    /// - Parameter verdict: a word of the desk's own list, such as `good`, `gap`, `wrong`.
    @discardableResult
    public func review(_ id: CaseID, verdict: String) throws(CaseWorkError) -> CaseRecord {
        try Self.check(word: verdict)
        return try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            do throws(ReviewError) {
                try draft.contents.review(verdict, by: actor.name, names: PeopleNames(rules.people), at: now)
            } catch { throw .review(id, error) }
            draft.tell(.reviewed, detail: verdict)
            return true
        }
    }

    /// Says why a case came about, by the code of a root cause; `nil` takes back what was said. Cases that are over take it as
    /// well: often it is known only then.
    @discardableResult
    public func state(cause: String?, of id: CaseID) throws(CaseWorkError) -> CaseRecord {
        if let cause { try Self.check(word: cause) }
        return try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            guard draft.contents.cause != cause else { return false }
            draft.say(cause: cause)
            return true
        }
    }

    /// Keeps what who acts found of why a case was passed up: what kind it is, the policy that is missing or unclear, and
    /// the decision that closes the gap.
    @discardableResult
    public func audit(_ id: CaseID, _ audit: EscalationAudit) throws(CaseWorkError) -> CaseRecord {
        for word in audit.tags + [audit.gap].compactMap(\.self) { try Self.check(word: word) }
        return try change(id) { draft throws(CaseWorkError) in
            try requireUnmerged(draft)
            do throws(ReviewError) { try draft.contents.audit(audit, by: actor.name, at: now) } catch {
                throw .review(id, error)
            }
            let words = audit.tags + [audit.gap.map { "gap \($0)" }, audit.decision].compactMap(\.self)
            draft.tell(.audited, detail: words.joined(separator: " "))
            return true
        }
    }
}

extension CaseDraft {
    /// Says why the case came about; `nil` takes back what was said.
    mutating func say(cause: String?) { say(.cause(cause), .labelled, detail: "cause \(cause ?? "none")") }
}
