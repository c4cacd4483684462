extension Document {
    /// What is written of imports and rotations.
    static let imports = [
        ImportAnswer.document, ImportsAnswer.document, FeedsAnswer.document, RejectsAnswer.documentOfRecords,
        RejectsAnswer.document, DecisionAnswer.document, RotateAnswer.document,
    ]
}
