import FlywheelKit
import FlywheelStore

extension Swept {
    /// Keeps the terms under which what a person added stands in a queue for the first time.
    mutating func keepFirstTerms(of queue: [QueueRow]) {
        @Sendable func isNew(_ exception: ExceptionRecord) -> Bool {
            exception.source == .person && exception.state.isOpen && exception.termsAtOpen.isEmpty
        }
        let new = Set(changes { isNew($0.exception) }.map(\.exception.id))
        guard !new.isEmpty else { return }
        let terms = Dictionary(
            queue.filter { new.contains($0.exception) }.map { ($0.exception, $0.terms ?? []) },
            uniquingKeysWith: { first, _ in first })
        decide { change, _ in
            if let first = terms[change.exception.id] { change.set(\.termsAtOpen, to: first) }
        }
    }

    /// Ends the snoozes that are over, whose problem came true, or whose loss outgrew what was snoozed, with a group's those that
    /// were one act with it; and says so.
    ///
    /// - Parameters:
    ///   - queue: the rows of this rotation, in which snoozed exceptions are priced and counted like all others.
    ///   - currency: the one their amounts are in.
    mutating func wake(
        _ queue: [QueueRow], currency: Currency, asOf: Instant, cause rotation: RotationID
    ) -> [JournalEvent] {
        let snoozed = changes { $0.exception.state.isOpen && $0.exception.snooze != nil }
        guard !snoozed.isEmpty else { return [] }
        let worth = Dictionary(
            queue.map { ($0.exception, $0.atRisk) }, uniquingKeysWith: { first, _ in first })
        func reason(_ change: Change) -> String? {
            guard let snooze = change.exception.snooze else { return nil }
            let now = (worth[change.exception.id] ?? nil).map { Money(minorUnits: $0, currency) }
            return asOf >= snooze.until
                ? "due" : change.verb == .cameTrue ? "began" : snooze.isOutgrown(by: now) ? "grown" : nil
        }
        let groups = Dictionary(
            snoozed.filter(\.exception.isGroup).map { ($0.exception.id, $0) }, uniquingKeysWith: { first, _ in first })
        var woken: [ExceptionID: JournalEvent] = [:]
        for change in snoozed {
            let exception = change.exception
            let group = exception.parent.flatMap { groups[$0] }.flatMap {
                exception.isSnoozed(with: $0.exception) ? $0 : nil
            }
            guard let why = reason(change) ?? group.flatMap(reason) else { continue }
            woken[exception.id] = JournalEvent(
                .woken, exception.id.description, cause: rotation.description, state: exception.state.rawValue,
                detail: why)
        }
        guard !woken.isEmpty else { return [] }
        let ids = Set(woken.keys)
        decide { change, _ in
            guard ids.contains(change.exception.id) else { return }
            change.set(\.snooze, to: nil, .woken)
        }
        return woken.values.sorted { $0.subject < $1.subject }
    }
}
