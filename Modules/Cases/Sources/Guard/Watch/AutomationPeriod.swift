public import Statistics

/// What automatic decisions of a period, a week as a rule, came to.
public struct AutomationPeriod: Hashable, Sendable {
    /// A decision of a random sample that a person looked at without being asked to.
    public struct Audit: Hashable, Sendable, Codable {
        /// What was decided.
        public let label: String
        /// How sure the model was, 0 to 1.
        public let certainty: Double
        /// Whether the person agrees.
        public let isRight: Bool

        /// An audited decision.
        public init(label: String, certainty: Double, isRight: Bool) {
            self.label = label
            self.certainty = certainty
            self.isRight = isRight
        }
    }

    /// How many of how many.
    public struct Share: Hashable, Sendable, Codable {
        /// How many.
        public let count: Int
        /// Of how many; at least as many.
        public let of: Int

        /// A share; counts outside of 0 to `all` are taken for the nearest of them.
        public init(_ count: Int, of all: Int) {
            self.of = max(0, all)
            self.count = min(max(0, count), self.of)
        }
    }

    /// The certainties of all messages of the period, 0 to 1.
    public var certainties: [Double]
    /// Its messages by label.
    public var labels: [String: Int]
    /// The audited sample.
    public var audits: [Audit]
    /// Automatic decisions that people changed; `nil` where that is not known.
    public var overrides: Share?
    /// Conversations that a person had to take over; `nil` where that is not known.
    public var handoffs: Share?

    /// A period of which nothing is known yet.
    public init(
        certainties: [Double] = [], labels: [String: Int] = [:], audits: [Audit] = [], overrides: Share? = nil,
        handoffs: Share? = nil
    ) {
        self.certainties = certainties
        self.labels = labels
        self.audits = audits
        self.overrides = overrides
        self.handoffs = handoffs
    }
}

/// What a period is compared with: what the model's own training came to.
public struct AutomationReference: Hashable, Sendable, Codable {
    /// The certainties, in bins of equally many.
    public let certainties: PopulationStability
    /// The messages by label.
    public let labels: [String: Int]

    /// A reference.
    public init(certainties: PopulationStability, labels: [String: Int]) {
        self.certainties = certainties
        self.labels = labels
    }
}
