public import FlywheelKit

/// A one-time way in: to choose a password, or to set a new store up. Its code is with whoever was given it.
public struct InvitationRecord: Hashable, Sendable {
    /// SHA-256 of the code.
    public let digest: [UInt8]
    /// Who may choose a password; `nil` for the first person of a new store.
    public let person: PersonID?
    /// When it ends unused.
    public let ends: Instant

    /// An invitation.
    public init(digest: [UInt8], person: PersonID?, ends: Instant) {
        self.digest = digest
        self.person = person
        self.ends = ends
    }
}
