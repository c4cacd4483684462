public import FlywheelKit
public import FlywheelStore

/// Where it is decided who may come in: over a store, with a clock and a source of secrets that are handed in.
///
/// One desk serves a program, because it counts tries. Whatever it hands out (references, tokens, codes) it hands out once; the
/// store has digests. What happens at it is logged, without any name that nobody has, and without anything secret.
public final class PeopleDesk: Sendable {
    /// How long what it hands out counts, and what is kept of it.
    public enum Lifetime {
        /// Seconds a sign-in lasts unused (OWASP ASVS 5.0.0, 7.3.1).
        public static let idle: Int64 = 30 * 60
        /// Seconds a sign-in lasts at all (7.3.2).
        public static let absolute: Int64 = 12 * 3_600
        /// Seconds within which the second factor is to follow the password.
        public static let secondStep: Int64 = 5 * 60
        /// Seconds a set-up code counts.
        public static let setUp: Int64 = 24 * 3_600
        /// Seconds an invitation counts.
        public static let invitation: Int64 = 72 * 3_600
        /// Days the log of the door is kept.
        public static let log: Int64 = 180
        /// Seconds between two notes of when something was last used: to the minute is enough.
        static let touch: Int64 = 60
    }

    let store: any PeopleStore
    let clock: @Sendable () -> Instant
    let chance: Chance
    let cost: PasswordCost
    let gate = HashGate(limit: 2)
    let links = LinkPermits()
    /// Tries for one name from where that person did not come from before.
    let names: TokenBuckets
    /// Tries from one network.
    let networks: TokenBuckets
    /// Tries at one person's second factor.
    let codes: TokenBuckets
    /// Lines of the log about tries that were not heard: one a minute and network.
    let noted: TokenBuckets

    /// A desk over a store.
    ///
    /// - Parameter cost: what a guess at a password costs; less than usual is for tests.
    public init(
        store: any PeopleStore, clock: @escaping @Sendable () -> Instant, chance: Chance = .system,
        cost: PasswordCost = .standard
    ) {
        self.store = store
        self.clock = clock
        self.chance = chance
        self.cost = cost
        names = TokenBuckets(capacity: 10, interval: 60, chance: chance)
        networks = TokenBuckets(capacity: 20, interval: 10, chance: chance)
        codes = TokenBuckets(capacity: 5, interval: 60, chance: chance)
        noted = TokenBuckets(capacity: 1, interval: 60, chance: chance)
    }

    /// Deletes what its time is over of: sign-ins, invitations, lines of the log. Every sign-in does it.
    public func sweep() throws {
        let now = clock()
        try store.sweepPeople(
            now: now, idle: now.advanced(bySeconds: -Lifetime.idle),
            logged: now.advanced(bySeconds: -Lifetime.log * 86_400))
    }

    /// The log of the door, newest first: who came in, who was turned away, what was changed.
    public func log(of name: String?, before number: Int64? = nil, limit: Int) throws -> [DoorEvent] {
        try store.doorEvents(of: name.map { try person($0).id }, before: number, limit: limit)
    }

    /// Logs that somebody asked for what they may not do.
    ///
    /// - Parameter right: what they lack.
    public func denied(_ viewer: Viewer, _ right: Right, from visit: Visit) throws {
        try log(.denied, try store.person(named: viewer.name)?.id, right.rawValue, visit)
    }

    func log(_ kind: DoorKind, _ person: PersonID?, _ detail: String, _ visit: Visit) throws(StoreError) {
        try store.log(
            DoorEvent(at: clock(), kind: kind.rawValue, person: person, detail: detail, address: visit.network))
    }

    /// The person of a name, else ``PeopleError/nobody(_:)``.
    func person(_ name: String) throws -> PersonRecord {
        guard let kept = PersonName.kept(name), let person = try store.person(named: kept) else {
            throw PeopleError.nobody(name)
        }
        return person
    }
}

/// What a line of the log of the door says.
public enum DoorKind: String, Hashable, Sendable, CaseIterable {
    /// Somebody came in; the detail is how: `password`, `code`, `recovery`, `provider`, `set-up` or `invitation`.
    case signedIn = "signed-in"
    /// The password was right, and the second factor is awaited.
    case awaited
    /// A password, code, link or token was wrong, or its person is kept out; the detail says which.
    case refused
    /// A try was not heard, because there were too many; at most one line a minute and network.
    case unheard
    /// Somebody lacked a right, which is the detail.
    case denied
    /// Somebody went, or a sign-in of theirs was ended, which is the detail.
    case ended
    /// What somebody may do, or how they come in, changed; the detail says what.
    case changed
}
