import FlywheelKit
import FlywheelStore

/// What people do in a ``MemoryStore``.
extension MemoryWork {
    mutating func change(
        _ exception: ExceptionRecord, expecting version: Int, _ event: JournalEvent?, note: String?, by actor: Actor,
        at: Instant
    ) throws(StoreError) {
        let before = self.exception(exception.id)?.handling
        try replace([(exception, version)])
        handled.insert(exception.id)
        let noted = note.map { keep(note: $0, on: exception.id, by: actor, at: at) }
        let events = [event, noted?.event].compactMap(\.self)
        if let verb = events.first?.verb, let before {
            remember(exception.id, verb, replacing: version, before, noted?.id, by: actor, at: at)
        }
        journal.append(events, at: at, by: actor)
    }

    mutating func add(
        _ exception: ExceptionRecord, note: String?, by actor: Actor, at: Instant
    ) throws(StoreError) -> ExceptionID {
        let same = exceptions.first { $0.fingerprint == exception.fingerprint && !$0.state.isFinal }
        if let same { throw .standsAlready(same.id) }
        let id = insert(exception)
        numberFamily(of: exception.fingerprint)
        let noted = note.map { keep(note: $0, on: id, by: actor, at: at) }
        var before = exception.handling
        before.state = .withdrawn
        remember(id, .added, replacing: 0, before, noted?.id, by: actor, at: at)
        let added = JournalEvent(.added, id.description, state: exception.state.rawValue)
        journal.append([added, noted?.event].compactMap(\.self), at: at, by: actor)
        return id
    }

    mutating func undo(_ step: WorkStep, by actor: Actor, at: Instant) throws(StoreError) -> ExceptionRecord {
        guard var exception = exception(step.exception) else { throw .unknown("exception \(step.exception)") }
        guard exception.version == step.version, steps.contains(where: { $0.step.id == step.id }) else {
            throw .changedMeanwhile([step.exception])
        }
        exception.handling = step.before
        exception.version += 1
        try replace([(exception, step.version)])
        handled.insert(exception.id)
        steps.removeAll { $0.step.id == step.id }
        notes.removeAll { $0.id == step.note }
        steps = steps.map { actor, other in
            guard other.exception == step.exception, other.version == step.replaced else { return (actor, other) }
            return (
                actor,
                WorkStep(
                    id: other.id, exception: other.exception, verb: other.verb, at: other.at,
                    version: exception.version, replaced: other.replaced, before: other.before, note: other.note)
            )
        }
        let event = JournalEvent(
            .undone, exception.id.description, state: exception.state.rawValue, detail: step.verb.rawValue)
        journal.append([event], at: at, by: actor)
        return exception
    }

    /// Replaces strings in notes, and says in how many.
    mutating func redactNotes(_ redaction: Redaction) -> Int {
        var count = 0
        for index in notes.indices {
            let note = notes[index]
            guard let redacted = redaction.redacted(note.text) else { continue }
            notes[index] = NoteRecord(
                id: note.id, exception: note.exception, at: note.at, author: note.author, text: redacted)
            count += 1
        }
        return count
    }

    private mutating func keep(
        note text: String, on exception: ExceptionID, by actor: Actor, at: Instant
    ) -> (id: NoteID, event: JournalEvent) {
        let (id, text) = (NoteID((notes.last?.id.number ?? 0) + 1), text.withoutNUL)
        notes.append(NoteRecord(id: id, exception: exception, at: at, author: actor.name, text: text))
        let detail = NoteDigest.detail(of: id, text, key: NoteDigest.key())
        return (id, JournalEvent(.noted, exception.description, detail: detail))
    }

    private mutating func remember(
        _ exception: ExceptionID, _ verb: JournalEvent.Verb, replacing version: Int, _ before: Handling,
        _ note: NoteID?, by actor: Actor, at: Instant
    ) {
        guard actor.kind == .person else { return }
        let step = WorkStep(
            id: (steps.last?.step.id ?? 0) + 1, exception: exception, verb: verb, at: at, version: version + 1,
            replaced: version, before: before, note: note)
        steps.append((actor.name, step))
    }
}
