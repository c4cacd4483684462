extension Document {
    /// What is written of messages that the desk writes first.
    static let outreach = [
        Document("outreach", "Messages that the desk writes first.", OutreachAnswer.shape),
        Document("outreach-file", "The file that messages were written to.", OutreachFileAnswer.shape),
    ]
}
