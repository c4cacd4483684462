/// The seller accounts somebody may know of. What belongs to any other does not exist for them.
public enum AccountScope: Hashable, Sendable {
    /// Every account, and what belongs to none.
    case all
    /// These alone, by the names their people use.
    case only(Set<String>)

    /// The accounts that somebody names; space around a name is none of it.
    public init(named names: some Sequence<some StringProtocol>) {
        let trimmed = names.map { name in
            String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        self = .only(Set(trimmed.filter { !$0.isEmpty }))
    }

    /// Whether what belongs to an account may be known.
    public func includes(_ account: String) -> Bool {
        switch self {
        case .all: true
        case .only(let accounts): accounts.contains(account)
        }
    }

    /// What both include: a token reaches no further than the person it acts for.
    public func intersection(_ other: AccountScope) -> AccountScope {
        switch (self, other) {
        case (.all, let scope), (let scope, .all): scope
        case (.only(let left), .only(let right)): .only(left.intersection(right))
        }
    }
}
