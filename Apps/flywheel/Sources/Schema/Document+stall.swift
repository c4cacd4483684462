extension Document {
    /// What is written of whether the wheel turns.
    static let stall = [StallAnswer.document]
}
