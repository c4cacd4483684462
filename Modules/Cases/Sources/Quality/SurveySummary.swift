/// How satisfied those are who were asked, and how many of them said so.
public struct SurveySummary: Hashable, Sendable {
    /// Answered, of those asked: the response rate.
    public let answered: ShareSummary
    /// Satisfied, of those who answered.
    public let satisfied: ShareSummary
    /// The shares of satisfied people among all who were asked, if none or all of those who did not answer were: what the
    /// answers leave possible, whoever stays away.
    public let possible: ClosedRange<Double>?

    /// The response rate below which the score says more of who answers than of how the desk does.
    public static let leastAnswered = 0.3

    /// Counts surveys; a case of which nobody was asked is in none of the figures.
    public init(_ cases: [CaseTimeline]) {
        let surveys = cases.compactMap(\.matter.survey)
        let answers = surveys.filter { $0 != .unanswered }
        let happy = answers.count { $0 == .satisfied }
        answered = ShareSummary(part: answers.count, whole: surveys.count)
        satisfied = ShareSummary(part: happy, whole: answers.count)
        let asked = Double(surveys.count)
        possible =
            surveys.isEmpty
            ? nil : Double(happy) / asked...Double(happy + surveys.count - answers.count) / asked
    }

    /// Whether so few answered that who stays away may decide the score.
    public var isThin: Bool { answered.share.map { $0 < Self.leastAnswered } ?? false }
}
