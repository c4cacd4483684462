/// What came of asking who wrote how the desk did.
///
/// Scales differ, so the words are mapped where a case comes in: of two the better is `satisfied`, of five the upper two, of
/// three, five or seven the middle is `neutral`.
public enum SurveyAnswer: String, Hashable, Sendable, Codable, CaseIterable {
    /// They were asked and have not answered.
    case unanswered
    /// They are dissatisfied.
    case dissatisfied
    /// They are neither.
    case neutral
    /// They are satisfied.
    case satisfied
}
