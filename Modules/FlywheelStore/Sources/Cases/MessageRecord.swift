public import FlywheelKit

/// A message of a case, without its text, which is ``PersonalText``.
public struct MessageRecord: RecordKind, Hashable, Sendable, Codable {
    /// `M`.
    public static let letter = "M"

    /// What became of a message.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It came with its case.
        case received
        /// The desk wrote it for itself.
        case note
        /// The desk wrote it as an answer; a person has to approve of it.
        case draft
        /// A person approved of it; it waits to be written to a file.
        case approved
        /// It was written to a file for the tool its case came from.
        case written
        /// It was not wanted.
        case discarded
    }

    /// Its id.
    public let id: MessageID
    /// The case it belongs to.
    public let `case`: CaseID
    /// When it was written.
    public let at: Instant
    /// What became of it.
    public var state: State
    /// Who wrote it, where that is a person of the desk or a program.
    public var author: String?
    /// The digest of its number in its source, ``IdentityDigest``, by which it is known when it comes again.
    public var source: [UInt8]?
    /// The digest of its contents, ``IdentityDigest``, which says whether what comes again is the same.
    public var contents: [UInt8]?
    /// The file it was written to, an absolute path, and the SHA-256 of its bytes in hexadecimal.
    public var file: ChangeRecord.File?

    /// A message.
    public init(id: MessageID, case: CaseID, at: Instant, state: State) {
        self.id = id
        self.case = `case`
        self.at = at
        self.state = state
    }
}

/// The id of a message.
public typealias MessageID = RecordID<MessageRecord>
