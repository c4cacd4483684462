public import FlywheelStore

/// Why a request about personal data was refused.
public enum PrivacyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody of that name is known.
    case nobody
    /// Something of these cases of theirs is in dispute: what was written may be needed to decide it.
    case disputed([CaseID])
    /// They wrote to several accounts, and the request does not say to which of them it is.
    case severalAccounts([AccountCases])
    /// Several people go by that number, each with an account of their own; the request does not say which of them is meant.
    case severalPeople([PartyID])
    /// A case is kept in a form that cannot be read.
    case unreadable(CaseRecordError)
    /// The store refused.
    case store(StoreError)

    /// What was refused and why, in a sentence.
    public var description: String {
        switch self {
        case .nobody: "nobody of that name wrote to the desk"
        case .disputed(let ids):
            "in dispute: \(ids.map(\.description).joined(separator: ", ")); what was written may be needed to decide it"
        case .severalAccounts(let parts):
            "they wrote to \(parts.count) accounts: \(parts.map(\.description).joined(separator: ", "))"
        case .severalPeople(let ids):
            "several people have that number: \(ids.map(\.description).joined(separator: ", "))"
        case .unreadable(let error): error.description
        case .store(let error): error.description
        }
    }
}
