public import FlywheelKit

/// Who may come in is the house's: people are let in before it is known what exists for them, by the store itself.
extension ScopedStore {
    // MARK: People

    /// See ``PeopleStore/people()``.
    public func people() throws(StoreError) -> [PersonRecord] { [] }

    /// See ``PeopleStore/person(_:)``.
    public func person(_ id: PersonID) throws(StoreError) -> PersonRecord? { nil }

    /// See ``PeopleStore/person(named:)``.
    public func person(named name: String) throws(StoreError) -> PersonRecord? { nil }

    /// See ``PeopleStore/person(identified:)``.
    public func person(identified identity: PersonRecord.Identity) throws(StoreError) -> PersonRecord? { nil }

    /// See ``PeopleStore/keep(_:change:endsSignIns:needing:by:at:)``.
    public func keep(
        _ person: PersonRecord, change: String?, endsSignIns: Bool, needing role: String, by actor: Actor, at: Instant
    ) throws(StoreError) -> PersonRecord { throw concernsAll("letting people in") }

    // MARK: Ways in

    /// See ``PeopleStore/begin(_:)``.
    public func begin(_ signIn: SignInRecord) throws(StoreError) -> SignInID { throw concernsAll("letting people in") }

    /// See ``PeopleStore/signIn(digest:)``.
    public func signIn(digest: [UInt8]) throws(StoreError) -> SignInRecord? { nil }

    /// See ``PeopleStore/signIns(of:)``.
    public func signIns(of person: PersonID?) throws(StoreError) -> [SignInRecord] { [] }

    /// See ``PeopleStore/touch(_:at:)``.
    public func touch(_ id: SignInID, at: Instant) throws(StoreError) { throw concernsAll("letting people in") }

    /// See ``PeopleStore/end(_:)``.
    public func end(_ ids: [SignInID]) throws(StoreError) { throw concernsAll("letting people in") }

    /// See ``PeopleStore/keep(_:by:)``.
    public func keep(_ token: TokenRecord, by actor: Actor) throws(StoreError) -> TokenRecord {
        throw concernsAll("letting people in")
    }

    /// See ``PeopleStore/token(digest:)``.
    public func token(digest: [UInt8]) throws(StoreError) -> TokenRecord? { nil }

    /// See ``PeopleStore/tokens(of:)``.
    public func tokens(of person: PersonID?) throws(StoreError) -> [TokenRecord] { [] }

    /// See ``PeopleStore/touch(_:at:)``.
    public func touch(_ id: TokenID, at: Instant) throws(StoreError) { throw concernsAll("letting people in") }

    /// See ``PeopleStore/revoke(_:by:at:)``.
    public func revoke(_ id: TokenID, by actor: Actor, at: Instant) throws(StoreError) {
        throw concernsAll("letting people in")
    }

    /// See ``PeopleStore/keep(_:)``.
    public func keep(_ invitation: InvitationRecord) throws(StoreError) { throw concernsAll("letting people in") }

    /// See ``PeopleStore/invitation(digest:)``.
    public func invitation(digest: [UInt8]) throws(StoreError) -> InvitationRecord? { nil }

    /// See ``PeopleStore/useInvitation(digest:)``.
    public func useInvitation(digest: [UInt8]) throws(StoreError) -> Bool { throw concernsAll("letting people in") }

    // MARK: The log of the door

    /// See ``PeopleStore/log(_:)``.
    public func log(_ event: DoorEvent) throws(StoreError) { throw concernsAll("letting people in") }

    /// See ``PeopleStore/doorEvents(of:before:limit:)``.
    public func doorEvents(
        of person: PersonID?, before number: Int64?, limit: Int
    ) throws(StoreError) -> [DoorEvent] { [] }

    /// See ``PeopleStore/hasDoorEvent(_:of:from:)``.
    public func hasDoorEvent(_ kind: String, of person: PersonID, from address: String) throws(StoreError) -> Bool {
        false
    }

    /// See ``PeopleStore/sweepPeople(now:idle:logged:)``.
    public func sweepPeople(now: Instant, idle: Instant, logged: Instant) throws(StoreError) {
        throw concernsAll("letting people in")
    }
}
