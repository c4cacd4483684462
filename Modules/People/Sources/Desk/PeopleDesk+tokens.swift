import FlywheelKit
public import FlywheelStore

/// API tokens and sign-ins, listed and ended.
extension PeopleDesk {
    /// Makes an API token that acts for somebody.
    ///
    /// - Parameters:
    ///   - rights: what it may do; no more than the person may ever counts.
    ///   - scope: which accounts exist for it; none that do not exist for the person.
    ///   - days: after how many it ends, 1 to 366; `nil` where it does not by itself.
    public func issueToken(
        _ label: String, for name: String, rights: Set<Right>, scope: AccountScope = .all, days: Int?,
        by actor: Actor, from visit: Visit
    ) throws -> IssuedToken {
        let person = try person(name)
        guard let role = Role(rawValue: person.role), rights.isSubset(of: role.rights), !rights.isEmpty else {
            throw PeopleError.refused(
                "\(person.name) is \(person.role) and cannot give a token the rights "
                    + rights.map(\.rawValue).sorted().joined(separator: ", "))
        }
        guard days.map((1...366).contains) ?? true else {
            throw PeopleError.refused("a token for \(days ?? 0) days; expected 1 to 366, or none")
        }
        guard (1...100).contains(label.count) else {
            throw PeopleError.refused("the label has \(label.count) characters; expected 1 to 100")
        }
        let now = clock()
        let text = APIToken.make(chance)
        let record = try store.keep(
            TokenRecord(
                digest: secretDigest(text), label: label, person: person.id, rights: rights.map(\.rawValue).sorted(),
                accounts: scope.accounts, made: now, ends: days.map { now.advanced(bySeconds: Int64($0) * 86_400) }),
            by: actor)
        try log(.changed, person.id, "token \(record.id)", visit)
        return IssuedToken(record: record, text: text)
    }

    /// The tokens that act for somebody, or all.
    public func tokens(of name: String?) throws -> [TokenRecord] {
        try store.tokens(of: name.map { try person($0).id })
    }

    /// Forgets a token: it opens nothing from then on.
    ///
    /// - Parameter name: whose it has to be; anybody's where it is left out.
    @discardableResult
    public func revokeToken(
        _ id: TokenID, of name: String? = nil, by actor: Actor, from visit: Visit
    ) throws -> TokenRecord {
        guard let token = try tokens(of: name).first(where: { $0.id == id }) else {
            throw PeopleError.unknown("API token \(id)")
        }
        try store.revoke(id, by: actor, at: clock())
        try log(.changed, token.person, "no token \(id)", visit)
        return token
    }

    /// The sign-ins of somebody, or of all, that still count.
    public func signIns(of name: String?) throws -> [SignInRecord] {
        let now = clock()
        return try store.signIns(of: name.map { try person($0).id }).filter {
            $0.isComplete && now < $0.ends && now < $0.lastSeen.advanced(bySeconds: Lifetime.idle)
        }
    }

    /// Ends a sign-in: its reference opens nothing from then on.
    ///
    /// - Parameter name: whose it has to be; anybody's where it is left out.
    @discardableResult
    public func endSignIn(_ id: SignInID, of name: String? = nil, from visit: Visit) throws -> SignInRecord {
        guard let record = try signIns(of: name).first(where: { $0.id == id }) else {
            throw PeopleError.unknown("sign-in \(id)")
        }
        try store.end([id])
        try log(.ended, record.person, id.description, visit)
        return record
    }
}
