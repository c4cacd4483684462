extension Document {
    /// What is written of changes of listings, and of drafts.
    static let changes = [
        ChangesAnswer.document, ChangeAnswer.document, DecidedAnswer.document, UploadsAnswer.document,
        ScoresAnswer.document, DraftAnswer.document,
    ]
}
