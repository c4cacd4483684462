extension Document {
    /// What assessments are written as.
    static let assessments = [
        AssessAnswer.document, AssessExplanation.document, AssessmentsAnswer.document, DifferenceAnswer.document,
        CheckRowsAnswer.document, StatedAnswer.document, MaturityModelAnswer.document,
    ]
}
