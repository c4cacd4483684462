extension Document {
    /// What is written of disputes and decisions in them.
    static let disputes = [
        DisputesAnswer.document, DisputeAnswer.document, DisputedAnswer.document, PrecedentsAnswer.document,
        LapsesAnswer.document,
    ]
}
