extension AssessmentDocument {
    /// How one workflow reaches another.
    public struct Connection: Hashable, Sendable, Codable {
        /// The workflow that knows, by id.
        public var from: String
        /// The workflow that could use it, by id.
        public var to: String
        /// The level, 0 to 5; `nil` where it cannot be told.
        public var level: Int?
        /// What the level means, or why it is not known.
        public var sentence: String
        /// Whether it lies on the value path.
        public var isOnPath: Bool
        /// Hours between the facts behind what is read and those of the reader.
        public var lagHours: Double?
        /// The share of rows on which the reader found what it reads.
        public var readShare: Double?
        /// The share of the reader's findings that are others without it.
        public var effectShare: Double?
        /// Problems of the reader that followed one of the other on the same subject within the limit of days.
        public var linked: Int
        /// What it rests on.
        public var evidence: [Evidence]

        /// A connection.
        public init(
            from: String, to: String, level: Int?, sentence: String, isOnPath: Bool, lagHours: Double? = nil,
            readShare: Double? = nil, effectShare: Double? = nil, linked: Int = 0, evidence: [Evidence] = []
        ) {
            self.from = from
            self.to = to
            self.level = level
            self.sentence = sentence
            self.isOnPath = isOnPath
            self.lagHours = lagHours
            self.readShare = readShare
            self.effectShare = effectShare
            self.linked = linked
            self.evidence = evidence
        }
    }

    /// The wheel as a whole: as strong as its weakest link.
    public struct ValuePath: Hashable, Sendable, Codable {
        /// The strength, 0 to 5: the least of the maturity of workflows (levels above the first) and the level of
        /// connections on the path; `nil` where nothing on it could be told.
        public var strength: Int?
        /// Whether a workflow stands at least two steps above what it is to feed, so that its strength goes nowhere.
        public var isStalled: Bool
        /// The weakest link, the strength, and what is not known of the path.
        public var sentence: String
        /// The weakest link: a workflow's id, or two joined by an arrow, `suppressions->inventory`.
        public var weakest: String?
        /// What it is worth to mend the weakest link.
        public var worth: Worth
        /// What lies on the path and could not be told, as in ``weakest``.
        public var unknown: [String]

        /// A path.
        public init(
            strength: Int?, isStalled: Bool, sentence: String, weakest: String?, worth: Worth, unknown: [String]
        ) {
            self.strength = strength
            self.isStalled = isStalled
            self.sentence = sentence
            self.weakest = weakest
            self.worth = worth
            self.unknown = unknown
        }
    }

    /// What something is worth a month.
    public struct Worth: Hashable, Sendable, Codable {
        /// The amount in minor units for 30 days; `nil` where it is not known.
        public var amount: Int64?
        /// The lower bound of the central 80 %, in minor units.
        public var p10: Int64?
        /// The upper bound.
        public var p90: Int64?
        /// `high`, `medium` or `low`, by how many problems it rests on; `nil` where it is not known.
        public var grade: String?
        /// Whether it is what can be saved at most; else it is what would be saved if nothing else made the difference.
        public var isUpperBound: Bool
        /// The formula with its numbers, or why it is not known.
        public var basis: String
        /// The problems it was summed from.
        public var evidence: Evidence

        /// A worth.
        public init(
            amount: Int64?, p10: Int64? = nil, p90: Int64? = nil, grade: String? = nil, isUpperBound: Bool = true,
            basis: String, evidence: Evidence
        ) {
            self.isUpperBound = isUpperBound
            self.amount = amount
            self.p10 = p10
            self.p90 = p90
            self.grade = grade
            self.basis = basis
            self.evidence = evidence
        }
    }

    /// Something to do, and what it is good for.
    public struct Investment: Hashable, Sendable, Codable {
        /// What it mends.
        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            /// The connection of two workflows.
            case connection
            /// The maturity of a workflow.
            case maturity
        }

        /// What it mends.
        public var kind: Kind
        /// A workflow's id, or two joined by an arrow, `suppressions->inventory`.
        public var subject: String
        /// What to do, as a title, "Connect Suppressions to Inventory".
        public var title: String
        /// The level it is at.
        public var from: Int
        /// The level it comes to.
        public var to: Int
        /// What limits there: how strong the link is now, 0 to 5.
        public var strength: Int
        /// Why it stands where it does.
        public var reason: String
        /// What is to be done, step by step.
        public var steps: [String]
        /// Hours it takes, roughly.
        public var effortHours: Double
        /// What it is worth.
        public var worth: Worth
        /// What it rests on.
        public var evidence: [Evidence]

        /// An investment.
        public init(
            kind: Kind, subject: String, title: String, from: Int, to: Int, strength: Int, reason: String,
            steps: [String], effortHours: Double, worth: Worth, evidence: [Evidence] = []
        ) {
            self.kind = kind
            self.subject = subject
            self.title = title
            self.from = from
            self.to = to
            self.strength = strength
            self.reason = reason
            self.steps = steps
            self.effortHours = effortHours
            self.worth = worth
            self.evidence = evidence
        }
    }
}
