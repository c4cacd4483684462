/// Where a case comes to stand once an answer goes out.
public struct AnswerPlan: Hashable, Sendable, Codable {
    /// The answer's number.
    public let message: Int64
    /// Where the case stands then.
    public let state: CaseState
}
