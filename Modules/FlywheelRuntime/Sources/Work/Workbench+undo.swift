public import FlywheelStore

extension Workbench {
    /// Undoes the person's last change, of one exception or of any. Doing so again undoes the one before.
    ///
    /// Refused once another hand, or the data, built on the change: undoing it would undo theirs. With a change of a group go
    /// those of its members that it was one act with, unless somebody built on them.
    ///
    /// - Returns: the exception as it is now, and what was undone.
    public func undo(
        _ id: ExceptionID?
    ) throws(WorkError) -> (exception: ExceptionRecord, undone: JournalEvent.Verb) {
        if let id { _ = try exception(id) }
        guard let step = try stored({ () throws(StoreError) in try store.lastStep(by: actor.name, of: id) }) else {
            throw .nothingToUndo(id, actor.name)
        }
        guard now >= step.at else { throw .tooEarly(step.exception, step.at) }
        let changed = try exception(step.exception)
        guard changed.version == step.version else { throw try builtOn(step) }
        for member in try members(of: changed) {
            let own = try stored { () throws(StoreError) in try store.lastStep(by: actor.name, of: member.id) }
            guard let own, own.at == step.at, own.verb == step.verb, own.version == member.version else { continue }
            _ = try stored { () throws(StoreError) in try store.undo(own, by: actor, at: now) }
        }
        do {
            return (try store.undo(step, by: actor, at: now), step.verb)
        } catch {
            guard case .changedMeanwhile = error else { throw .store(error) }
            throw try builtOn(step)
        }
    }

    /// Who built on a change: the last other hand at the exception.
    private func builtOn(_ step: WorkStep) throws(WorkError) -> WorkError {
        let history = try stored { () throws(StoreError) in
            try store.history(of: step.exception.description).last {
                $0.actor != self.actor && $0.event.verb != .playbookOpened
            }
        }
        guard let history else { return .unknown(step.exception) }
        let (at, actor, event) = history
        return .builtOn(
            step.exception, step.verb, by: actor.kind == .person ? actor.name : event.cause, event.verb, at: at)
    }
}
