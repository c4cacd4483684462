extension Document {
    /// What is written of a desk's promises.
    static let sla = [PromisePreviewAnswer.document, AttainmentAnswer.document]
}
