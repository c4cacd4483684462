public import FlywheelStore

/// Whose data somebody asks about: how a person or company is named in a request.
public enum DataSubject: Hashable, Sendable {
    /// A party of the desk.
    case party(PartyID)
    /// Whoever has this address of mail.
    case address(String)
    /// Whoever has this number in a source.
    case contact(String, source: String)

    /// The digest that a party of this name has.
    func identity(key: [UInt8]) -> [UInt8]? {
        switch self {
        case .party: nil
        case .address(let address): IdentityDigest.of(address: address, key: key)
        case .contact(let code, let source): IdentityDigest.contact(code, of: source, key: key)
        }
    }

    /// What the journal holds of the request: a keyed digest that says nothing but whether another request was the same.
    func digest(key: [UInt8]) -> String {
        let digest: [UInt8] =
            switch self {
            case .party(let id): IdentityDigest.of(id.description, kind: "request", key: key)
            case .address, .contact: identity(key: key) ?? []
            }
        return digest.hexadecimal
    }
}

extension IdentityDigest {
    /// The digest of a message's number in its source, or of its `Message-ID`.
    static func message(_ code: String, key: [UInt8]) -> [UInt8] { of(code, kind: "message", key: key) }

    /// The digest of somebody's number in a source.
    static func contact(_ code: String, of source: String, key: [UInt8]) -> [UInt8] {
        of(code, kind: "contact of \(source)", key: key)
    }
}
