public import FlywheelKit
public import FlywheelStore

/// What people do to exceptions between finding and closing them.
extension Workbench {
    /// Gives an open exception to somebody to answer for; one's own claim on it ends. No rule gives it to another. A group is
    /// given with those of its members that nobody has decided anything else about.
    ///
    /// - Parameter takingOver: whether the claim of somebody else ends as well. They may be gone, and nobody else could work it.
    @discardableResult
    public func assign(
        _ id: ExceptionID, to name: String, takingOver: Bool = false
    ) throws(WorkError) -> ExceptionRecord {
        try act(on: id, beneath: isUndecided) { exception throws(WorkError) in
            if takingOver {
                guard exception.state.isOpen else { throw .notOpen(exception.id, exception.state) }
            } else {
                try requireOpen(exception)
            }
            var next = exception
            next.owner = name
            next.assignedBy = actor.name
            next.claimedBy = exception.claimedBy == name ? name : nil
            let isSame = exception.assignedBy != nil && exception.owner == name && exception.claimedBy == next.claimedBy
            guard !isSame else { return nil }
            return Decision(next, .assigned, detail: name)
        }
    }

    /// Keeps what a person wrote about an exception, whatever its state.
    @discardableResult
    public func note(_ id: ExceptionID, _ text: String) throws(WorkError) -> ExceptionRecord {
        try Self.check(text, on: id)
        return try change(id) { exception in Decision(exception, nil, note: text) }
    }

    /// Days of the longest snooze: what nobody is to look at for longer is to be closed.
    public static let longestSnoozeDays = 366.0

    /// Takes an open exception out of sight until a moment, with a reason: a word, which is journalled, or a text, which is
    /// kept as a note. It counts as before, and returns earlier when it comes true or its loss grows
    /// (``FlywheelStore/Snooze/isOutgrown(by:)``). A group is put off with those of its members that nobody has decided anything
    /// else about.
    @discardableResult
    public func snooze(_ id: ExceptionID, until: Instant, reason: String) throws(WorkError) -> ExceptionRecord {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing(id) }
        guard now < until, until <= now.advanced(byDays: Self.longestSnoozeDays) else { throw .snoozeEnds(id, until) }
        let word = Self.isWord(reason) ? reason : nil
        let note = word == nil ? reason : nil
        try Self.check(note, on: id)
        return try act(on: id, beneath: isUndecided) { exception throws(WorkError) in
            try requireOpen(exception)
            let worth = try stored { () throws(StoreError) in try amount(of: exception.id) }
            var next = exception
            next.snooze = Snooze(until: until, reason: word, by: actor.name, at: now, worth: worth)
            let detail = ["\(until)", word].compactMap(\.self).joined(separator: " ")
            return Decision(next, .snoozed, detail: detail, note: exception.id == id ? note : nil)
        }
    }

    /// Marks a step of the exception's playbook done, from 1; marking one again changes nothing.
    @discardableResult
    public func markStep(_ number: Int, of id: ExceptionID) throws(WorkError) -> ExceptionRecord {
        try change(id) { exception throws(WorkError) in
            try requireOpen(exception)
            let steps = try playbook(of: exception).steps.count
            guard (1...max(1, steps)).contains(number) else { throw .noStep(id, number, of: steps) }
            guard !exception.stepsDone.contains(number) else { return nil }
            var next = exception
            next.stepsDone = (exception.stepsDone + [number]).sorted()
            return Decision(next, .stepDone, detail: String(number))
        }
    }

    /// Journals that somebody reads the steps of an open exception, once for each person.
    public func openPlaybook(of id: ExceptionID) throws(WorkError) {
        let exception = try exception(id)
        guard exception.state.isOpen, now >= exception.detected, let playbook = try? playbook(of: exception) else {
            return
        }
        let event = JournalEvent(.playbookOpened, id.description, detail: playbook.id)
        let seen = try stored { () throws(StoreError) in try store.history(of: id.description) }
        guard !seen.contains(where: { $0.actor == actor && $0.event == event }) else { return }
        try stored { () throws(StoreError) in try store.record(event, by: actor, at: now) }
    }

    private func playbook(of exception: ExceptionRecord) throws(WorkError) -> Playbook {
        let states = try stored { () throws(StoreError) in try store.stageStates() }
        // What a workflow cannot read of its own evidence has no steps.
        guard let playbook = (try? plan.resolution(of: exception, states: states))?.playbook else {
            throw .noPlaybook(exception.id)
        }
        return playbook
    }

    /// What the current queue says an exception counts for.
    private func amount(of id: ExceptionID) throws(StoreError) -> Money? {
        guard let atRisk = try store.place(of: id)?.row.atRisk, let rotation = try store.currentRotation() else {
            return nil
        }
        return Money(minorUnits: atRisk, rotation.currency)
    }
}
