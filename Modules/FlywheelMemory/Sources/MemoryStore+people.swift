public import FlywheelKit
public import FlywheelStore

/// Who may come in.
extension MemoryStore {
    /// See ``FlywheelStore/PeopleStore/people()``.
    public func people() throws(StoreError) -> [PersonRecord] { currentWork.people.people }

    /// See ``FlywheelStore/PeopleStore/person(_:)``.
    public func person(_ id: PersonID) throws(StoreError) -> PersonRecord? {
        currentWork.people.people.first { $0.id == id }
    }

    /// See ``FlywheelStore/PeopleStore/person(named:)``.
    public func person(named name: String) throws(StoreError) -> PersonRecord? {
        currentWork.people.people.first { $0.name == name }
    }

    /// See ``FlywheelStore/PeopleStore/person(identified:)``.
    public func person(identified identity: PersonRecord.Identity) throws(StoreError) -> PersonRecord? {
        currentWork.people.people.first { $0.identity == identity }
    }

    /// See ``FlywheelStore/PeopleStore/keep(_:change:endsSignIns:needing:by:at:)``.
    public func keep(
        _ person: PersonRecord, change: String?, endsSignIns: Bool, needing role: String, by actor: Actor, at: Instant
    ) throws(StoreError) -> PersonRecord {
        try withWork { work throws(StoreError) in
            let kept = try work.people.keep(person, needing: change == nil ? nil : role)
            if endsSignIns { work.people.signIns.removeAll { $0.person == kept.id } }
            if let change { work.journal.append([kept.event(change)], at: at, by: actor) }
            return kept
        }
    }

    /// See ``FlywheelStore/PeopleStore/begin(_:)``.
    public func begin(_ signIn: SignInRecord) throws(StoreError) -> SignInID {
        try withWork { work throws(StoreError) in work.people.begin(signIn) }
    }

    /// See ``FlywheelStore/PeopleStore/signIn(digest:)``.
    public func signIn(digest: [UInt8]) throws(StoreError) -> SignInRecord? {
        currentWork.people.signIns.first { $0.digest == digest }
    }

    /// See ``FlywheelStore/PeopleStore/signIns(of:)``.
    public func signIns(of person: PersonID?) throws(StoreError) -> [SignInRecord] {
        currentWork.people.signIns.filter { person == nil || $0.person == person }
    }

    /// See ``FlywheelStore/PeopleStore/touch(_:at:)-(SignInID,_)``.
    public func touch(_ id: SignInID, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in
            for index in work.people.signIns.indices where work.people.signIns[index].id == id {
                work.people.signIns[index].lastSeen = at
            }
        }
    }

    /// See ``FlywheelStore/PeopleStore/end(_:)``.
    public func end(_ ids: [SignInID]) throws(StoreError) {
        let ids = Set(ids)
        try withWork { work throws(StoreError) in work.people.signIns.removeAll { ids.contains($0.id) } }
    }

    /// See ``FlywheelStore/PeopleStore/keep(_:by:)-(TokenRecord,_)``.
    public func keep(_ token: TokenRecord, by actor: Actor) throws(StoreError) -> TokenRecord {
        try withWork { work throws(StoreError) in
            let kept = work.people.keep(token)
            let event = JournalEvent(.issued, kept.id.description, detail: token.person.description)
            work.journal.append([event], at: token.made, by: actor)
            return kept
        }
    }

    /// See ``FlywheelStore/PeopleStore/token(digest:)``.
    public func token(digest: [UInt8]) throws(StoreError) -> TokenRecord? {
        currentWork.people.tokens.first { $0.digest == digest }
    }

    /// See ``FlywheelStore/PeopleStore/tokens(of:)``.
    public func tokens(of person: PersonID?) throws(StoreError) -> [TokenRecord] {
        currentWork.people.tokens.filter { person == nil || $0.person == person }
    }

    /// See ``FlywheelStore/PeopleStore/touch(_:at:)-(TokenID,_)``.
    public func touch(_ id: TokenID, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in
            for index in work.people.tokens.indices where work.people.tokens[index].id == id {
                work.people.tokens[index].lastUsed = at
            }
        }
    }

    /// See ``FlywheelStore/PeopleStore/revoke(_:by:at:)``.
    public func revoke(_ id: TokenID, by actor: Actor, at: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in
            guard let place = work.people.tokens.firstIndex(where: { $0.id == id }) else {
                throw .unknown("API token \(id)")
            }
            let token = work.people.tokens.remove(at: place)
            let event = JournalEvent(.revoked, id.description, detail: token.person.description)
            work.journal.append([event], at: at, by: actor)
        }
    }

    /// See ``FlywheelStore/PeopleStore/keep(_:)-(InvitationRecord)``.
    public func keep(_ invitation: InvitationRecord) throws(StoreError) {
        try withWork { work throws(StoreError) in
            work.people.invitations.removeAll { $0.person == invitation.person }
            work.people.invitations.append(invitation)
        }
    }

    /// See ``FlywheelStore/PeopleStore/invitation(digest:)``.
    public func invitation(digest: [UInt8]) throws(StoreError) -> InvitationRecord? {
        currentWork.people.invitations.first { $0.digest == digest }
    }

    /// See ``FlywheelStore/PeopleStore/useInvitation(digest:)``.
    public func useInvitation(digest: [UInt8]) throws(StoreError) -> Bool {
        try withWork { work throws(StoreError) in
            let place = work.people.invitations.firstIndex { $0.digest == digest }
            if let place { work.people.invitations.remove(at: place) }
            return place != nil
        }
    }

    /// See ``FlywheelStore/PeopleStore/log(_:)``.
    public func log(_ event: DoorEvent) throws(StoreError) {
        try withWork { work throws(StoreError) in work.people.log(event) }
    }

    /// See ``FlywheelStore/PeopleStore/doorEvents(of:before:limit:)``.
    public func doorEvents(
        of person: PersonID?, before number: Int64?, limit: Int
    ) throws(StoreError) -> [DoorEvent] {
        let events = currentWork.people.events.reversed().lazy
        return Array(
            events.filter { $0.number < number ?? .max && (person == nil || $0.person == person) }.prefix(limit))
    }

    /// See ``FlywheelStore/PeopleStore/hasDoorEvent(_:of:from:)``.
    public func hasDoorEvent(_ kind: String, of person: PersonID, from address: String) throws(StoreError) -> Bool {
        currentWork.people.events.contains { $0.kind == kind && $0.person == person && $0.address == address }
    }

    /// See ``FlywheelStore/PeopleStore/sweepPeople(now:idle:logged:)``.
    public func sweepPeople(now: Instant, idle: Instant, logged: Instant) throws(StoreError) {
        try withWork { work throws(StoreError) in work.people.sweep(now: now, idle: idle, logged: logged) }
    }
}
