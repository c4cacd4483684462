import FlywheelStore

/// Passwords: made, held against, and changed.
extension PeopleDesk {
    /// Changes somebody's own password, and ends all their sign-ins.
    ///
    /// - Returns: a new sign-in in the place of those.
    public func changePassword(
        of name: String, from old: String, to new: String, from visit: Visit
    ) throws -> SignedIn {
        var person = try confirm(name, password: old, from: visit)
        person.password = try hash(new, for: person)
        person = try keep(person, "password", ending: true, by: Actor(.person, person.name), from: visit)
        return try begin(person, isComplete: true, from: visit)
    }

    /// The person, once their password was shown again: asked for before what secures their sign-ins is changed.
    func confirm(_ name: String, password: String, from visit: Visit) throws -> PersonRecord {
        let person = try person(name)
        try takeTry(person.name, person, from: visit)
        guard try gate.pass({ try matches(password, person) }) else {
            try log(.refused, person.id, "password", visit)
            throw PeopleError.wrong
        }
        giveBack(person.name, person, from: visit)
        return person
    }

    /// The hash of a password that somebody wants to have.
    func hash(_ password: String, for person: PersonRecord) throws -> String {
        let prepared = PasswordRule.prepared(password)
        if let fault = PasswordRule.fault(in: prepared, for: [person.name, person.displayName]) {
            throw PeopleError.password(fault)
        }
        return try gate.pass { try PasswordHash(of: prepared, salt: chance.bytes(16), cost: cost).text }
    }

    /// Whether a password is somebody's. Where there is nobody, or they have none, it takes the same time.
    func matches(_ password: String, _ person: PersonRecord?) throws -> Bool {
        let prepared = PasswordRule.prepared(String(password.unicodeScalars.prefix(PasswordRule.length.upperBound + 1)))
        guard let kept = person?.password.flatMap(PasswordHash.init(_:)) else {
            _ = try PasswordHash(of: prepared, salt: chance.bytes(16), cost: cost)
            return false
        }
        return try kept.matches(prepared)
    }

    // MARK: Tries

    /// Takes a try for a name from a network.
    func takeTry(_ name: String, _ person: PersonRecord?, from visit: Visit) throws {
        let now = clock()
        var wait = networks.take(visit.network, at: now)
        // Where somebody came from before, strangers' tries at their name do not keep them out.
        if wait == nil, try !isKnown(visit, to: person) {
            wait = names.take(name, at: now)
            if wait != nil { networks.giveBack(visit.network, at: now) }
        }
        guard let wait else { return }
        if noted.take(visit.network, at: now) == nil { try log(.unheard, nil, "", visit) }
        throw PeopleError.tooMany(retryAfter: wait)
    }

    func giveBack(_ name: String, _ person: PersonRecord?, from visit: Visit) {
        let now = clock()
        networks.giveBack(visit.network, at: now)
        names.giveBack(name, at: now)
    }

    /// Whether somebody came in from this network as long as the log reaches back, however many tries it holds since.
    private func isKnown(_ visit: Visit, to person: PersonRecord?) throws -> Bool {
        guard let person else { return false }
        return try store.hasDoorEvent(DoorKind.signedIn.rawValue, of: person.id, from: visit.network)
    }
}
