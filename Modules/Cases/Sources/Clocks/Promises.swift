public import Calendars
public import FlywheelKit

/// What a desk promises, for which cases, and in which calendars.
///
/// Which promise counts for a case is in its log, where one was given to it (``change(of:at:)``); for any other it is the
/// first whose conditions the case meets.
public struct Promises: Sendable {
    /// Promises and whom they are for; the first that is meant for a case counts.
    public let rules: [PromiseRule]
    /// Calendars by name.
    public let calendars: [String: BusinessCalendar]

    /// Promises in calendars. A clock of a promise whose calendar is not among them is ``ClockReading/State/unknown``.
    public init(_ rules: [PromiseRule], calendars: [String: BusinessCalendar]) {
        self.rules = rules
        self.calendars = calendars
    }

    /// What is promised for a case like this; `nil` where nothing is.
    public func meant(for matter: Case) -> Promise? { rules.first { $0.conditions.hold(for: matter) }?.promise }

    /// The clocks of a case at a moment: those of its first response, of each update in order, and of its resolution, once
    /// for each time it was resolved. What happened after the moment is left out.
    ///
    /// - A first response is the first message of a person of the desk to somebody outside it; notes and automatic answers
    ///   are none. No pause stops its clock.
    /// - An update is awaited once the desk has answered, from the moment that ``Promise/UpdateMode`` says.
    /// - A resolution is awaited from when the case was opened, and after it was opened again as ``Promise/Reopening`` says.
    /// - The promise in force when a clock stops decides; what was paused under an earlier one stays paused.
    public func readings(of matter: Case, at now: Instant) -> [ClockReading] {
        let history = CaseHistory(of: matter, until: now, promised: meant(for: matter))
        return ClockReading.Kind.allCases.flatMap { kind in
            history.laps(of: kind).compactMap { reading($0, of: kind, in: history) }
        }
    }

    private func reading(_ lap: Lap, of kind: ClockReading.Kind, in history: CaseHistory) -> ClockReading? {
        guard let promise = history.promise(at: lap.stopped ?? history.now), let promised = promise.seconds(of: kind)
        else { return nil }
        let end = lap.stopped ?? history.now
        let age = lap.started.map { end.seconds - $0.seconds }
        guard let started = lap.started, let calendar = calendars[promise.calendar] else {
            return ClockReading(
                kind: kind, promise: promise, started: lap.started, stopped: lap.stopped, due: nil, promised: promised,
                used: nil, age: age, state: .unknown)
        }
        let pauses = kind == .firstResponse ? [] : history.pauses(of: lap)
        let due = calendar.due(after: started.seconds, businessSeconds: promised, pauses: pauses)
            .map(Instant.init(seconds:))
        let state: ClockReading.State =
            if let due, due < end { .breached } else if lap.stopped == nil {
                pauses.contains { $0.contains(end.seconds) } ? .paused : .running
            } else { lap.isKept ? .met : .void }
        return ClockReading(
            kind: kind, promise: promise, started: started, stopped: lap.stopped, due: due, promised: promised,
            used: calendar.businessSeconds(from: started.seconds, to: end.seconds, pauses: pauses),
            age: age, state: state)
    }
}

extension Promise {
    /// The business seconds of a clock; `nil` where none are promised.
    public func seconds(of kind: ClockReading.Kind) -> Int64? {
        switch kind {
        case .firstResponse: firstResponse
        case .update: update
        case .resolution: resolution
        }
    }
}
