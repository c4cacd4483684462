public import FlywheelKit
public import FlywheelStore

/// What a rotation counted: what `rotate` prints and the store keeps.
public struct RotationSummary: Hashable, Sendable, Codable {
    /// What became of one workflow's exceptions.
    public struct Workflow: Hashable, Sendable, Codable {
        /// The workflow's id.
        public var id: String
        /// What people call it.
        public var title: String
        /// Exceptions that opened.
        public var opened = 0
        /// Exceptions that stayed as they were.
        public var kept = 0
        /// Exceptions whose evidence or owner changed, predicted ones that came true among them.
        public var changed = 0
        /// Exceptions that ended: verified, by themselves, or not happening after all.
        public var ended = 0
        /// Closes the data refuted.
        public var notFixed = 0
        /// For want of what nothing could open or close, or nothing of some kinds, somewhere or everywhere; empty when all
        /// deciding feeds are fresh.
        public var withheld: [LackingFeed] = []
        /// Whether it could decide anything anywhere.
        public var decided: Bool
        /// Rows that it looked at where it could decide anything; `nil` of rotations before they were counted.
        public var rows: Int?
        /// Of how many of them too little was known to tell, or to tell of every kind: nothing opened or closed there.
        public var untold: Int?
    }

    /// The rotation.
    public var rotation: RotationID
    /// The moment it looked from.
    public var asOf: Instant
    /// The currency of its totals.
    public var currency: Currency
    /// Days looked ahead.
    public var horizonDays: Int
    /// Listings known.
    public var listings = 0
    /// By workflow, in the order of their ids.
    public var workflows: [Workflow]
    /// Exceptions that wait for work.
    public var open = 0
    /// How many of those stand for others, which are counted as well; `nil` of rotations before that was counted.
    public var groups: Int?
    /// What they count for together, in minor units: each listing once.
    public var atRisk: Int64 = 0
    /// What stated sums come to, in minor units, totalled apart.
    public var stated: Int64 = 0
    /// Open exceptions without an amount, by reason.
    public var unpriced: [String: Int] = [:]
    /// What all that is open counts for by workflow and kind: of each workflow of which anything is, also of what people
    /// added under kinds of their own and of what a workflow left that is not installed any more. `nil` of rotations before
    /// that was kept.
    public var kinds: [String: [String: OpenAmount]]?
    /// Closes that the data confirmed.
    public var verified = 0
    /// What those counted for when they were closed, in minor units; `nil` of rotations before that was counted.
    public var verifiedAtRisk: Int64?
    /// Exceptions that people dismissed and that are over; `nil` of rotations before they were counted.
    public var dismissed: Int?
    /// Exceptions that ended unconfirmed once somebody had acted on them; `nil` of rotations before they were counted.
    public var actedOn: Int?
    /// Exceptions that ended by themselves.
    public var selfCleared = 0
    /// Predictions that did not come true; `nil` of rotations before they were counted.
    public var lapsed: Int?
    /// SHA-256 over the rows of the queue with all their terms; empty until it is worked out, which takes longest of all.
    public var queueDigest = ""
    /// Changes that gave way to what a person did meanwhile.
    public var skipped = 0
    /// The last import that it knew; `nil` of rotations before that was kept, and of those that knew none.
    public var lastImport: ImportID?
    /// ``FeedLedger/digest`` of the imports that it knew; `nil` of rotations before that was kept.
    public var facts: String?
    /// What it knew of discarded files; `nil` of rotations before that was kept.
    var discards: Discards?
    /// Changes of listings that were proposed; `nil` of rotations before there were any.
    public var proposed: Int?
    /// How the business stood; `nil` of rotations before that was measured.
    public var business: BusinessMeasures?
    /// What knobs looked with beside those in force would have changed, by what they are called; `nil` of rotations before.
    public var shadows: [String: ShadowCount]?
    /// The rules of the work it went by, as hashes by what kind of decision changes them; `nil` of rotations before.
    public var policy: [String: String]?
    /// What stays with nobody, because whom the rules name cannot be given it; `nil` of rotations before that was counted.
    public var unowned: [Roster.Unowned]?
    /// The version of the program that turned the wheel, where it said so.
    public var program: String?
    /// What only a step looser finds on rows that are sampled. Whoever turned the wheel keeps them; no summary does.
    public var candidates: [ReviewCandidate] = []

    private enum CodingKeys: String, CodingKey {
        case rotation, asOf, currency, horizonDays, listings, workflows, open, groups, atRisk, stated, unpriced
        case verified, selfCleared, queueDigest, skipped, lastImport, facts, discards, proposed, business
        case shadows, policy, unowned, program, verifiedAtRisk, dismissed, actedOn, lapsed, kinds
    }

    /// Whether the workflow of a problem could neither open nor close anything of its kind where it is.
    public func isStale(_ fingerprint: Fingerprint) -> Bool {
        workflows.contains { workflow in
            workflow.id == fingerprint.workflow && workflow.withheld.contains { $0.holdsUp(fingerprint) }
        }
    }

    /// How many open exceptions no exchange rate turns into the currency of the totals, by which rate that is.
    public var missingRates: [String: Int] { unpriced.filter { MissingRate.isMeant(by: $0.key) } }

    /// A summary in which nothing is counted yet.
    init(of rotation: RotationID, asOf: Instant, currency: Currency, horizonDays: Int, workflows: [Workflow]) {
        self.rotation = rotation
        self.asOf = asOf
        self.currency = currency
        self.horizonDays = horizonDays
        self.workflows = workflows
        note(QueueTotals())
        note(EndCounts())
    }

    init(
        rotation: RotationID, asOf: Instant, currency: Currency, horizonDays: Int, swept: Swept,
        queue: BuiltQueue, counts: ChangeCounts, business: BusinessMeasures
    ) {
        let workflows = counts.workflows.map { counted in
            var workflow = counted
            workflow.withheld = swept.withheld[workflow.id] ?? []
            workflow.note(swept.decided[workflow.id])
            return workflow
        }
        self.init(of: rotation, asOf: asOf, currency: currency, horizonDays: horizonDays, workflows: workflows)
        listings = swept.listings
        self.business = business
        note(queue.totals)
        note(counts.ends)
    }

    /// Whether nothing became of any exception, and nothing was proposed.
    var decidesNothing: Bool {
        workflows.allSatisfy { $0.opened + $0.changed + $0.ended + $0.notFixed == 0 } && (proposed ?? 0) == 0
    }

    /// It without what only its own turn did: what a second look from the same moment has to come to as well.
    var state: RotationSummary {
        var state = self
        state.rotation = RotationID(0)
        state.lastImport = nil
        state.workflows = workflows.map { workflow in
            var still = Workflow(id: workflow.id, title: workflow.title, decided: workflow.decided)
            still.withheld = workflow.withheld
            return still
        }
        state.note(EndCounts())
        (state.skipped, state.proposed) = (0, nil)
        state.candidates = []
        return state
    }
}
