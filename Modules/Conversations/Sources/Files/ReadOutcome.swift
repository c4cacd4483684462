/// What became of a record of a file.
enum ReadOutcome {
    case conversation(Conversation)
    case rejected(RejectedRecord)
    /// It was understood and is no conversation.
    case setAside
    /// Headings that nothing is read from.
    case unused([String])
}
