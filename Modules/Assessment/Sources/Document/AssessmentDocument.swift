public import FlywheelKit

/// One assessment: where the wheel stands, what it is judged by, how mature each workflow is, how well workflows are
/// connected, and what to do next.
///
/// It follows from a history, a model, and what people stated (attachments, exemptions), and from nothing else: the same
/// of each gives an equal document. Amounts are in minor units of ``currency``; shares lie between 0 and 1. What could not
/// be told is `nil`, with its reason in a neighbour.
public struct AssessmentDocument: Hashable, Sendable, Codable {
    /// Whose work it is about, "northwind", several joined by commas.
    public var account: String
    /// The days that are judged.
    public var period: Period
    /// The currency of all amounts.
    public var currency: Currency
    /// What maturity was judged by.
    public var model: ModelName
    /// Whether a simulation wrote the history.
    public var isSimulated: Bool
    /// How much there was to judge from.
    public var coverage: Coverage
    /// Where the wheel stops feeding forward.
    public var stall: Stall
    /// How far the wheel has come.
    public var cycle: Cycle
    /// Whether the same people manage more, with fewer repeats.
    public var compounding: Compounding
    /// What each phase passes on, in the order of the wheel.
    public var phases: [Phase]
    /// What the wheel is judged by, in the order of the dictionary.
    public var metrics: [Metric]
    /// Maturity, workflow by workflow: those on the value path first, in its order, then the others by id.
    public var workflows: [Workflow]
    /// Connections between workflows, by ends.
    public var connections: [Connection]
    /// The weakest link, and what it holds back.
    public var path: ValuePath
    /// What to do, the next first.
    public var roadmap: [Investment]
    /// Checks that are left out for now.
    public var exemptions: [Exemption]
    /// What people attached as evidence.
    public var attachments: [Attachment]

    /// An assessment of its parts.
    public init(
        account: String, period: Period, currency: Currency, model: ModelName, isSimulated: Bool, coverage: Coverage,
        stall: Stall, cycle: Cycle, compounding: Compounding, phases: [Phase], metrics: [Metric],
        workflows: [Workflow], connections: [Connection], path: ValuePath, roadmap: [Investment],
        exemptions: [Exemption] = [], attachments: [Attachment] = []
    ) {
        self.account = account
        self.period = period
        self.currency = currency
        self.model = model
        self.isSimulated = isSimulated
        self.coverage = coverage
        self.stall = stall
        self.cycle = cycle
        self.compounding = compounding
        self.phases = phases
        self.metrics = metrics
        self.workflows = workflows
        self.connections = connections
        self.path = path
        self.roadmap = roadmap
        self.exemptions = exemptions
        self.attachments = attachments
    }

    /// The days that are judged.
    public struct Period: Hashable, Sendable, Codable {
        /// When they begin.
        public var from: Instant
        /// The moment it is looked from.
        public var until: Instant

        /// Some days.
        public init(from: Instant, until: Instant) {
            self.from = from
            self.until = until
        }
    }

    /// Which model it was judged by.
    public struct ModelName: Hashable, Sendable, Codable {
        /// Its id, "workflow-maturity".
        public var id: String
        /// Its version.
        public var version: Int
        /// Sixteen hexadecimal digits that follow from all it says.
        public var hash: String

        /// A model.
        public init(id: String, version: Int, hash: String) {
            self.id = id
            self.version = version
            self.hash = hash
        }
    }

    /// How much there was to judge from.
    public struct Coverage: Hashable, Sendable, Codable {
        /// Turns of the wheel in the period.
        public var turns: Int
        /// Problems that were open in it.
        public var problems: Int
        /// Those that ended in it.
        public var ended: Int
        /// Those that a person closed.
        public var closed: Int
        /// Listings at the newest turn.
        public var listings: Int?
        /// The share of them of which some workflow could tell whether anything is wrong.
        public var watchedShare: Double?
        /// The share of deciding feeds that were fresh, over the turns of the period.
        public var freshShare: Double?

        /// What was there.
        public init(
            turns: Int, problems: Int, ended: Int, closed: Int, listings: Int?, watchedShare: Double?,
            freshShare: Double?
        ) {
            self.turns = turns
            self.problems = problems
            self.ended = ended
            self.closed = closed
            self.listings = listings
            self.watchedShare = watchedShare
            self.freshShare = freshShare
        }
    }
}
