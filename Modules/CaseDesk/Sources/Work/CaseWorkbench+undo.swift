public import FlywheelStore

extension CaseWorkbench {
    /// Takes back the person's last act, on one case or on any. Doing so again takes back the one before. On one case that is
    /// also what triage decided since.
    ///
    /// Refused once another hand built on it: taking it back would take theirs.
    public func undo(_ id: CaseID?) throws(CaseWorkError) -> (cases: [CaseRecord], undone: JournalEvent.Verb) {
        if let id { _ = try record(id) }
        let step = try stored { () throws(StoreError) in try store.lastCaseStep(by: actor.name, of: id) }
        if let id, let record = try takeBackDecision(of: id, after: step) { return ([record], .labelled) }
        guard let step else { throw .nothingToUndo(id, actor.name) }
        do {
            return (try store.undo(step, by: actor, at: now), step.verb)
        } catch {
            guard case .casesChangedMeanwhile(let changed) = error else { throw .store(error) }
            throw try builtOn(changed.first ?? step.cases.first ?? CaseID(0))
        }
    }

    /// Who built on an act: the last other hand at the case.
    private func builtOn(_ id: CaseID) throws(CaseWorkError) -> CaseWorkError {
        let history = try stored { () throws(StoreError) in try store.history(of: id.description) }
        guard let last = history.last(where: { $0.actor != actor }) else { return .nothingToUndo(id, actor.name) }
        return .builtOn(id, by: last.actor.name, last.event.verb, at: last.at)
    }
}
