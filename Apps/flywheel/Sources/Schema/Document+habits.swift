extension Document {
    /// What is written of routines and of the start.
    static let habits = [
        HabitAnswer.document, DigestAnswer.document, DigestFileAnswer.document, StartAnswer.document,
    ]
}
