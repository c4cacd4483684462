extension Document {
    /// What the loop that tunes detection prints, and the register of decisions.
    static let loop = [
        ThresholdsAnswer.document, ThresholdAnswer.document, TriedAnswer.document, ProposalAnswer.document,
        DecisionsAnswer.document, RegisterAnswer.document, ReviewAnswer.document,
    ]
}
