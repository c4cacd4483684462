import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb

extension PageVisit {
    /// A change of one exception, as a form asks for it.
    private typealias Change = (Workbench, ExceptionID) throws(WorkError) -> ExceptionRecord

    /// Does to exceptions what the form says. Throws a ``FormFault`` where what was filled in means nothing.
    func perform(_ verb: WorkAnswer.Verb, on ids: [ExceptionID]) throws -> WorkOutcome {
        let session = try session()
        let change = try change(verb, of: ids, in: session)
        let bench = session.workbench
        var outcome = WorkOutcome()
        for id in ids {
            if let overtaken = try overtaken(id) {
                outcome.refused.append((id, overtaken))
                continue
            }
            do throws(WorkError) {
                outcome.done.append(try change(bench, id))
            } catch {
                outcome.refused.append((id, .work(error)))
            }
        }
        return outcome
    }

    private func change(_ verb: WorkAnswer.Verb, of ids: [ExceptionID], in session: Session) throws -> Change {
        switch verb {
        case .claim: return { bench, id throws(WorkError) in try bench.claim(id) }
        case .release: return { bench, id throws(WorkError) in try bench.release(id) }
        case .reopen: return { bench, id throws(WorkError) in try bench.reopen(id) }
        case .undo, .add: return { bench, id throws(WorkError) in try bench.undo(id).exception }
        case .assign:
            let name = field("to")
            guard (try? GlobalOptions.check(name: name, flag: "to")) != nil else { throw FormFault.name }
            return { bench, id throws(WorkError) in try session.assign(id, to: name, at: bench) }
        case .note:
            let text = field("text")
            return { bench, id throws(WorkError) in try bench.note(id, text) }
        case .snooze:
            guard let day = Day(field("until")) else { throw FormFault.day(field("until")) }
            let (until, reason) = (Moment.day(day).beginning(in: session.clock.zone), field("reason"))
            return { bench, id throws(WorkError) in try bench.snooze(id, until: until, reason: reason) }
        case .step:
            let number = Int(field("step")) ?? 0
            // Looking at a page changes nothing, so that whoever does a step is taken to have read the steps.
            return { bench, id throws(WorkError) in
                try bench.openPlaybook(of: id)
                return try bench.markStep(number, of: id)
            }
        case .dismiss:
            guard let verdict = try? LoopWords.dismissal(field("reason")) else { throw FormFault.dismissal }
            let note = field("note")
            return { bench, id throws(WorkError) in
                try bench.dismiss(id, as: verdict, note: note.isEmpty ? nil : note)
            }
        case .close: return try close(ids, in: session)
        }
    }

    private func close(_ ids: [ExceptionID], in session: Session) throws -> Change {
        let workflows = try ids.compactMap { try session.host.store.exception($0)?.fingerprint.workflow }
        guard Set(workflows).count <= 1 else { throw FormFault.severalWorkflows }
        let (known, new, note) = (field("cause"), field("cause-new"), field("note"))
        let minutes = field("minutes")
        let number = Int(minutes)
        guard minutes.isEmpty || number.map((1...10_000).contains) == true else { throw FormFault.minutes(minutes) }
        let cause = new.isEmpty ? known : new
        return { bench, id throws(WorkError) in
            try bench.close(
                id, rootCause: cause.isEmpty ? nil : cause, newCause: !new.isEmpty, note: note.isEmpty ? nil : note,
                minutes: number)
        }
    }

    // MARK: Between showing a form and taking it

    /// How often other people changed an exception: forms carry the number, and are refused once it has grown.
    func touches(of id: ExceptionID) throws -> Int { try others(on: id).count }

    private func overtaken(_ id: ExceptionID) throws -> WorkOutcome.Refusal? {
        guard let seen = Int(field("seen")) else { return nil }
        let others = try others(on: id)
        guard others.count > seen, let last = others.last else { return nil }
        return .overtaken(by: last.actor.name, last.event.verb, at: last.at)
    }

    private func others(on id: ExceptionID) throws -> [(at: Instant, actor: Actor, event: JournalEvent)] {
        try session().host.store.history(of: id.description).filter { line in
            line.actor.kind == .person && line.actor.name != person && line.event.verb != .playbookOpened
        }
    }
}
