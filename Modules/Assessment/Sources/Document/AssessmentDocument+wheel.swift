public import FlywheelKit

extension AssessmentDocument {
    /// Where the wheel stops feeding forward.
    public struct Stall: Hashable, Sendable, Codable {
        /// `no-ranking`, `no-capacity`, `no-capture`, `no-decision`, `weekly-detection`, `no-verification`, `healthy` or
        /// `inconclusive`.
        public var diagnosis: String
        /// The same in a sentence.
        public var sentence: String
        /// What it rests on.
        public var evidence: [Evidence]
        /// The diagnosis that comes next, where one comes near.
        public var second: String?
        /// How often the same was found in resampled weeks.
        public var confidence: Double?

        /// A diagnosis.
        public init(
            diagnosis: String, sentence: String, evidence: [Evidence] = [], second: String? = nil,
            confidence: Double? = nil
        ) {
            self.diagnosis = diagnosis
            self.sentence = sentence
            self.evidence = evidence
            self.second = second
            self.confidence = confidence
        }
    }

    /// How far the wheel has come, in five stages.
    public struct Cycle: Hashable, Sendable, Codable {
        /// The stage, 1 to 5; `nil` where too little is known or the first is not reached.
        public var stage: Int?
        /// When it was reached.
        public var since: Instant?
        /// Whether a higher stage was reached before.
        public var isRegressing: Bool
        /// What the stage means, and why it fell back where it did.
        public var sentence: String
        /// What it rests on.
        public var evidence: [Evidence]

        /// A stage.
        public init(
            stage: Int?, since: Instant? = nil, isRegressing: Bool = false, sentence: String, evidence: [Evidence] = []
        ) {
            self.stage = stage
            self.since = since
            self.isRegressing = isRegressing
            self.sentence = sentence
            self.evidence = evidence
        }
    }

    /// Whether the same people manage more, with fewer repeats.
    public struct Compounding: Hashable, Sendable, Codable {
        /// `compounding`, `not-compounding`, `stalled` or `inconclusive`.
        public var verdict: String
        /// The same in a sentence.
        public var sentence: String
        /// What it rests on.
        public var evidence: [Evidence]

        /// A verdict.
        public init(verdict: String, sentence: String, evidence: [Evidence] = []) {
            self.verdict = verdict
            self.sentence = sentence
            self.evidence = evidence
        }
    }

    /// What a phase of the wheel passes on to the next.
    public struct Phase: Hashable, Sendable, Codable {
        /// `visibility`, `prioritization`, `resolution`, `better-data`, `better-decisions` or `better-performance`.
        public var id: String
        /// What people call it.
        public var title: String
        /// The share that it passes on; `nil` where it is not known.
        public var yield: Double?
        /// The interval of the yield.
        public var interval: Interval?
        /// What it should be.
        public var target: Double
        /// How many events it rests on.
        public var count: Int
        /// Why it is not known.
        public var reason: String?
        /// Yields of the weeks of the period, the oldest first.
        public var weeks: [Double?]

        /// A phase.
        public init(
            id: String, title: String, yield: Double?, interval: Interval? = nil, target: Double, count: Int,
            reason: String? = nil, weeks: [Double?] = []
        ) {
            self.id = id
            self.title = title
            self.yield = yield
            self.interval = interval
            self.target = target
            self.count = count
            self.reason = reason
            self.weeks = weeks
        }
    }

    /// Bounds that hold the true value as often as they say.
    public struct Interval: Hashable, Sendable, Codable {
        /// The lower bound.
        public var low: Double
        /// The upper bound.
        public var high: Double
        /// How often such bounds hold it: 0.8 or 0.95.
        public var confidence: Double

        /// Some bounds.
        public init(low: Double, high: Double, confidence: Double = 0.8) {
            self.low = low
            self.high = high
            self.confidence = confidence
        }
    }

    /// A sentence with the records it rests on.
    public struct Evidence: Hashable, Sendable, Codable {
        /// What was seen, with its numbers.
        public var sentence: String
        /// How many records there are.
        public var count: Int
        /// The first of them: `X12` an exception, `D3` a decision, `R7` a rotation, `F2` an attachment.
        public var ids: [String]

        /// Some evidence.
        public init(_ sentence: String, count: Int = 0, ids: [String] = []) {
            self.sentence = sentence
            self.count = count
            self.ids = ids
        }
    }
}
