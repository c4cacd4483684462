public import FlywheelKit
import Crypto

/// What a person wrote about an exception, in their own words.
///
/// Personal text stands here and nowhere else. The journal holds the note's id and a digest under a key of the note's own,
/// which is kept beside the text: deleting the row leaves a digest that nobody can hold any guess against, and the journal
/// agrees with itself as before.
public struct NoteRecord: RecordKind, Hashable, Sendable {
    /// `N`.
    public static let letter = "N"

    /// Its id.
    public let id: NoteID
    /// The exception it is about.
    public let exception: ExceptionID
    /// When it was written.
    public let at: Instant
    /// Who wrote it.
    public let author: String
    /// What was written.
    public let text: String

    /// A note.
    public init(id: NoteID, exception: ExceptionID, at: Instant, author: String, text: String) {
        self.id = id
        self.exception = exception
        self.at = at
        self.author = author
        self.text = text
    }
}

/// The id of a note.
public typealias NoteID = RecordID<NoteRecord>

/// What the journal holds of a note.
public enum NoteDigest {
    /// A key for one note or rationale: 32 random bytes.
    public static func key() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes(Array.init) }

    /// The journal's detail of a note or of a decision's rationale, `N12 4f0c…`, `D3 77ab…`: its id and the HMAC-SHA256 (RFC 2104) of its text in hexadecimal.
    public static func detail<Kind>(of id: RecordID<Kind>, _ text: String, key: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key))
        return "\(id) \(code.hexadecimal)"
    }

    /// The note that a detail is of.
    public static func id(in detail: String) -> NoteID? {
        detail.split(separator: " ").first.flatMap { $0.hasPrefix(NoteRecord.letter) ? NoteID(text: $0) : nil }
    }
}
