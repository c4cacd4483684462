import FlywheelKit
import FlywheelStore

/// Who may come in, in memory.
struct MemoryPeople: Sendable {
    /// Everybody, by id.
    private(set) var people: [PersonRecord] = []
    var signIns: [SignInRecord] = []
    var tokens: [TokenRecord] = []
    var invitations: [InvitationRecord] = []
    private(set) var events: [DoorEvent] = []
    private var lastSignIn: Int64 = 0
    private var lastToken: Int64 = 0
    private var lastEvent: Int64 = 0

    /// Puts somebody in the place of the one they were made from, if somebody who may come in has `role` then, of all accounts;
    /// whoever they are where it is `nil`.
    mutating func keep(_ person: PersonRecord, needing role: String?) throws(StoreError) -> PersonRecord {
        for other in people where other.id != person.id {
            if other.name == person.name { throw .nameTaken(person.name) }
            if other.identity != nil, other.identity == person.identity { throw .identityTaken }
        }
        var next = people
        var kept = person
        if person.version == 0 {
            kept.id = PersonID(Int64(people.count + 1))
            kept.version = 1
            next.append(kept)
        } else {
            let place = people.firstIndex { ($0.id, $0.name, $0.version) == (person.id, person.name, person.version) }
            guard let place else { throw .recordsChangedMeanwhile([person.id.description]) }
            kept.version += 1
            next[place] = kept
        }
        if let role, !next.contains(where: { $0.role == role && $0.accounts == nil && $0.disabled == nil }) {
            throw .nobodyLeft(in: role)
        }
        people = next
        return kept
    }

    mutating func begin(_ signIn: SignInRecord) -> SignInID {
        lastSignIn += 1
        var kept = signIn
        kept.id = SignInID(lastSignIn)
        signIns.append(kept)
        return kept.id
    }

    mutating func keep(_ token: TokenRecord) -> TokenRecord {
        lastToken += 1
        var kept = token
        kept.id = TokenID(lastToken)
        tokens.append(kept)
        return kept
    }

    mutating func log(_ event: DoorEvent) {
        lastEvent += 1
        events.append(
            DoorEvent(
                number: lastEvent, at: event.at, kind: event.kind, person: event.person, detail: event.detail,
                address: event.address))
    }

    mutating func sweep(now: Instant, idle: Instant, logged: Instant) {
        signIns.removeAll { $0.ends <= now || $0.lastSeen < idle }
        invitations.removeAll { $0.ends <= now }
        events.removeAll { $0.at < logged }
    }
}
