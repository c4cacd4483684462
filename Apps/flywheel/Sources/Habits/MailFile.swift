import Foundation
import Outbox

/// A mail as a file that mail programs open as a draft: text and HTML of the same, without sender's or receiver's address.
///
/// RFC 5322 for the head, RFC 2045 and 2046 for the parts, RFC 2047 for the subject. Equal digests give equal bytes.
struct MailFile {
    let digest: DigestAnswer

    var bytes: [UInt8] {
        let boundary = "flywheel-\(Self.hex(of: digest.key))"
        let head = [
            "From: Flywheel <flywheel@localhost.invalid>",
            "Subject: \(MailHeader.encodedWords(digest.subject.visible))",
            "Date: \(MailHeader.date(digest.habit.asOf))",
            "Message-ID: <\(Self.hex(of: digest.key))@localhost.invalid>",
            // Outlook and others open it to be addressed and sent, not as one that came in.
            "X-Unsent: 1", "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
        ]
        let parts = [
            ("text/plain", digest.plainText), ("text/html", HabitPage(digest).html),
        ].flatMap { type, text in
            [
                "--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
                Self.base64(text),
            ]
        }
        let lines = head + [""] + parts + ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Base64 in lines of 76 characters.
    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
    }

    /// A name of hexadecimal digits that follows from a text (Fowler, Noll and Vo, FNV-1a of 64 bits); it hides nothing.
    private static func hex(of text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
