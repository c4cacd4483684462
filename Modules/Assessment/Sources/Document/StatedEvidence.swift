/// What people stated: files that stand for what the data cannot show, and checks that are left out for now.
public struct StatedEvidence: Hashable, Sendable {
    /// Files, whether or not they still count.
    public var attachments: [AssessmentDocument.Attachment]
    /// Exemptions, whether or not they have ended.
    public var exemptions: [AssessmentDocument.Exemption]

    /// What was stated.
    public init(
        attachments: [AssessmentDocument.Attachment] = [], exemptions: [AssessmentDocument.Exemption] = []
    ) {
        self.attachments = attachments
        self.exemptions = exemptions
    }
}
