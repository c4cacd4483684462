extension Document {
    /// What is written of who may come in.
    static let people = [
        PeopleAnswer.document, HandoverAnswer.document, InvitationAnswer.document, SignInsAnswer.document,
        TokensAnswer.document, IssuedTokenAnswer.document, DoorLogAnswer.document,
    ]
}
