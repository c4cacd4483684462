import CaseDesk
import Cases

extension Document {
    /// What is written of the desk's cases.
    static let cases = [
        CasesAnswer.document,
        Document("case", "All that the desk knows of a case.", CaseAnswer.shape),
        Document("case-work", "The cases that were worked on.", CasesWorkAnswer.shape),
        Document("next-case", "The case that somebody works next, and why that one.", NextCaseAnswer.shape),
        Document("case-routing", "To whom cases went by the rules, or would go.", RoutingAnswer.shape),
        Document("desk-report", "What the desk learned of itself.", CasesReportAnswer.shape),
        Document(
            "review-sample", "The cases of a week that colleagues look at, and the escalations to audit.",
            ReviewSampleAnswer.shape),
        Document("replies", "The files that approved answers were written to, or would be.", RepliesAnswer.shape),
    ]
}
