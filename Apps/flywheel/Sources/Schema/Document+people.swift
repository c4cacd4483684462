extension Document {
    /// What is written of who may come in.
    static let people = [
        Document("people", "Who may come in, and by what they sign in.", PeopleAnswer.shape),
        Document("handover", "What somebody had, and who has it now.", HandoverAnswer.shape),
        Document("invitation", "A code with which somebody chooses their password.", InvitationAnswer.shape),
        Document("sign-ins", "Sign-ins that still count, or that were ended.", SignInsAnswer.shape),
        Document("tokens", "API tokens, or those that were forgotten.", TokensAnswer.shape),
        Document("issued-token", "A new API token.", IssuedTokenAnswer.shape),
        Document("door-log", "Who came in, who was turned away, what was changed at the door.", DoorLogAnswer.shape),
    ]
}
