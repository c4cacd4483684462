import Crypto
public import FlywheelKit

/// One link of the journal's chain: a batch of events by one hand at one moment, sealed with everything before it.
public struct JournalEntry: Hashable, Sendable {
    /// Its place in the chain, from 1.
    public var sequence: Int64
    /// When it was written.
    public var at: Instant
    /// Who brought it about.
    public var actor: Actor
    /// SHA-256 over its events, in order, in hexadecimal.
    public var eventDigest: String
    /// The seal of the entry before it; empty for the first.
    public var previous: String
    /// SHA-256 over all of the above, in hexadecimal.
    public var seal: String

    /// An entry as it was read.
    public init(
        sequence: Int64, at: Instant, actor: Actor, eventDigest: String, previous: String, seal: String
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.eventDigest = eventDigest
        self.previous = previous
        self.seal = seal
    }

    /// The entry that seals a batch of events onto a chain.
    public init(sealing digest: String, at: Instant, by actor: Actor, after last: JournalEntry?) {
        sequence = (last?.sequence ?? 0) + 1
        self.at = at
        self.actor = actor
        eventDigest = digest
        previous = last?.seal ?? ""
        seal = ""
        seal = expectedSeal
    }

    /// The seal that the entry's contents call for.
    public var expectedSeal: String {
        var hash = SHA256()
        let parts = [String(sequence), at.description, actor.kind.rawValue, actor.name, eventDigest, previous]
        for part in parts {
            hash.update(data: Array("\(part.utf8.count):".utf8))
            hash.update(data: Array(part.utf8))
        }
        return hash.finalize().hexadecimal
    }
}

/// The digest of a batch of events, built up event by event.
public struct EventDigest: Sendable {
    private var hash = SHA256()

    /// The digest of no events.
    public init() {}

    /// Adds the next event.
    public mutating func add(_ event: JournalEvent) { hash.update(data: event.bytes) }

    /// The digest so far, in hexadecimal.
    public var text: String { hash.finalize().hexadecimal }

    /// The digest of a batch.
    public static func of(_ events: some Sequence<JournalEvent>) -> String {
        var digest = EventDigest()
        for event in events { digest.add(event) }
        return digest.text
    }
}

extension Sequence where Element == UInt8 {
    /// Two lower-case hexadecimal digits for each byte.
    public var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}

/// What is wrong with a journal, and where.
public struct JournalFault: Hashable, Sendable {
    /// The entry at which it shows.
    public var sequence: Int64
    /// What is wrong, in a sentence.
    public var description: String

    /// A fault.
    public init(sequence: Int64, _ description: String) {
        self.sequence = sequence
        self.description = description
    }
}
