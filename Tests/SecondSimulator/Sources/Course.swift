/// What an organisation really went through.
public struct Course: Hashable, Sendable {
    /// A stage and the week from which the organisation works that way.
    public struct Step: Hashable, Sendable {
        /// The week, from 0.
        public var week: Int
        /// The stage, 1 to 5.
        public var stage: Int
    }

    /// Why an organisation fell back.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The person who did most of the work left.
        case keyPersonLeft = "key-person-left"
        /// A change of policy brought more than could be done.
        case policyFlood = "policy-flood"
        /// People went back to an order of their own.
        case rankingAbandoned = "ranking-abandoned"
    }

    /// The stages it worked at, in order; empty where the scenario is not about stages.
    public var steps: [Step] = []
    /// The week in which it began to fall back.
    public var fallsIn: Int?
    /// Why it did.
    public var reason: Reason?
}
