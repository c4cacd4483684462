import FlywheelKit
import FlywheelStore

/// A routine as something to send, in each form that a subscription may take.
public struct Digest: Sendable {
    /// What it says as a mail; its subject is what a channel is told.
    public let mail: MailText
    /// The same as JSON, for webhooks.
    public let json: String

    /// A digest.
    public init(mail: MailText, json: String) {
        self.mail = mail
        self.json = json
    }

    /// What is sent to a subscription of a kind.
    func body(for kind: SubscriptionRecord.Kind) throws -> String {
        switch kind {
        case .webhook: json
        case .slack: try CanonicalJSON.text(SlackText(mail.subject))
        case .mail: try CanonicalJSON.text(mail)
        }
    }
}

extension EventMessage {
    /// What is sent to a subscription of a kind.
    ///
    /// - Parameter tell: the line in the words of who reads it.
    func body(for kind: SubscriptionRecord.Kind, _ tell: (EventLine) -> String) throws -> String {
        if kind == .webhook { return try json }
        let line = tell(line)
        return kind == .slack
            ? try CanonicalJSON.text(SlackText(line))
            : try CanonicalJSON.text(MailText(subject: "Flywheel: \(line)", text: "\(line)\n\n\(try json)\n"))
    }
}
