import Crypto
public import FlywheelKit

/// What was asked to be done once: answers kept for a while, so that whoever asks again is told the same.
///
/// A request is begun before its work and finished after it. One that was begun and never finished was cut off, and nobody
/// knows how far it came; it stays begun until it is swept.
public protocol RequestStore: Sendable {
    /// Begins a request, unless one of its key was begun before.
    ///
    /// - Returns: the one that was begun before; `nil` where this one is begun now.
    func beginRequest(_ request: RequestRecord) throws(StoreError) -> RequestRecord?
    /// Keeps the answer of a request that was begun.
    func finishRequest(_ key: RequestKey, with answer: KeptAnswer) throws(StoreError)
    /// Forgets a request that did nothing, so that it can be asked again.
    func forgetRequest(_ key: RequestKey) throws(StoreError)
    /// Forgets what was begun before a moment.
    ///
    /// - Returns: how many.
    func sweepRequests(begunBefore moment: Instant) throws(StoreError) -> Int
}

/// What names a request: a word of the one who asks, which is nobody else's.
public struct RequestKey: Hashable, Sendable {
    /// Who asks.
    public let owner: String
    /// Their word for it.
    public let word: String

    /// A key with its parts.
    public init(owner: String, word: String) {
        self.owner = owner
        self.word = word
    }
}

/// Something that was asked to be done once.
public struct RequestRecord: Hashable, Sendable {
    /// What names it.
    public let key: RequestKey
    /// What was asked, as a digest: the same word may not mean something else.
    public let digest: [UInt8]
    /// When it was begun.
    public let begun: Instant
    /// What came of it; `nil` while it is not known.
    public let answer: KeptAnswer?

    /// A request with its parts.
    public init(_ key: RequestKey, digest: [UInt8], begun: Instant, answer: KeptAnswer? = nil) {
        self.key = key
        self.digest = digest
        self.begun = begun
        self.answer = answer
    }

    /// The digest of what was asked, part by part: the SHA-256 of each part behind its length.
    public static func digest(of parts: [[UInt8]]) -> [UInt8] {
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array("\(part.count):".utf8))
            hash.update(data: part)
        }
        return Array(hash.finalize())
    }
}

/// An answer as it was given.
public struct KeptAnswer: Hashable, Sendable {
    /// The status it had, such as 200.
    public let status: Int
    /// Its text.
    public let body: String

    /// An answer with its parts.
    public init(status: Int, body: String) {
        self.status = status
        self.body = body
    }
}
