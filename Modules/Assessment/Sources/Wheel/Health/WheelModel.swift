/// Every cut-off and prior that the wheel is judged by, as one versioned value: the same model and the same history give the
/// same judgement.
///
/// The cut-offs are this project's own, each with its reason. A change of any is a new ``version``.
public struct WheelModel: Hashable, Sendable {
    /// The version of these numbers.
    public var version = 4

    // MARK: The window

    /// Weeks that yields and the diagnosis look at: half a year, so that a burst or a season of some weeks is a small part;
    /// decisions are fewer (``decisionWindowWeeks``).
    public var windowWeeks = 26
    /// Weeks that habits are judged by where enough came in them: a quarter, so that what was given up shows.
    public var recentWeeks = 13
    /// Weeks of watching below which nothing is said: fewer hold no cause that comes back, no decision and no due review.
    public var leastWeeks = 8
    /// Problems below which nothing is said: an 80 % interval of a share of 40 is as wide as ±0.1.
    public var leastProblems = 40
    /// Claims below which the order of work is not known.
    public var leastClaims = 30
    /// Ended work below which capture and verification are not known.
    public var leastCloses = 30
    /// Drawings of the window's weeks, with replacement: enough to tell 0.8 from 0.9 in most drawings.
    public var drawings = 200
    /// The share of drawings in which a handoff must be broken to be called so: four in five, so that healthy is rarely not.
    public var leastSupport = 0.8
    /// Records named with a figure: what a person reads; the rest follows from the same filter.
    public var rowsShown = 20

    // MARK: Visibility

    /// Hours within which a problem is to be found: a weekend without imports, Friday evening to Monday morning, and a
    /// day for the marketplace's own reports to appear.
    public var lagLimitHours = 84.0

    // MARK: Resolution

    /// Days within which somebody is to take a problem on: a week, so that a week's burst that is worked off in order is
    /// in time.
    public var ownershipDays = 7.0

    // MARK: Better data and decisions

    /// Days after a confirmed end within which a problem that comes back counts in trends: short enough that a month's ends
    /// have had the time two months later.
    public var trendRepeatDays = 30.0
    /// Closes with one cause in one workflow from which it counts as coming back, within the window.
    public var repeatsForDecision = 3
    /// Weeks from one decision to the next of people who learn: one a month.
    public var decisionPaceWeeks = 4.0
    /// Weeks that decisions are counted over: a year, since half of one holds so few that chance doubles or halves them.
    public var decisionWindowWeeks = 52
    /// The probability of a silence by chance, after the pace before it, below which nobody decides any more: it is looked for every
    /// day and everywhere, so chance must be rare.
    public var silenceProbability = 0.001
    /// Weeks that causes have called for decisions below which nothing is said: at one a month chance leaves twelve without any
    /// in one of twenty.
    public var leastDecisionWeeks = 12

    // MARK: Better performance

    /// Days after a close by which the data should have spoken; then it is unverified.
    public var verificationDays = 7.0

    // MARK: Targets

    /// Found within the limit: one in ten begins where no feed looks.
    public var weeklyDetection = Handoff(target: 0.9, broken: 0.7, elasticity: 1)
    /// Ranked: people who know a listing take it first now and then; two thirds of the way to the queue's order is the least
    /// that takes the worthy rows soon.
    public var noRanking = Handoff(target: 0.8, broken: 0.65, elasticity: 0.8)
    /// The score of order below which late ownership says nothing of capacity: half of the hours go to any row.
    public var leastOrder = 0.5
    /// Owned in time: one in twenty may wait. More do so in a burst, or where nobody looks for a while; that too much comes is
    /// said only where the queue is not cleared either (``leastCleared``).
    public var noCapacity = Handoff(target: 0.95, broken: 0.95, elasticity: 1.5)
    /// The share of weeks in which the queue is cleared, below which it stands: most weeks end as they began.
    public var leastCleared = 0.5
    /// The share of weeks in which a turning wheel clears its queue: all but a season of half a quarter.
    public var clearedTarget = 0.75
    /// Caused: a third cycle asks for 80 %; below 60 % the most frequent cause is a guess.
    public var noCapture = Handoff(target: 0.8, broken: 0.6, elasticity: 0.6)
    /// Decided: below 60 % of one a month, decisions lie seven weeks apart.
    public var noDecision = Handoff(target: 0.9, broken: 0.6, elasticity: 0.5)
    /// Verified: one close in ten may fall into a gap of the feeds; where one in five does, cleared money is a guess.
    public var noVerification = Handoff(target: 0.9, broken: 0.8, elasticity: 0.5)
    /// Found by stages at all.
    public var stagesTarget = 0.9
    /// Time watched.
    public var watchedTarget = 0.95
    /// Owned when due: promises are kept nine times in ten.
    public var dueTarget = 0.9
    /// Ended over came: the queue does not grow.
    public var keptUpTarget = 1.0
    /// Causes that came back and were answered.
    public var answeredTarget = 0.7
    /// Decisions reviewed.
    public var reviewedTarget = 0.8

    /// The numbers of a handoff.
    public func handoff(_ stall: Stall) -> Handoff {
        switch stall {
        case .weeklyDetection: weeklyDetection
        case .noRanking: noRanking
        case .noCapacity: noCapacity
        case .noCapture: noCapture
        case .noDecision: noDecision
        case .noVerification: noVerification
        }
    }

