public import FlywheelKit

extension AssessmentDocument {
    /// How mature a workflow is.
    public struct Workflow: Hashable, Sendable, Codable {
        /// Its id.
        public var id: String
        /// What people call it.
        public var title: String
        /// Whether it can be judged.
        public var state: State
        /// The level, 1 to 6: the highest of which all checks, and those of all lower ones, are passed; `nil` where it
        /// cannot be told.
        public var level: Int?
        /// What people call the level.
        public var levelTitle: String?
        /// The level of the Capability Maturity Model that it corresponds to.
        public var cmmi: Int?
        /// The checks left out on the way to the level because somebody exempted them.
        public var exempted: [String]
        /// What keeps it from the next level, or from being judged, in a few words.
        public var next: String?
        /// All checks, by level and number; empty where the workflow is not installed.
        public var checks: [Check]

        /// A workflow.
        public init(
            id: String, title: String, state: State, level: Int? = nil, levelTitle: String? = nil, cmmi: Int? = nil,
            exempted: [String] = [], next: String? = nil, checks: [Check] = []
        ) {
            self.id = id
            self.title = title
            self.state = state
            self.level = level
            self.levelTitle = levelTitle
            self.cmmi = cmmi
            self.exempted = exempted
            self.next = next
            self.checks = checks
        }

        /// Whether a workflow can be judged.
        public enum State: String, Hashable, Sendable, Codable, CaseIterable {
            /// Its level is known.
            case measured
            /// There is something to judge, but too little.
            case inconclusive
            /// It is there, and found nothing so far.
            case notMeasuredYet = "not-measured-yet"
            /// It is not there.
            case notInstalled = "not-installed"
        }
    }

    /// What became of one check.
    public struct Check: Hashable, Sendable, Codable {
        /// Its id, `3.1`: the level and a number.
        public var id: String
        /// What it asks in three words.
        public var title: String
        /// The level it belongs to.
        public var level: Int
        /// What it asks.
        public var question: String
        /// What became of it.
        public var outcome: Outcome
        /// The same in a sentence with its numbers.
        public var fact: String
        /// Whether the value and the limit are shares from 0 to 1, and not counts.
        public var isShare: Bool
        /// What was measured; `nil` where it could not be.
        public var value: Double?
        /// The interval of a share.
        public var interval: Interval?
        /// What the value is held against.
        public var limit: Double
        /// How many events it rests on.
        public var count: Int
        /// Those that speak for it, and those that speak against it.
        public var evidence: [Evidence]
        /// What to do where it is not met.
        public var remedy: String
        /// Hours that takes, roughly.
        public var effortHours: Double

        /// A check.
        public init(
            id: String, title: String, level: Int, question: String, outcome: Outcome, fact: String,
            isShare: Bool, value: Double? = nil,
            interval: Interval? = nil, limit: Double, count: Int, evidence: [Evidence] = [], remedy: String,
            effortHours: Double
        ) {
            self.id = id
            self.title = title
            self.level = level
            self.question = question
            self.outcome = outcome
            self.fact = fact
            self.isShare = isShare
            self.value = value
            self.interval = interval
            self.limit = limit
            self.count = count
            self.evidence = evidence
            self.remedy = remedy
            self.effortHours = effortHours
        }

        /// What became of a check. Four words, since what could not be told is neither good nor bad.
        public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            /// The evidence is there.
            case met
            /// The evidence says no.
            case notMet = "not-met"
            /// There is nothing it could ask about.
            case notApplicable = "not-applicable"
            /// Too little is known.
            case inconclusive
            /// Somebody said, with a reason and an end, that it is left out.
            case exempt
        }
    }

    /// A check that is left out, until when, and why.
    public struct Exemption: Hashable, Sendable, Codable {
        /// Its id, `E2`.
        public var id: String
        /// The workflow's id.
        public var workflow: String
        /// The check's id.
        public var check: String
        /// Why.
        public var reason: String
        /// Who said so.
        public var by: String
        /// When it ends.
        public var until: Instant
        /// Whether that has passed, so that the check counts again.
        public var hasExpired: Bool

        /// An exemption.
        public init(
            id: String, workflow: String, check: String, reason: String, by: String, until: Instant, hasExpired: Bool
        ) {
            self.id = id
            self.workflow = workflow
            self.check = check
            self.reason = reason
            self.by = by
            self.until = until
            self.hasExpired = hasExpired
        }
    }

    /// A file that somebody attached as evidence for a check.
    public struct Attachment: Hashable, Sendable, Codable {
        /// Its id, `F2`.
        public var id: String
        /// The workflow's id.
        public var workflow: String
        /// The check's id.
        public var check: String
        /// The file's name.
        public var file: String
        /// The SHA-256 of its bytes, in hexadecimal digits.
        public var hash: String
        /// Who attached it.
        public var by: String
        /// When it stops counting.
        public var until: Instant
        /// Whether that has passed.
        public var hasExpired: Bool

        /// An attachment.
        public init(
            id: String, workflow: String, check: String, file: String, hash: String, by: String, until: Instant,
            hasExpired: Bool
        ) {
            self.id = id
            self.workflow = workflow
            self.check = check
            self.file = file
            self.hash = hash
            self.by = by
            self.until = until
            self.hasExpired = hasExpired
        }
    }
}
