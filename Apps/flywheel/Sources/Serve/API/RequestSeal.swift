import Crypto
import Foundation

/// The word a request is sent under, as nobody keeps it: the store knows it by a digest, and the answer lies there under a key
/// that only the word makes. So what an answer shows once, a secret or what a customer wrote, can be told again to whoever
/// sent the request, and is read by nobody else who has the store.
struct RequestSeal {
    /// The fewest characters of a word that a secret lies under: those of a UUID without its dashes.
    static let leastSecretWord = 32

    /// What the store knows the word by.
    let name: String
    private let key: SymmetricKey

    /// - Parameter owner: whose word it is; another's is sealed otherwise.
    init(_ word: String, of owner: String) {
        let (word, salt) = (SymmetricKey(data: Data(word.utf8)), Data(owner.utf8))
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: word, salt: salt, info: Data("flywheel request \(purpose)".utf8), outputByteCount: 32)
        }
        name = derived("name").withUnsafeBytes { Data($0).base64EncodedString() }
        key = derived("answer")
    }

    /// A text that only the word opens.
    func sealed(_ text: String) throws -> String {
        try ChaChaPoly.seal(Data(text.utf8), using: key).combined.base64EncodedString()
    }

    /// The text that was sealed under the word.
    func opened(_ sealed: String) throws -> String {
        let box = try ChaChaPoly.SealedBox(combined: Data(base64Encoded: sealed) ?? Data())
        return String(decoding: try ChaChaPoly.open(box, using: key), as: UTF8.self)
    }
}
