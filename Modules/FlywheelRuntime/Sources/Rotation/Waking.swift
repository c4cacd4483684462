import FlywheelKit
import FlywheelStore

extension Swept {
    /// Keeps the terms under which what a person added stands in a queue for the first time.
    mutating func keepFirstTerms(of queue: [QueueRow]) {
        func isNew(_ exception: ExceptionRecord) -> Bool {
            exception.source == .person && exception.state.isOpen && exception.termsAtOpen.isEmpty
        }
        let new = Set(changes.lazy.map(\.exception).filter(isNew).map(\.id))
        guard !new.isEmpty else { return }
        let terms = Dictionary(
            queue.filter { new.contains($0.exception) }.map { ($0.exception, $0.terms ?? []) },
            uniquingKeysWith: { first, _ in first })
        mapChanges { change, _ in
            guard let first = terms[change.exception.id] else { return change }
            var next = change.exception
            next.termsAtOpen = first
            return change.replacing(next)
        }
    }

    /// Ends the snoozes that are over, whose problem came true, or whose loss outgrew what was snoozed; and says so.
    ///
    /// - Parameters:
    ///   - queue: the rows of this rotation, in which snoozed exceptions are priced and counted like all others.
    ///   - currency: the one their amounts are in.
    mutating func wake(
        _ queue: [QueueRow], currency: Currency, asOf: Instant, cause rotation: RotationID
    ) -> [JournalEvent] {
        guard changes.contains(where: { $0.exception.snooze != nil }) else { return [] }
        let worth = Dictionary(
            queue.map { ($0.exception, $0.atRisk) }, uniquingKeysWith: { first, _ in first })
        var events: [JournalEvent] = []
        mapChanges { change, _ in
            let exception = change.exception
            guard exception.state.isOpen, let snooze = exception.snooze else { return change }
            let now = (worth[exception.id] ?? nil).map { Money(minorUnits: $0, currency) }
            let why: String
            if asOf >= snooze.until {
                why = "due"
            } else if case .changed(_, _, .cameTrue) = change {
                why = "began"
            } else if snooze.isOutgrown(by: now) {
                why = "grown"
            } else {
                return change
            }
            var next = exception
            next.snooze = nil
            events.append(
                JournalEvent(
                    .woken, exception.id.description, cause: rotation.description, state: exception.state.rawValue,
                    detail: why))
            return change.replacing(next, .woken)
        }
        return events.sorted { $0.subject < $1.subject }
    }
}
