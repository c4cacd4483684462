/// A text to the marketplace, ready but for what only a person can add. Nobody but a person sends it.
public struct Draft: Hashable, Sendable, Codable {
    /// What it is about, in one line.
    public let subject: String
    /// The text, in plain lines.
    public let body: String
    /// What has to be attached or said, and whether it is there.
    public let evidence: [Item]

    /// Something the text has to prove.
    public struct Item: Hashable, Sendable, Codable {
        /// What is needed, "invoices of the last 365 days".
        public let title: String
        /// What is known of it; `nil` where a person has to add it.
        public let value: String?

        /// Something needed, with what is known of it.
        public init(_ title: String, _ value: String? = nil) {
            self.title = title
            self.value = value
        }
    }

    /// A text with what it has to prove.
    public init(subject: String, body: String, evidence: [Item]) {
        self.subject = subject
        self.body = body
        self.evidence = evidence
    }
}
