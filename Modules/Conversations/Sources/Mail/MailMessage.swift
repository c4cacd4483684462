import FlywheelKit

/// A message of mail, taken apart.
struct MailMessage {
    /// Its `Message-ID` without the angle brackets; made of its bytes where it has none.
    var id: String
    /// The messages it goes on from, the oldest first.
    var references: [String]
    var from: MailAddress?
    /// Those it is addressed to, also in copy.
    var recipients: [MailAddress]
    var subject: String?
    var at: Instant?
    /// Whether a program wrote it: RFC 3834, and what programs wrote before it.
    var isAutomatic: Bool
    /// The language it says it is in.
    var language: String?
    var text: String
    var attachments: [CorrespondenceMessage.Attachment]
}
