public import FlywheelStore

/// Who somebody is to an identity provider.
extension PeopleDesk {
    /// Lets one attempt at the provider link an identity to somebody, once their password was shown: it is a way in, past the
    /// second factor.
    ///
    /// - Parameter attempt: the secret of the attempt.
    public func permitLink(
        of name: String, password: String, attempt: String, from visit: Visit
    ) throws -> String {
        links.make(for: try confirm(name, password: password, from: visit).name, attempt: attempt)
    }

    /// Says who somebody is to an identity provider.
    ///
    /// - Parameters:
    ///   - permit: what ``permitLink(of:password:attempt:from:)`` gave.
    ///   - attempt: the secret of the attempt by which the provider named them.
    public func link(
        _ name: String, to identity: PersonRecord.Identity, permit: String, attempt: String, from visit: Visit
    ) throws -> PersonRecord {
        var person = try person(name)
        guard links.isRight(permit, for: person.name, attempt: attempt) else {
            try log(.refused, person.id, "provider", visit)
            throw PeopleError.wrong
        }
        person.identity = identity
        return try keep(person, "provider", ending: false, by: Actor(.person, person.name), from: visit)
    }

    /// Forgets who somebody is to the identity provider, once their password was shown.
    public func unlink(_ name: String, password: String, from visit: Visit) throws {
        var person = try confirm(name, password: password, from: visit)
        person.identity = nil
        _ = try keep(person, "no-provider", ending: false, by: Actor(.person, person.name), from: visit)
    }
}
