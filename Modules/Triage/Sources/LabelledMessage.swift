/// A message and what people said it is about: what a triage model is trained on.
public struct LabelledMessage: Hashable, Sendable {
    /// What somebody wrote.
    public let text: String
    /// What it is about; several where it is about several things, none where it is about nothing the desk knows.
    public let labels: Set<String>
    /// The language it is in, by its ISO 639 code; `nil` where that is not known.
    public let language: String?

    /// A message with its labels.
    public init(_ text: String, labels: Set<String>, language: String? = nil) {
        self.text = text
        self.labels = labels
        self.language = language
    }
}
