import Statistics

/// How an organisation works for a while.
struct Practice {
    /// The order in which people take rows where they do not take the queue's.
    enum Order: CaseIterable {
        case arrival, newest, loudest, any
    }

    /// How often somebody takes a row in another order than the queue's, 0 to 1.
    var wilful = 0.05
    /// That order.
    var order = Order.any
    /// Minutes of work that come, over minutes that are staffed, at the start.
    var load = 0.6
    /// How often a close says the true cause, 0 to 1.
    var capture = 0.92
    /// Of the work that ends without a cause, how much ends without a close.
    var vanishing = 0.2
    /// The chance that a meeting decides something.
    var decisiveness = 0.7
    /// Whether what it decides may be more than a policy.
    var changesWork = true
    /// Whether detection is tuned from what was closed.
    var isTuned = false
    /// Whether it invests in keeping causes from coming back.
    var prevents = true
    /// Turns of the wheel on one day; 0 for one a week.
    var turnsPerDay = 1
    /// Share of the problems that no stage sees before a person does.
    var foundByPeople = 0.06
    /// Mean days until a person stumbles over one of those.
    var stumblingDays = 3.0
    /// The chance that a turn sees complete snapshots of every feed.
    var completeness = 0.97
    /// The chance that work on a problem ends it.
    var mending = 0.92
    /// The chance that nobody takes up again what the data refuted.
    var leaving = 0.05
    /// Mean days until somebody does so after all.
    var leavingDays = 3.0
    /// Share of what is found that is none.
    var noise = 0.08
    /// Share of playbook steps that are done.
    var following = 0.75
    /// Share of those that the system does by itself.
    var automation = 0.2

    /// A way of working in which nothing stalls.
    static func ordinary(_ chance: inout SplitMix64) -> Practice {
        var practice = Practice()
        practice.wilful = chance.between(0.02, 0.12)
        practice.load = chance.between(0.4, 0.7)
        practice.capture = chance.between(0.85, 0.98)
        practice.decisiveness = chance.between(0.5, 0.9)
        practice.turnsPerDay = chance.one(of: [1, 1, 2, 4])
        practice.foundByPeople = chance.between(0.02, 0.12)
        practice.stumblingDays = chance.between(1.5, 4)
        practice.completeness = chance.between(0.92, 1)
        practice.mending = chance.between(0.87, 0.97)
        practice.leaving = chance.between(0, 0.2)
        practice.noise = chance.between(0.03, 0.15)
        practice.following = chance.between(0.5, 0.95)
        practice.automation = chance.between(0, 0.5)
        return practice
    }
}

extension SplitMix64 {
    /// An even number between two bounds.
    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// Whether something of this chance happens.
    mutating func happens(_ chance: Double) -> Bool { uniform() < chance }

    /// One of some values, each as likely as its neighbours.
    mutating func one<Value>(of values: [Value]) -> Value { values[Int(uniform() * Double(values.count))] }
}
