/// Where the wheel stalls, how surely, and what says so.
public struct StallDiagnosis: Hashable, Sendable {
    /// The diagnosis.
    public enum Verdict: Hashable, Sendable {
        /// The wheel stalls here.
        case stalled(Stall)
        /// All six handoffs work.
        case healthy
        /// Too little is known to tell; ``StallDiagnosis/missing`` says what.
        case inconclusive

        /// The word for it: that of its ``Stall``, `healthy` or `inconclusive`.
        public var code: String {
            switch self {
            case .stalled(let stall): stall.rawValue
            case .healthy: "healthy"
            case .inconclusive: "inconclusive"
            }
        }
    }

    /// A handoff, as far as it may be the one.
    public struct Candidate: Hashable, Sendable {
        /// Which.
        public var stall: Stall
        /// The yield of its phase; `nil` where it is not known.
        public var yield: Double?
        /// What a turning wheel reaches.
        public var target: Double
        /// (target - yield) / target, no less than 0; `nil` where the yield is not known.
        public var shortfall: Double?
        /// How many percent of the open exposure one percent of this yield moves.
        public var elasticity: Double
        /// The shortfall times the elasticity, by which candidates are ordered; `nil` where the yield is not known.
        public var weight: Double?
        /// Whether all that the model asks of this stall holds.
        public var isBroken: Bool
        /// The share of drawings of the weeks in which it does, 0 to 1.
        public var support: Double
    }

    /// The diagnosis.
    public var verdict: Verdict
    /// The share of drawings of the weeks that lead to the same diagnosis, 0 to 1; `nil` for an inconclusive one.
    public var confidence: Double?
    /// All six handoffs, the weightiest first, those not known last.
    public var candidates: [Candidate]
    /// The handoff that is next in weight, where one is short of its target.
    public var second: Stall?
    /// What the diagnosis rests on, with its numbers and records.
    public var evidence: [WheelEvidence]
    /// What would have to be known to tell, where it is inconclusive; else handoffs that could not be judged.
    public var missing: [String]
    /// The diagnosis as one sentence.
    public var sentence: String
}
