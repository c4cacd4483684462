public import FlywheelStore

/// Whose data somebody asks about: how a person or company is named in a request.
public enum DataSubject: Hashable, Sendable {
    /// A party of the desk.
    case party(PartyID)
    /// Whoever has this address of mail.
    case address(String)
    /// Whoever has this number in a source.
    case contact(String, source: String)

    /// The digests that a party of this name may have, who wrote to one of these accounts.
    func identities(with accounts: Set<String>, key: [UInt8]) -> [[UInt8]] {
        switch self {
        case .party: []
        case .address(let address): [IdentityDigest.of(address: address, key: key)]
        case .contact(let code, let source):
            [IdentityDigest.contact(code, of: source, key: key)]
                + accounts.sorted().map { IdentityDigest.contact(code, of: source, with: $0, key: key) }
        }
    }

    /// What the journal holds of the request: a keyed digest that says nothing but whether another request was the same.
    func digest(key: [UInt8]) -> String {
        let digest: [UInt8] =
            switch self {
            case .party(let id): IdentityDigest.of(id.description, kind: "request", key: key)
            case .address(let address): IdentityDigest.of(address: address, key: key)
            case .contact(let code, let source): IdentityDigest.contact(code, of: source, key: key)
            }
        return digest.hexadecimal
    }
}

extension IdentityDigest {
    /// The digest of a message's number in its source, or of its `Message-ID`.
    static func message(_ code: String, key: [UInt8]) -> [UInt8] { of(code, kind: "message", key: key) }

    /// The digest of somebody's number in the source of an account: two accounts with a help desk of their own each have
    /// somebody of the same number.
    static func contact(_ code: String, of source: String, with account: String, key: [UInt8]) -> [UInt8] {
        of("\(account.utf8.count):\(account)\(code)", kind: "contact of an account in \(source)", key: key)
    }

    /// The same as earlier programs kept it, whatever the account.
    static func contact(_ code: String, of source: String, key: [UInt8]) -> [UInt8] {
        of(code, kind: "contact of \(source)", key: key)
    }
}
