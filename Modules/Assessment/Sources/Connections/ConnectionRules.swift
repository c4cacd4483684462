/// What the connection of two workflows is judged by.
public struct ConnectionRules: Hashable, Sendable, Codable {
    /// A problem follows another on the same subject if it was detected at most so many days after it.
    public var limitDays: Double
    /// Problems that each of two workflows must have had for their problems to be compared.
    public var minimumProblems: Int
    /// Problems that must have followed another for people to be said to carry it over.
    public var minimumLinked: Int
    /// How many times as many must have followed as would by chance.
    public var leastLift: Double
    /// Rows that a signal must have been published on to be judged.
    public var minimumRows: Int
    /// The share of rows on which the reader must find the signal.
    public var readShare: Double
    /// Hours by which the facts behind a signal may be older than those of its reader.
    public var limitHours: Double
    /// The share of findings or places in the queue that must be others without the signal.
    public var effectShare: Double
    /// Days after which a measurement no longer says how things are.
    public var staleDays: Double
    /// What it takes to raise a connection, by the level that is reached.
    public var steps: [ConnectionStep]

    /// Some rules.
    public init(
        limitDays: Double, minimumProblems: Int, minimumLinked: Int, leastLift: Double, minimumRows: Int,
        readShare: Double, limitHours: Double, effectShare: Double, staleDays: Double, steps: [ConnectionStep]
    ) {
        self.limitDays = limitDays
        self.minimumProblems = minimumProblems
        self.minimumLinked = minimumLinked
        self.leastLift = leastLift
        self.minimumRows = minimumRows
        self.readShare = readShare
        self.limitHours = limitHours
        self.effectShare = effectShare
        self.staleDays = staleDays
        self.steps = steps
    }
}

/// What raises a connection to a level.
public struct ConnectionStep: Hashable, Sendable, Codable {
    /// The level that is reached, 3 to 5.
    public var level: Int
    /// What to do; `FROM` and `TO` stand for the titles of the two, `PAIR` for their ids as decisions name them.
    public var remedy: String
    /// Hours that takes, roughly.
    public var effortHours: Double

    /// A step.
    public init(to level: Int, _ remedy: String, effortHours: Double) {
        self.level = level
        self.remedy = remedy
        self.effortHours = effortHours
    }
}
