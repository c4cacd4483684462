public import FlywheelKit
public import FlywheelStore

/// A one-time way in that was made: its code, which is shown this once.
public struct Invitation: Hashable, Sendable {
    /// What somebody types in beside the password that they choose.
    public let code: String
    /// When it ends unused.
    public let ends: Instant
}

/// One-time ways in: the first person of a new store, and everybody's first password.
extension PeopleDesk {
    /// A code to set a new store up with, for a day and in the place of any before; `nil` where somebody is there already.
    public func setUpCode() throws -> String? {
        guard try store.people().isEmpty else { return nil }
        let code = chance.secret()
        let ends = clock().advanced(bySeconds: Lifetime.setUp)
        try store.keep(InvitationRecord(digest: secretDigest(code), person: nil, ends: ends))
        return code
    }

    /// Makes the first person, an admin, and signs them in. The code is used up.
    public func setUp(
        _ code: String, name: String, displayName: String = "", password: String, from visit: Visit
    ) throws -> SignedIn {
        guard try store.people().isEmpty else { throw PeopleError.standsAlready }
        let invitation = try invitation(code, isSetUp: true, from: visit)
        guard let kept = PersonName.kept(name) else { throw PeopleError.name(name) }
        var person = PersonRecord(
            name: kept, displayName: displayName.isEmpty ? kept : displayName, role: Role.admin.rawValue)
        person.password = try hash(password, for: person)
        guard try store.useInvitation(digest: invitation.digest) else { throw PeopleError.wrong }
        person = try keep(person, "set-up", ending: false, by: Actor(.person, person.name), from: visit)
        try log(.signedIn, person.id, "set-up", visit)
        return try begin(person, isComplete: true, from: visit)
    }

    /// A code with which somebody chooses a password, for three days and in the place of any before. The old password counts
    /// until then.
    public func invite(_ name: String, by actor: Actor, from visit: Visit) throws -> Invitation {
        let person = try person(name)
        let code = chance.secret()
        let ends = clock().advanced(bySeconds: Lifetime.invitation)
        try store.keep(InvitationRecord(digest: secretDigest(code), person: person.id, ends: ends))
        try log(.changed, person.id, "invited", visit)
        return Invitation(code: code, ends: ends)
    }

    /// Who an invitation is for, while it counts.
    public func invited(_ code: String, from visit: Visit) throws -> PersonRecord {
        guard let id = try invitation(code, isSetUp: false, from: visit).person, let person = try person(id) else {
            throw PeopleError.wrong
        }
        return person
    }

    /// Gives somebody the password that they chose, ends their sign-ins and begins one. The code is used up.
    ///
    /// Where they have a second factor, it is awaited: an invitation stands for the password alone.
    public func accept(_ code: String, password: String, from visit: Visit) throws -> SignedIn {
        var person = try invited(code, from: visit)
        person.password = try hash(password, for: person)
        guard try store.useInvitation(digest: secretDigest(code)) else { throw PeopleError.wrong }
        person = try keep(person, "password", ending: true, by: Actor(.person, person.name), from: visit)
        let needsCode = person.secondFactor != nil
        try log(needsCode ? .awaited : .signedIn, person.id, "invitation", visit)
        return try begin(person, isComplete: !needsCode, from: visit)
    }

    private func invitation(_ code: String, isSetUp: Bool, from visit: Visit) throws -> InvitationRecord {
        let now = clock()
        if let wait = networks.take(visit.network, at: now) { throw PeopleError.tooMany(retryAfter: wait) }
        guard let found = try store.invitation(digest: secretDigest(code)), now < found.ends,
            (found.person == nil) == isSetUp
        else {
            try log(.refused, nil, isSetUp ? "set-up" : "invitation", visit)
            throw PeopleError.wrong
        }
        networks.giveBack(visit.network, at: now)
        return found
    }
}
