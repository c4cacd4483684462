public import FlywheelStore

/// Who there is, and what they are let do.
extension PeopleDesk {
    /// Everybody, by id, also those who are kept out.
    public func people() throws -> [PersonRecord] { try store.people() }

    /// Lets somebody in, with no way to sign in yet: see ``invite(_:by:from:)``.
    public func add(
        _ name: String, displayName: String = "", role: Role, scope: AccountScope = .all, by actor: Actor,
        from visit: Visit
    ) throws -> PersonRecord {
        guard let kept = PersonName.kept(name) else { throw PeopleError.name(name) }
        try check(scope)
        guard try (role == .admin && scope == .all) || !store.people().isEmpty else {
            throw PeopleError.adminFirst(kept)
        }
        let person = PersonRecord(
            name: kept, displayName: displayName.isEmpty ? kept : displayName, role: role.rawValue,
            accounts: scope.accounts)
        return try keep(person, "added", ending: false, by: actor, from: visit)
    }

    /// Changes what somebody is to the team and which accounts exist for them, and ends their sign-ins. The last
    /// admin of all accounts stays.
    public func change(
        _ name: String, role: Role, scope: AccountScope, by actor: Actor, from visit: Visit
    ) throws -> PersonRecord {
        try check(scope)
        var person = try person(name)
        person.role = role.rawValue
        person.accounts = scope.accounts
        return try keep(person, "role", ending: true, by: actor, from: visit)
    }

    /// Refuses the scope in which nothing exists: an empty list is a mistake, and easily read as all accounts.
    private func check(_ scope: AccountScope) throws(PeopleError) {
        if scope == .only([]) { throw .refused("no account is named; name at least one, or choose all of them") }
    }

    /// Changes what others call somebody, and how they want their pages.
    public func change(
        _ name: String, displayName: String, preferences: Preferences, by actor: Actor, from visit: Visit
    ) throws -> PersonRecord {
        var person = try person(name)
        person.displayName = displayName
        person.preferences = preferences
        return try keep(person, "profile", ending: false, by: actor, from: visit)
    }

    /// Keeps somebody out from now on: their sign-ins end, their tokens open nothing. The last admin of all
    /// accounts stays.
    public func disable(_ name: String, by actor: Actor, from visit: Visit) throws -> PersonRecord {
        var person = try person(name)
        guard person.disabled == nil else { throw PeopleError.refused("\(person.name) is kept out already") }
        person.disabled = clock()
        return try keep(person, "disabled", ending: true, by: actor, from: visit)
    }

    /// Lets somebody in again who was kept out.
    public func enable(_ name: String, by actor: Actor, from visit: Visit) throws -> PersonRecord {
        var person = try person(name)
        guard person.disabled != nil else { throw PeopleError.refused("\(person.name) is not kept out") }
        person.disabled = nil
        return try keep(person, "enabled", ending: false, by: actor, from: visit)
    }

    func keep(
        _ person: PersonRecord, _ change: String, ending: Bool, by actor: Actor, from visit: Visit
    ) throws -> PersonRecord {
        do throws(StoreError) {
            let kept = try store.keep(
                person, change: change, endsSignIns: ending, needing: Role.admin.rawValue, by: actor, at: clock())
            try log(.changed, kept.id, change, visit)
            return kept
        } catch {
            guard case .refused(let why) = error else { throw error }
            throw PeopleError.refused(why)
        }
    }

    /// Keeps what the desk itself writes down about somebody; `nil` where another hand was faster.
    func keepIfUnchanged(_ person: PersonRecord) throws -> PersonRecord? {
        do throws(StoreError) {
            return try store.keep(
                person, change: nil, endsSignIns: false, needing: Role.admin.rawValue, by: .flywheel, at: clock())
        } catch {
            guard case .recordsChangedMeanwhile = error else { throw error }
            return nil
        }
    }
}

extension PersonRecord {
    /// How they want their pages.
    public internal(set) var preferences: Preferences {
        get { Preferences(locale: locale, figures: figures, zone: zone) }
        set {
            locale = newValue.locale
            figures = newValue.figures
            zone = newValue.zone
        }
    }
}
