import FlywheelKit
import FlywheelStore

/// Who a request is from.
extension PeopleDesk {
    /// Who a sign-in's reference stands for, while it counts; that it was used is noted, to the minute.
    public func viewer(reference: String) throws -> Viewer? {
        guard let record = try signIn(of: reference), let viewer = try viewer(of: record) else { return nil }
        let now = clock()
        if now >= record.lastSeen.advanced(bySeconds: Lifetime.touch) { try store.touch(record.id, at: now) }
        return viewer
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
        guard let viewer = try viewer(of: record) else {
            if noted.take(record.id.description, at: now) == nil {
                try log(.refused, record.person, record.id.description, visit)
            }
            return nil
        }
        if record.lastUsed.map({ now >= $0.advanced(bySeconds: Lifetime.touch) }) ?? true {
            try store.touch(record.id, at: now)
        }
        return viewer
    }

    /// Whether what somebody came in with still counts, for the same rights and accounts: for answers that go on for long.
    /// That it was used is not noted, since whoever only listens may be gone.
    public func isStill(_ viewer: Viewer) throws -> Bool {
        let now =
            switch viewer.credential {
            case .session(let number):
                try signIns(of: viewer.name).first { $0.id.number == number }.flatMap(self.viewer(of:))
            case .token(let number):
                try tokens(of: viewer.name).first { $0.id.number == number }.flatMap(self.viewer(of:))
            }
        return now?.rights == viewer.rights && now?.scope == viewer.scope
    }

    private func viewer(of record: SignInRecord) throws -> Viewer? {
        guard record.isComplete, let person = try person(record.person), let role = Role(rawValue: person.role) else {
            return nil
        }
        return Viewer(
            name: person.name, role: role, scope: AccountScope(person.accounts),
            credential: .session(record.id.number), preferences: person.preferences)
    }

    private func viewer(of record: TokenRecord) throws -> Viewer? {
        guard record.ends.map({ clock() < $0 }) ?? true, let person = try person(record.person),
            let role = Role(rawValue: person.role)
        else { return nil }
        return Viewer(
            name: person.name, role: role, rights: Set(record.rights.compactMap(Right.init(rawValue:))),
            scope: AccountScope(person.accounts).intersection(AccountScope(record.accounts)),
            credential: .token(record.id.number), preferences: person.preferences)
    }
}

extension AccountScope {
    /// The scope that a store's list of accounts stands for.
    public init(_ accounts: [String]?) { self = accounts.map { .only(Set($0)) } ?? .all }

    /// The scope as a store keeps it: its accounts in the order of their names; `nil` for all.
    public var accounts: [String]? {
        switch self {
        case .all: nil
        case .only(let accounts): accounts.sorted()
        }
    }
}
