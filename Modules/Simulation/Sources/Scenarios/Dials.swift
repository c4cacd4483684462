/// How an organisation works in one phase: all that a scenario may set.
struct Dials: Hashable, Sendable {
    // MARK: What happens

    /// Problems that begin in a week, before growth, season and prevention.
    var arrivalsPerWeek: Double
    /// The share of problems that end by themselves, 0 to 1.
    var endingAlone: Double
    /// The share of causes that come back after a fix, unless they are prevented.
    var repeating: Double
    /// Days from a cause's fix to its return, on average.
    var repeatsAfterDays: Double
    /// How the catalogue grows in a year: 0.2 is a fifth more.
    var growth: Double

    // MARK: Detection

    /// Days from onset until the facts show it, on average.
    var lagDays: Double
    /// Turns of the wheel in a week: 1, 5 on working days, 7, or 14.
    var turnsPerWeek: Int
    /// The share of problems that no stage sees and people find.
    var foundByPeople: Double
    /// Days after which people find them, on average.
    var foundAfterDays: Double

    // MARK: Work

    /// What comes as a share of what the staffed hours can end.
    var load: Double
    /// How rows are taken: weights of the queue's order, oldest first, loudest first, at random.
    var order: [Double]
    /// The share of rows a rule gives an owner.
    var routed: Double
    /// The share of work done with the playbook.
    var byPlaybook: Double
    /// The share of steps then done.
    var stepsDone: Double
    /// How much faster than at first a row is worked on.
    var pace: Double

    // MARK: What is learned

    /// The share of what people end that has a usable cause.
    var captured: Double
    /// Of the rest, the share that vanishes without a close.
    var vanishing: Double
    /// The share of closes that truly end the problem.
    var fixing: Double
    /// The probability that a turn has a complete snapshot.
    var complete: Double
    /// Weeks from one complete snapshot to the next, where they come on a day of their own.
    var weeksToComplete: Int?
    /// The share of refuted closes that nobody takes up again.
    var leftRefuted: Double

    // MARK: Decisions

    /// Weeks from one decision to the next, on average; `nil` where none is made.
    var weeksToDecision: Double?
    /// The share of a cause's problems that a prevention keeps away.
    var prevention: Double
    /// The share of a lag that a tuned threshold takes away.
    var tuning: Double
    /// How likely a decision is about a threshold, where no cause calls for prevention.
    var tunes: Double
}
