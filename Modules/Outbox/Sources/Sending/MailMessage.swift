public import FlywheelKit
import Foundation

/// What a mail says.
public struct MailText: Hashable, Sendable, Codable {
    /// What it is about, in a line.
    public let subject: String
    /// Its text.
    public let text: String
    /// The same as a page, where there is one.
    public let html: String?

    /// What a mail says.
    public init(subject: String, text: String, html: String? = nil) {
        self.subject = subject
        self.text = text
        self.html = html
    }
}

/// A mail as its bytes: RFC 5322 for the head, RFC 2045 and 2046 for the parts, RFC 2047 for the subject. The same mail at
/// the same moment has the same bytes.
public struct MailMessage: Sendable {
    private let content: MailText
    private let id: String
    private let date: Instant
    private let people: [String]

    /// A mail that is sent, and says that no person wrote it, so that nothing answers it by itself (RFC 3834).
    ///
    /// - Parameter id: what no other mail has: letters, digits, hyphens.
    public init(_ content: MailText, id: String, at date: Instant, from: MailAddress, to: MailAddress) {
        self.content = content
        self.id = "<\(id)@\(from.domain)>"
        self.date = date
        people = ["From: Flywheel <\(from.text)>", "To: <\(to.text)>", "Auto-Submitted: auto-generated"]
    }

    /// A draft, which mail programs open to be addressed and sent: it has no address of anybody's.
    ///
    /// - Parameter id: what no other mail has: letters, digits, hyphens.
    public init(draft content: MailText, id: String, at date: Instant) {
        self.content = content
        self.id = "<\(id)@localhost.invalid>"
        self.date = date
        // Outlook and others open it as one to be sent, not as one that came in.
        people = ["From: Flywheel <flywheel@localhost.invalid>", "X-Unsent: 1"]
    }

    /// The bytes, with lines that end as SMTP has it.
    public var bytes: [UInt8] {
        let head =
            people + [
                "Subject: \(MailHeader.encodedWords(content.subject))", "Date: \(MailHeader.date(date))",
                "Message-ID: \(id)",
                "MIME-Version: 1.0",
            ]
        let lines = head + (content.html.map(alternatives) ?? Self.part("text/plain", content.text)) + [""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func alternatives(_ html: String) -> [String] {
        // Base64 has no "=_", so the boundary is in no part.
        let boundary = "=_flywheel"
        let parts = [("text/plain", content.text), ("text/html", html)].flatMap { type, text in
            ["--\(boundary)"] + Self.part(type, text)
        }
        return ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""] + parts + ["--\(boundary)--"]
    }

    private static func part(_ type: String, _ text: String) -> [String] {
        [
            "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
            Data(text.utf8).base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ]),
        ]
    }
}
