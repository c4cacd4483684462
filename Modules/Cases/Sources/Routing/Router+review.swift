public import FlywheelKit

extension Case {
    /// Whether a person has it: they took it, were given it by somebody, or have it at its source. What a rule gave to
    /// somebody is theirs only once they answered or moved it.
    public var isClaimed: Bool {
        guard let owner else { return false }
        guard case .rule = ownerWord.here?.by else { return true }
        let since = ownerWord.here?.at ?? events[0].at
        return events.contains { event in
            guard event.at >= since else { return false }
            if case .message(let message) = event.what { return message.author == .agent(owner) }
            return event.by == .person(owner)
        }
    }
}

/// What becomes of a case when rules or people have changed.
public enum RoutingReview: Hashable, Sendable {
    /// It stays where it is.
    case stays
    /// Nobody has it in hand: it goes there by itself, or waits.
    case moves(Routing)
    /// Somebody has it in hand and is asked first; why, and where it would go.
    case asks(owner: String, because: [Obstacle], Routing)
}

extension Router {
    /// Looks at a case again, after rules or people have changed.
    ///
    /// Who can still work a case keeps it, so that a change moves what it has to and nothing else: that somebody has more
    /// cases than they may, or is not at work, takes none from them. Somebody who is no longer at the desk is asked about
    /// as well, for only people can say what they promised.
    public func review(_ matter: Case, loads: [String: Int], at now: Instant) -> RoutingReview {
        guard !matter.state.isDone, matter.mergedInto == nil else { return .stays }
        guard let owner = matter.owner else { return .moves(route(matter, loads: loads, at: now)) }
        let person = people.first { $0.name == owner }
        let lasting = person.map { person in
            obstacles(to: person, for: need(of: matter), load: 0, at: now).filter { !$0.passes }
        }
        if lasting?.isEmpty == true { return .stays }
        let routing = route(matter, loads: loads, at: now, excluded: [owner])
        return matter.isClaimed ? .asks(owner: owner, because: lasting ?? [], routing) : .moves(routing)
    }

    /// The event that gives a case to somebody, by hand or by rule.
    ///
    /// - Parameters:
    ///   - by: who gives it. A person may give it to somebody who is not at work, since only they know who stays longer;
    ///     what somebody cannot do or has no room for nobody can give them.
    ///   - load: how many open cases they have without it.
    /// - Throws: a ``RoutingRefusal``.
    public func assign(
        _ matter: Case, to name: String, by hand: Hand, load: Int, at now: Instant
    ) throws(RoutingRefusal) -> CaseEvent {
        guard let person = people.first(where: { $0.name == name }) else { throw .unknown(name) }
        var obstacles = obstacles(to: person, for: need(of: matter), load: load, at: now)
        if case .person = hand { obstacles.removeAll { $0 == .offShift } }
        guard obstacles.isEmpty else { throw .notAble(name, obstacles) }
        return CaseEvent(at: now, .owner(name), by: hand)
    }

    /// The next step of the ladder on which somebody stands who can work a case, above where it is and above who has it.
    ///
    /// - Throws: a ``RoutingRefusal`` where nobody stands higher.
    public func stepAbove(_ matter: Case, at now: Instant) throws(RoutingRefusal) -> Int {
        var need = need(of: matter)
        let step = max(matter.step, people.first { $0.name == matter.owner }?.level ?? need.level)
        let higher = people.map(\.level).filter { $0 > step }
        for level in Set(higher).sorted() {
            need.level = level
            let isAble = people.contains { person in
                person.level == level && obstacles(to: person, for: need, load: 0, at: now).allSatisfy(\.passes)
            }
            if isAble { return level }
        }
        throw .top(step)
    }
}

/// Why a case was not given to somebody.
public enum RoutingRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody at the desk has that name.
    case unknown(String)
    /// They cannot take it.
    case notAble(String, [Obstacle])
    /// Nobody who could work it stands above that step.
    case top(Int)

    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .unknown(let name): "nobody at the desk is called \(name)"
        case .notAble(let name, let obstacles):
            "\(name) \(obstacles.map(\.description).joined(separator: ", "))"
        case .top(let step): "nobody who could work it stands above step \(step) of the ladder"
        }
    }
}
