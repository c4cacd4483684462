extension Document {
    /// What is written of messages that the desk writes first.
    static let outreach = [OutreachAnswer.document, OutreachFileAnswer.document]
}
