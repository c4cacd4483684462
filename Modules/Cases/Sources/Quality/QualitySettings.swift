/// What a desk's report goes by.
public struct QualitySettings: Hashable, Sendable {
    /// Days within which somebody who comes back about the same comes back.
    public var repeatDays = 7
    /// Parts of fewer cases are not shown.
    public var leastShown = Cohorts.least
    /// What cases are about in which the desk verifies a seller.
    public var verification: Set<String> = ["seller-verification"]
    /// Days of backlog.
    public var backlogDays = 28
    /// Weeks of root causes.
    public var causeWeeks = 12
    /// Cases of a week that colleagues review, drawn at random.
    public var randomReviews = 10
    /// And drawn for what hangs on them.
    public var stakesReviews = 5
    /// Of those at random, how many two people look at.
    public var doubleReviews = 3
    /// Escalations of a week that are audited.
    public var audits = 10

    /// The usual ones.
    public init() {}
}