    /// What a handoff is held against.
    public struct Handoff: Hashable, Sendable {
        /// The yield of a turning wheel.
        public var target: Double
        /// The yield below which the next phase gets too little to work with.
        public var broken: Double
        /// The percent by which open exposure falls for one percent more of this yield: a prior. The exposure that is open is
        /// what comes × how long it stays, so detection counts in full, ownership more than that since waiting grows faster than
        /// load, order less since it moves the worth and not the number of what waits, and the three that teach only by
        /// what they keep from coming back.
        public var elasticity: Double

        /// A handoff's numbers.
        public init(target: Double, broken: Double, elasticity: Double) {
            self.target = target
            self.broken = broken
            self.elasticity = elasticity
        }
    }

    // MARK: Trends

    /// The probability of a trend by chance below which it counts: one in ten, as thirteen months are few.
    public var trendProbability = 0.1
    /// Confirmed ends of a month below which its repeat rate is not known.
    public var leastRepeatable = 8
    /// The percent by which people grow for one percent of catalogue from which headcount grows with it.
    public var headcountElasticity = 0.8
    /// The growth from which a catalogue counts as larger: over the history, to hold headcount against it; of the listings for
    /// each person since the first quarter, for the fifth cycle.
    public var leastGrowth = 0.1

    // MARK: Cycles

    /// The score of order from which it is the queue's: what a person reaches who takes one of the top ten of a hundred nine
    /// times in ten, and any row the tenth.
    public var cycleOrder = 0.7
    /// The share of work with a usable cause that cycle 3 takes.
    public var cycleCauses = 0.8
    /// Weeks for which a changed threshold counts: a quarter.
    public var tunedWeeks = 12.0
    /// Weeks without a changed threshold after which nobody tunes any more, where that is longer than chance leaves between
    /// changes at the pace they had: half a year, since a good value may stay for long.
    public var untunedWeeks = 26.0
    /// Weeks after which that is so at any pace: a year.
    public var longestUntunedWeeks = 52.0
    /// Cases of a month and the one before, below which a figure is not known.
    public var leastMonthly = 10
    /// The part by which a condition that held may miss its limit and still hold.
    public var slack = 0.2
    /// Standard deviations by which it must miss its limit besides: chance does so in one month of a hundred.
    public var lossDeviations = 2.33
    /// The same as a probability, where what is counted is too little for standard deviations.
    public var lossProbability = 0.01
    /// Standard deviations by which a figure that had not come to its limit must fall to be a fall: it is looked for everywhere,
    /// so chance must be rarer.
    public var slipDeviations = 3.0
    /// Months for which a condition must have held for its loss to be a fall.
    public var heldMonths = 2
    /// Problems of tier A in a quarter below which their time to the end is not known.
    public var leastHeroes = 6
    /// Days to the end of tier A, against when order was by hand; or against the first months, where it never was. Where
    /// hardly anything waits no order can make it sooner, so it may be a tenth later.
    public var resolutionLimit = Limit(sooner: 1.1, noWorse: 1.5)
    /// Hours to detection, against before thresholds were tuned; or against the first months.
    public var detectionLimit = Limit(sooner: 1, noWorse: 1.25)
    /// Open exposure, likewise.
    public var exposureLimit = Limit(sooner: 1, noWorse: 1.5)
    /// The part of two months' problems that the queue may grow by and count as level.
    public var levelQueue = 0.05
    /// Months, at most, of what came back that are held against each other: two quarters.
    public var repeatMonths = 6
    /// What came back, against before causes were written down; or against the first months.
    public var repeatLimit = Limit(sooner: 1, noWorse: 1.25)

    /// Problems of a month over the usual, from which the queue is flooded.
    public var floodFactor = 1.4
    /// The share of closes that makes a key person.
    public var keyPersonShare = 0.25
    /// Staffed hours over the usual, below which they are fewer.
    public var fewerHours = 0.75

    /// What a figure is held against, as a factor on what it was before.
    public struct Limit: Hashable, Sendable {
        /// On what it was before people changed how they work.
        public var sooner: Double
        /// On what it was in the first months, where they worked so from the start: no improvement can be asked for.
        public var noWorse: Double

        /// A limit.
        public init(sooner: Double, noWorse: Double) {
            self.sooner = sooner
            self.noWorse = noWorse
        }
    }

    // MARK: Handoffs

    /// Weeks before and after a handoff was taken out that are held against each other.
    public var handoffWeeks = 8.0
    /// Problems on each side without which nothing is said.
    public var leastHandoffProblems = 20

    // MARK: Capacity

    /// Weeks that capacity looks at.
    public var capacityWeeks = 8
    /// ρ above which waiting grows out of hand: ρ/(1 - ρ) is 5.7 service times there.
    public var utilisationLimit = 0.85
    /// Minutes that a problem takes before enough of its kind were timed.
    public var touchMinutesPrior = 20.0
    /// Timed problems of a kind from which their mean replaces the prior.
    public var leastTimed = 5
    /// Hours a week of one full-time person.
    public var fullTimeHours = 40.0

    /// The model.
    public init() {}
}
