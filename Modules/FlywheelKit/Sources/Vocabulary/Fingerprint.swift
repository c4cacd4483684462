/// What makes two findings the same problem: workflow, kind, subject, and a stable discriminator such as an issue code or
/// an attribute name. Never a localised text, which would make a new problem of every translation.
public struct Fingerprint: Hashable, Sendable, Codable {
    /// The id of the workflow's stage.
    public let workflow: String
    /// The id of the finding's kind.
    public let kind: String
    /// What it is about.
    public let subject: Subject
    /// Tells apart findings of one kind on one subject; empty where there can be only one.
    public let discriminator: String

    /// Names a problem.
    public init(workflow: String, kind: String, subject: Subject, discriminator: String = "") {
        self.workflow = workflow
        self.kind = kind
        self.subject = subject
        self.discriminator = discriminator
    }

    /// One line of text, the same bytes only for equal fingerprints: the parts joined by `/`, with `%` and `/` inside
    /// them escaped.
    public var text: String {
        var text = ""
        text.reserveCapacity(96)
        Self.append(workflow, to: &text)
        for part in [kind, subject.kind.rawValue, subject.account, subject.marketplace, subject.code, discriminator] {
            text += "/"
            Self.append(part, to: &text)
        }
        return text
    }

    /// Walks scalars, since a `/` and the combining mark after it are one character that is not `/`.
    private static func append(_ part: String, to text: inout String) {
        guard part.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }) else {
            text += part
            return
        }
        for scalar in part.unicodeScalars {
            switch scalar {
            case "/": text += "%2F"
            case "%": text += "%25"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
