extension Document {
    /// What triage writes.
    static let triage = [
        TriageAnswer.document, TriageModelAnswer.document, TriageDecisionsAnswer.document, TriageReportAnswer.document,
    ]
}
