extension Document {
    /// What is written of the queue and of one exception.
    static let queue = [
        ListingsAnswer.document, ListingAnswer.document, QueueAnswer.document, ShowAnswer.document,
    ]
}
