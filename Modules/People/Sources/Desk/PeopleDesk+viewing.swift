import FlywheelKit
import FlywheelStore

/// Who a request is from.
extension PeopleDesk {
    /// Who a sign-in's reference stands for, while it counts; that it was used is noted, to the minute.
    public func viewer(reference: String) throws -> Viewer? {
        guard let record = try signIn(of: reference), record.isComplete, let person = try person(record.person),
            let role = Role(rawValue: person.role)
        else { return nil }
        let now = clock()
        if now >= record.lastSeen.advanced(bySeconds: Lifetime.touch) { try store.touch(record.id, at: now) }
        return Viewer(
            name: person.name, role: role, scope: AccountScope(person.accounts),
            credential: .session(record.id.number), preferences: person.preferences)
    }

    /// Whether a reference is of a sign-in whose second factor is awaited.
    public func awaitsCode(reference: String) throws -> Bool {
        try signIn(of: reference).map { !$0.isComplete } ?? false
    }

    /// Who an API token stands for, while it counts: with the rights that it and its person have, and the accounts that exist
    /// for both. That it was used is noted, to the minute.
    public func viewer(token: String, from visit: Visit) throws -> Viewer? {
        guard APIToken.isWellFormed(token), let record = try store.token(digest: secretDigest(token)) else {
            return nil
        }
        let now = clock()
        guard record.ends.map({ now < $0 }) ?? true, let person = try person(record.person),
            let role = Role(rawValue: person.role)
        else {
            if noted.take(record.id.description, at: now) == nil {
                try log(.refused, record.person, record.id.description, visit)
            }
            return nil
        }
        if record.lastUsed.map({ now >= $0.advanced(bySeconds: Lifetime.touch) }) ?? true {
            try store.touch(record.id, at: now)
        }
        return Viewer(
            name: person.name, role: role, rights: Set(record.rights.compactMap(Right.init(rawValue:))),
            scope: AccountScope(person.accounts).intersection(AccountScope(record.accounts)),
            credential: .token(record.id.number), preferences: person.preferences)
    }
}

extension AccountScope {
    /// The scope that a store's list of accounts stands for.
    init(_ accounts: [String]?) { self = accounts.map { .only(Set($0)) } ?? .all }

    /// The scope as a store keeps it.
    var accounts: [String]? {
        switch self {
        case .all: nil
        case .only(let accounts): accounts.sorted()
        }
    }
}
