extension Document {
    /// What is written of people's data.
    static let privacy = [
        DisclosureAnswer.document, ErasedAnswer.document, AccessesAnswer.document, RetentionAnswer.document,
    ]
}
