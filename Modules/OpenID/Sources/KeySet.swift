import Foundation
import JWTKit

/// The public keys of a provider that its tokens may be signed with (RFC 7517). Keys of other kinds are passed over.
struct KeySet: Sendable {
    private let keys: [JWK]

    /// Reads a set of keys.
    init(_ bytes: [UInt8]) throws(OpenIDError) {
        guard let document = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let list = document["keys"] as? [[String: Any]]
        else { throw .provider("its keys are not a set of keys") }
        keys = list.compactMap { key in
            // A key for encryption signs nothing; one with its private part is nobody's to publish.
            guard (key["use"] as? String ?? "sig") == "sig", key["d"] == nil, key["k"] == nil,
                let text = try? JSONSerialization.data(withJSONObject: key)
            else { return nil }
            return try? JSONDecoder().decode(JWK.self, from: text)
        }
    }

    /// The key that a token says it was signed with, for that algorithm alone; `nil` where there is none.
    func key(_ id: String?, for algorithm: SigningAlgorithm) -> JWK? {
        let fitting = keys.filter {
            $0.keyType == algorithm.keyType && ($0.algorithm == nil || $0.algorithm == algorithm.algorithm)
        }
        // Without a name, only the one key there is can be meant (OpenID Connect Core 1.0, section 10.1).
        let named =
            id.map { id in fitting.filter { $0.keyIdentifier?.string == id } } ?? (keys.count == 1 ? fitting : [])
        guard var key = named.first, named.count == 1 else { return nil }
        key.algorithm = algorithm.algorithm
        return key
    }
}

/// How a token may be signed: with a private key. What both sides know, or nothing, is no signature here.
enum SigningAlgorithm: String, CaseIterable, Sendable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"
    case es384 = "ES384"
    case edDSA = "EdDSA"

    var algorithm: JWK.Algorithm {
        switch self {
        case .rs256: .rs256
        case .ps256: .ps256
        case .es256: .es256
        case .es384: .es384
        case .edDSA: .eddsa
        }
    }

    var keyType: JWK.KeyType {
        switch self {
        case .rs256, .ps256: .rsa
        case .es256, .es384: .ecdsa
        case .edDSA: .octetKeyPair
        }
    }
}
