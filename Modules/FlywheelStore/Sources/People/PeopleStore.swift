public import FlywheelKit

/// Who may come in, and how they show that it is them: what is secret is kept as digests and hashes.
///
/// - Who may do what is journalled, with ids and words; sign-ins and the log of the door are personal data, and are swept.
/// - Whatever is read by a secret is found by its digest, never compared one by one.
public protocol PeopleStore: Sendable {
    // MARK: People

    /// Everybody, by id, also those who are kept out.
    func people() throws(StoreError) -> [PersonRecord]
    /// One person.
    func person(_ id: PersonID) throws(StoreError) -> PersonRecord?
    /// The person who signs in as this.
    func person(named name: String) throws(StoreError) -> PersonRecord?
    /// The person who is this to an identity provider.
    func person(identified identity: PersonRecord.Identity) throws(StoreError) -> PersonRecord?
    /// Keeps somebody as new, where the version is 0, or in the place of the one of this id who still has it; id and name
    /// stay.
    ///
    /// - Parameters:
    ///   - change: what changed, a word, which is journalled; `nil` for what only says that they came in, which is not.
    ///   - endsSignIns: whether all their sign-ins end with it.
    ///   - role: a role that somebody who may come in must have after a change, for all accounts, else it is refused.
    /// - Returns: the person as kept.
    /// - Throws: ``StoreError/recordsChangedMeanwhile(_:)`` when another hand was faster, ``StoreError/refused(_:)`` when
    ///   the name or the identity is another's, or nobody would be left in `role`.
    func keep(
        _ person: PersonRecord, change: String?, endsSignIns: Bool, needing role: String, by actor: Actor, at: Instant
    ) throws(StoreError) -> PersonRecord

    // MARK: Sign-ins

    /// Keeps a new sign-in.
    func begin(_ signIn: SignInRecord) throws(StoreError) -> SignInID
    /// The sign-in of this digest.
    func signIn(digest: [UInt8]) throws(StoreError) -> SignInRecord?
    /// The sign-ins of somebody, or of everybody, by id.
    func signIns(of person: PersonID?) throws(StoreError) -> [SignInRecord]
    /// Says when a sign-in was last used.
    func touch(_ id: SignInID, at: Instant) throws(StoreError)
    /// Ends these sign-ins: their references mean nothing from then on. One that is gone is none.
    func end(_ ids: [SignInID]) throws(StoreError)

    // MARK: API tokens

    /// Keeps a new token under an id of its own, and journals it.
    func keep(_ token: TokenRecord, by actor: Actor) throws(StoreError) -> TokenRecord
    /// The token of this digest.
    func token(digest: [UInt8]) throws(StoreError) -> TokenRecord?
    /// The tokens of somebody, or of everybody, by id.
    func tokens(of person: PersonID?) throws(StoreError) -> [TokenRecord]
    /// Says when a token was last used.
    func touch(_ id: TokenID, at: Instant) throws(StoreError)
    /// Forgets a token, and journals it.
    func revoke(_ id: TokenID, by actor: Actor, at: Instant) throws(StoreError)

    // MARK: One-time ways in

    /// Keeps an invitation in the place of any other of the same person, or of the set-up.
    func keep(_ invitation: InvitationRecord) throws(StoreError)
    /// The invitation of this digest, while it was not used.
    func invitation(digest: [UInt8]) throws(StoreError) -> InvitationRecord?
    /// Takes an invitation away, and says whether it was still there: of two who use it at once, one gets it.
    func useInvitation(digest: [UInt8]) throws(StoreError) -> Bool

    // MARK: The log of the door

    /// Adds a line to the log.
    func log(_ event: DoorEvent) throws(StoreError)
    /// Lines about somebody, or all, newest first: those before a number where one is given.
    func doorEvents(
        of person: PersonID?, before number: Int64?, limit: Int
    ) throws(StoreError) -> [DoorEvent]
    /// Whether the log holds a line of a kind about somebody, from an address.
    func hasDoorEvent(_ kind: String, of person: PersonID, from address: String) throws(StoreError) -> Bool
    /// Deletes what its time is over of: sign-ins that ended or were last used before `idle`, invitations that ended, and
    /// lines of the log before `logged`.
    func sweepPeople(now: Instant, idle: Instant, logged: Instant) throws(StoreError)
}

extension PersonRecord {
    /// What the journal holds of a change of them.
    package func event(_ change: String) -> JournalEvent {
        JournalEvent(.admitted, id.description, state: state, detail: change)
    }
}

extension StoreError {
    /// Nobody would be left who has a role that somebody must have for all accounts.
    package static func nobodyLeft(in role: String) -> Self {
        .refused("nobody with the role \(role) would be left for all accounts; give it to somebody else first")
    }

    /// Somebody else has the name.
    package static func nameTaken(_ name: String) -> Self { .refused("somebody is called \(name) already") }

    /// Somebody else has the identity.
    package static let identityTaken = Self.refused("this identity is another person's already")
}
