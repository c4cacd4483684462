public import FlywheelKit

extension Case {
    /// The people who had it or wrote in it: whoever only looked at it afterwards is not among them.
    public var people: Set<String> {
        var people: Set<String> = []
        for event in events {
            switch event.what {
            case .owner(let owner?): people.insert(owner)
            case .message(let message):
                if case .agent(let name) = message.author { people.insert(name) }
            case .reviewed, .audited: continue
            default: break
            }
            if case .person(let name) = event.by { people.insert(name) }
        }
        return people
    }

    /// Notes what a colleague found of how it was handled, or refuses: nobody reviews what they had a part in.
    /// - Parameters:
    ///   - verdict: a word of the desk's own list.
    ///   - names: what people go by, so that nobody passes for another under the name that a source has for them.
    public mutating func review(
        _ verdict: String, by reviewer: String, names: PeopleNames = PeopleNames(), at now: Instant
    ) throws(ReviewError) {
        guard !people.map(names.one).contains(names.one(reviewer)) else { throw .ownWork(reviewer) }
        add(CaseEvent(at: now, .reviewed(verdict), by: .person(reviewer)))
    }

    /// Notes what somebody found of why it was passed up, or refuses where it was not.
    public mutating func audit(_ audit: EscalationAudit, by auditor: String, at now: Instant) throws(ReviewError) {
        guard wasEscalated else { throw .notEscalated }
        add(CaseEvent(at: now, .audited(audit), by: .person(auditor)))
    }

    /// Whether it was ever passed up.
    public var wasEscalated: Bool { events.contains { if case .escalated = $0.what { true } else { false } } }

    /// What reviewers found, each person's last word, oldest first.
    var verdicts: [(reviewer: String, verdict: String)] {
        var last: [(reviewer: String, verdict: String)] = []
        for event in events {
            guard case .reviewed(let verdict) = event.what, case .person(let name) = event.by else { continue }
            last.removeAll { $0.reviewer == name }
            last.append((name, verdict))
        }
        return last
    }

    /// Who reviewed it, so far.
    public var reviewers: [String] { verdicts.map(\.reviewer) }

    /// Whether somebody said why it was passed up.
    public var isAudited: Bool { audit != nil }

    /// What the last audit found; `nil` where there was none.
    var audit: EscalationAudit? {
        for event in events.reversed() {
            if case .audited(let audit) = event.what { return audit }
        }
        return nil
    }
}

/// Why a review or an audit is refused.
public enum ReviewError: Error, Hashable, Sendable {
    /// This person had the case or wrote in it.
    case ownWork(String)
    /// The case was never passed up.
    case notEscalated
}
