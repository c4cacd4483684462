public import FlywheelKit
public import FlywheelStore

/// A sign-in that was begun: its reference, which is shown this once.
public struct SignedIn: Hashable, Sendable {
    /// What the browser keeps: 256 bits, in letters that fit into a cookie.
    public let reference: String
    /// Who signed in.
    public let name: String
    /// Whether the second factor is to be shown before it opens anything.
    public let needsCode: Bool
    /// When it ends whatever happens.
    public let ends: Instant
}

/// Coming in with a name, a password and perhaps a code; and going.
extension PeopleDesk {
    /// Signs somebody in by name and password. A wrong name, a wrong password and a person who is kept out look alike and
    /// take alike.
    ///
    /// - Parameter old: a reference that the browser had before; it means nothing from then on.
    /// - Throws: ``PeopleError/wrong`` or ``PeopleError/tooMany(retryAfter:)``.
    public func signIn(
        _ name: String, password: String, from visit: Visit, replacing old: String? = nil
    ) throws -> SignedIn {
        let name = PersonName.kept(name) ?? ""
        var person = try store.person(named: name)
        try takeTry(name, person, from: visit)
        let isRight = try gate.pass { try matches(password, person) }
        guard isRight, let found = person, found.disabled == nil else {
            try log(.refused, person?.id, "password", visit)
            throw PeopleError.wrong
        }
        giveBack(name, person, from: visit)
        person = try rehash(found, password)
        if let old { try store.end(try signIn(of: old).map { [$0.id] } ?? []) }
        let needsCode = found.secondFactor != nil
        try log(needsCode ? .awaited : .signedIn, found.id, "password", visit)
        return try begin(found, isComplete: !needsCode, from: visit)
    }

    /// Hashes a password anew where hashes have come to cost more since.
    private func rehash(_ person: PersonRecord, _ password: String) throws -> PersonRecord {
        guard let kept = person.password.flatMap(PasswordHash.init(_:)), kept.cost != cost else { return person }
        var person = person
        let prepared = PasswordRule.prepared(password)
        person.password = try gate.pass { try PasswordHash(of: prepared, salt: chance.bytes(16), cost: cost).text }
        // Somebody who is changed at the same moment keeps the old hash until the next time.
        return try keepIfUnchanged(person) ?? person
    }

    /// Completes a sign-in whose second factor is awaited, by a code of the authenticator or one for recovery; each counts
    /// once. The sign-in gets a new reference.
    public func signIn(_ reference: String, code: String, from visit: Visit) throws -> SignedIn {
        guard let record = try signIn(of: reference), !record.isComplete, let person = try person(record.person) else {
            throw PeopleError.wrong
        }
        let (kept, how) = try useCode(code, of: person, from: visit)
        try store.end([record.id])
        try log(.signedIn, kept.id, how, visit)
        return try begin(kept, isComplete: true, from: visit)
    }

    /// Signs in who an identity provider says it is; the provider has asked for all factors itself.
    public func signIn(
        as identity: PersonRecord.Identity, from visit: Visit, replacing old: String? = nil
    ) throws -> SignedIn {
        guard let person = try store.person(identified: identity), person.disabled == nil else {
            try log(.refused, try store.person(identified: identity)?.id, "provider", visit)
            throw PeopleError.wrong
        }
        if let old { try store.end(try signIn(of: old).map { [$0.id] } ?? []) }
        try log(.signedIn, person.id, "provider", visit)
        return try begin(person, isComplete: true, from: visit)
    }

    /// Ends a sign-in.
    public func signOut(_ reference: String, from visit: Visit) throws {
        guard let record = try signIn(of: reference) else { return }
        try store.end([record.id])
        try log(.ended, record.person, record.id.description, visit)
    }

    /// Begins a sign-in.
    func begin(_ person: PersonRecord, isComplete: Bool, from visit: Visit) throws -> SignedIn {
        try sweep()
        let reference = chance.secret()
        let now = clock()
        let ends = now.advanced(bySeconds: isComplete ? Lifetime.absolute : Lifetime.secondStep)
        _ = try store.begin(
            SignInRecord(
                digest: secretDigest(reference), person: person.id, isComplete: isComplete, began: now, ends: ends,
                address: visit.network, agent: visit.agent))
        return SignedIn(reference: reference, name: person.name, needsCode: !isComplete, ends: ends)
    }

    /// The sign-in of a reference that still counts.
    func signIn(of reference: String) throws -> SignInRecord? {
        let now = clock()
        guard let record = try store.signIn(digest: secretDigest(reference)), now < record.ends,
            now < record.lastSeen.advanced(bySeconds: Lifetime.idle)
        else { return nil }
        return record
    }

    /// The person of an id who may come in.
    func person(_ id: PersonID) throws -> PersonRecord? {
        try store.person(id).flatMap { $0.disabled == nil ? $0 : nil }
    }
}
