public import FlywheelKit

/// A change of a listing that a rotation proposed: what it would set, who decided about it, and the file that it went into.
///
/// Nothing but a file that a person asked for ever carries it outward.
public struct ChangeRecord: RecordKind, Hashable, Sendable {
    /// `L`.
    public static let letter = "L"

    /// Where a change stands. Exactly one holds.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It waits for a person to decide.
        case proposed
        /// A person approved of it; it waits to be written.
        case approved
        /// It was written to a file for the marketplace.
        case written
        /// It was written, and later what it had replaced was written too.
        case takenBack
        /// A person refused it.
        case refused
        /// It is no longer proposed: its problem ended, or something else is proposed in its stead.
        case superseded

        /// Whether it waits for a decision or to be written.
        public var isWaiting: Bool { self == .proposed || self == .approved }
        /// Whether a person or a file has settled it for good: the same is not proposed again for its problem.
        public var isPersons: Bool { self == .refused || self == .takenBack }
    }

    /// Whether what is approved may be written.
    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// Proposals are recorded and scored; nothing is written.
        case test
        /// What a person approves may be written.
        case live
    }

    /// A file for a marketplace that a change went into.
    public struct File: Hashable, Sendable, Codable {
        /// Where it was written, an absolute path.
        public let path: String
        /// The SHA-256 of its bytes, in hexadecimal.
        public let digest: String
        /// When it was written.
        public let at: Instant
        /// Who had it written.
        public let by: String

        /// A file that was written.
        public init(path: String, digest: String, at: Instant, by: String) {
            self.path = path
            self.digest = digest
            self.at = at
            self.by = by
        }
    }

    /// Its id.
    public let id: ChangeID
    /// The exception that it would end.
    public let exception: ExceptionID
    /// What that exception is about.
    public let fingerprint: Fingerprint
    /// What its workflow proposed, with what it expected of that at first; from its approval on with what it expected then.
    public var proposal: ListingChange
    /// When it was proposed.
    public let proposed: Instant
    /// The rotation that proposed it.
    public let rotation: RotationID
    /// Counts changes of the record; one that expects another version is refused.
    public var version = 1
    /// Where it stands.
    public var state = State.proposed
    /// The mode it was proposed in, and from its approval on the one it was approved in.
    public var mode: Mode
    /// What a person completed the proposal to, where the workflow could not know all of it.
    public var completed: ListingChange?
    /// When a person approved of it or refused it.
    public var decided: Instant?
    /// Who did.
    public var decidedBy: String?
    /// Why a person refused it, a word.
    public var reason: String?
    /// The file that it was written to.
    public var written: File?
    /// The file that what it had replaced was written to.
    public var restored: File?

    /// A change as it is first proposed.
    public init(
        id: ChangeID, exception: ExceptionID, fingerprint: Fingerprint, proposal: ListingChange, proposed: Instant,
        rotation: RotationID, mode: Mode
    ) {
        self.id = id
        self.exception = exception
        self.fingerprint = fingerprint
        self.proposal = proposal
        self.proposed = proposed
        self.rotation = rotation
        self.mode = mode
    }

    /// What it sets: what a person made of the proposal, else the proposal.
    public var change: ListingChange { completed ?? proposal }

    /// The listing.
    public var subject: Subject { fingerprint.subject }
}

/// The id of a change of a listing.
public typealias ChangeID = RecordID<ChangeRecord>
