public import FlywheelKit

/// What a case tells of its own course up to a moment: the one reading that all metrics of the desk share.
public struct CaseTimeline: Hashable, Sendable {
    /// A stretch of time.
    public struct Stretch: Hashable, Sendable {
        /// Where the case stood.
        public let state: CaseState
        /// From when.
        public let from: Instant
        /// Until when it stood so; up to the moment of reading where it still does.
        public let until: Instant
    }

    /// The case.
    public let matter: Case
    /// The moment of reading; nothing later is in it.
    public let now: Instant
    /// When it was opened: as its source says, else the first that is known of it.
    public let opened: Instant?
    /// Where it stood, oldest first, from its opening on.
    public let stretches: [Stretch]
    /// Where it stands.
    public let state: CaseState
    /// When it was solved or closed, each time; closing what was solved ends nothing again.
    public let endings: [Instant]
    /// When it was closed, where it stands so.
    public let closed: Instant?
    /// When it was opened again, each time.
    public let reopened: [Instant]
    /// When it passed from one person or group to another, each time; what nobody had and somebody took did not pass.
    public let reassigned: [Instant]
    /// Whether its source tells of more than one moment, and of one at which it was not over: of a last state alone, and of
    /// when it was solved and closed, no course can be read.
    public let tellsCourse: Bool

    /// Reads a case; `nil` where it came only after `now`, or went into another one, which tells of both.
    public init?(_ matter: Case, at now: Instant) {
        guard matter.mergedInto == nil, let first = matter.opened ?? matter.events.first?.at, first <= now else {
            return nil
        }
        let matter = matter.asKnown(at: now)
        let course = matter.woken(at: now).course.filter { $0.at <= now }
        var (stretches, endings, reopened): ([Stretch], [Instant], [Instant]) = ([], [], [])
        var (state, since) = (CaseState.new, first)
        for (at, next) in course {
            if at > since { stretches.append(Stretch(state: state, from: since, until: at)) }
            if state.isDone, !next.isDone { reopened.append(at) }
            if next.isDone, !state.isDone { endings.append(at) }
            (state, since) = (next, max(since, at))
        }
        if now > since { stretches.append(Stretch(state: state, from: since, until: now)) }
        self.matter = matter
        self.now = now
        opened = first
        self.stretches = stretches
        self.state = state
        self.endings = endings
        closed = state == .closed ? since : nil
        self.reopened = reopened
        reassigned = Self.handovers(matter.events, until: now)
        let states = matter.events.lazy.compactMap { event -> (at: Instant, state: CaseState)? in
            if case .state(let state) = event.what { (event.at, state) } else { nil }
        }
        tellsCourse = Set(states.map(\.at)).count > 1 && states.contains { !$0.state.isDone }
    }

    /// When it was solved or closed, where it stands so still.
    public var ended: Instant? { state.isDone ? endings.last : nil }

    /// When it was first solved or closed, whatever came later.
    public var firstEnded: Instant? { endings.first }

    /// Its first and last event up to the moment of reading.
    public var span: ClosedRange<Instant>? {
        guard let first = matter.events.first?.at, let last = matter.events.last(where: { $0.at <= now })?.at else {
            return nil
        }
        return first...last
    }

    /// What it is about: its intents, else the topic its source states.
    public var topics: [String] {
        matter.intents.isEmpty ? matter.category.map { [$0] } ?? [] : matter.intents
    }

    private static func handovers(_ events: [CaseEvent], until now: Instant) -> [Instant] {
        var (owner, group): (String?, String?) = (nil, nil)
        var moments: [Instant] = []
        for event in events where event.at <= now {
            switch event.what {
            case .owner(let next?):
                if let owner, owner != next, moments.last != event.at { moments.append(event.at) }
                owner = next
            case .group(let next?):
                if let group, group != next, moments.last != event.at { moments.append(event.at) }
                group = next
            default: break
            }
        }
        return moments
    }
}
