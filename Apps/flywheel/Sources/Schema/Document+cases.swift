extension Document {
    /// What is written of the desk's cases.
    static let cases = [
        CasesAnswer.document, CaseAnswer.document, CasesWorkAnswer.document, NextCaseAnswer.document,
        RoutingAnswer.document, CasesReportAnswer.document, ReviewSampleAnswer.document, RepliesAnswer.document,
    ]
}
