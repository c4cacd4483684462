/// What a threshold is chosen under, as data: every number with its reason.
public struct ThresholdRules: Hashable, Sendable, Codable {
    /// Which edition of these numbers; kept with every proposal.
    public var version = 3
    /// The least share of tier-one problems that must be found. A hero missed costs more than ten false alarms, so the floor
    /// is high; above it the sample that says so grows faster than it is worth.
    public var heroRecallFloor = 0.9
    /// How far above its floor recall is held: what a drift takes from the weeks it was measured in, four back on average, until a
    /// change has had its shadow time and approval and the next could follow.
    public var heroRecallMargin = 0.055
    /// The least share of what is found that is real. Below a half people learn to look away (Google SRE Workbook, 5).
    public var precisionFloor = 0.5
    /// The most that is found for each day that an operator works; what a person can look at and act on by hand.
    public var alertsPerOperatorDay = 20.0
    /// Labels below which nothing is proposed: a share of 30 is known to ± 9 points at best.
    public var leastLabels = 30
    /// Labels with something to do below which nothing is proposed.
    public var leastPositives = 10
    /// The share of weeks, the newest, on which a choice must hold that was made on those before.
    public var heldOutShare = 0.3
    /// Labels that the held-out weeks need.
    public var leastHeldOut = 10
    /// The most that a knob moves in a week, as a share of its value: what people have learned to expect stays true.
    public var largestStep = 0.2
    /// Changes accepted within seven days: with two at a time nobody can tell which one did it.
    public var changesPerWeek = 1
    /// How surely a change must gain, from the bootstrap of the held-out weeks.
    public var confidence = 0.95
    /// The share of refuted dismissals from which a person's unchecked ones are not heard.
    public var refutedTolerance = 0.2
    /// Days that a proposal runs beside the one in force before anybody may approve of it.
    public var shadowDays = 7.0
    /// Days for which an accepted change is watched.
    public var watchDays = 7.0
    /// Labels that a judgement of the watched week needs, below which it is watched for longer.
    public var leastWatched = 10
    /// Days after which a watched change with too few labels is kept, and says so.
    public var longestWatchDays = 28.0

    /// The numbers of this edition.
    public init() {}
}
