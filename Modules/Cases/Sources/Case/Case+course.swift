public import FlywheelKit

extension Case {
    /// Where it stood, and since when, oldest first; a state that was said again is not in it twice.
    ///
    /// The newest word holds, the source's as well as the desk's, with one exception: what the desk put on hold stays there,
    /// whatever its source says meanwhile, until the desk takes it up or the hold ends. Then the source's newest word counts.
    public var course: [(at: Instant, state: CaseState)] {
        var course: [(at: Instant, state: CaseState)] = []
        var isHeld = false
        var missed: CaseState?
        func enter(_ state: CaseState, at: Instant) {
            if course.last?.state != state { course.append((at, state)) }
        }
        for event in events {
            switch event.what {
            case .state(let state) where event.by == .source && isHeld:
                missed = state
            case .state(let state):
                enter(state, at: event.at)
                (isHeld, missed) = (event.by != .source && state == .onHold, nil)
            case .took(.state):
                if let missed { enter(missed, at: event.at) }
                (isHeld, missed) = (false, nil)
            default: break
            }
        }
        return course
    }

    /// Until when it is on hold; nothing where it is not, or until a person takes it up.
    public var holdEnds: Instant? {
        guard state == .onHold else { return nil }
        return events.reversed().lazy.compactMap { event -> Instant?? in
            if case .held(let until) = event.what { .some(until) } else { nil }
        }.first ?? nil
    }

    /// The case as it stands at a moment: a hold that ended by then is over, since its end, and it is open again or where
    /// its source put it meanwhile.
    public func woken(at now: Instant) -> Case {
        guard let end = holdEnds, end <= now else { return self }
        var woken = self
        let source = events.reversed().lazy.compactMap { event -> (at: Instant, state: CaseState)? in
            if case .state(let state) = event.what, event.by == .source { (event.at, state) } else { nil }
        }.first
        let held = course.last?.at ?? end
        let state = source.flatMap { $0.at > held && $0.at <= end ? $0.state : nil } ?? .open
        woken.add(CaseEvent(at: end, .state(state), by: .rule("hold")))
        return woken
    }
}
