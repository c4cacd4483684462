extension MetricDefinition {
    static let openExposure = MetricDefinition(
        title: "revenue at risk, open",
        question: "How much revenue is at risk in the open queue?",
        formula: "attributed revenue at risk of the open queue, each listing counted once",
        scope: "the queue as the turn ranked it, all parts together",
        window: newestTurn,
        unit: .money, direction: .lower, currency: reported,
        censoring: "nothing is censored; a turn is a reading, not an event",
        trigger:
            "work from the top; where it rises with the backlog, add hours; where it rises alone, look at the newest rows",
        source: "expected loss, attributed by L. Shapley, A value for n-person games, 1953",
        caveat: "it falls when detection breaks: without coverage and freshness it says nothing",
        beside: [.coverage, .freshness, .backlog])

    static let exposureCleared = MetricDefinition(
        title: "revenue at risk cleared a day",
        question: "How much revenue at risk do people take away in a day?",
        formula:
            "sum of revenue at risk of verified closes, as it counted when they were closed / days watched in the window",
        scope: "problems that a person closed, or a written change ended, and the data confirmed",
        window: "confirmed in the window; one that nobody closed by its end",
        unit: .moneyPerDay, direction: .higher,
        currency: reported + "; summed as integers, divided once, rounded half to even",
        censoring:
            "closes not confirmed yet are censored; what cleared itself, and what has no amount, is apart and in no sum",
        trigger:
            "if it falls while revenue at risk is open, look at capacity, then at whether work follows the queue's order",
        source: "throughput in money: E. Goldratt and J. Cox, The Goal, 1984",
        caveat: "an upper bound of what work brought: part of it would have ended unaided, as the rows apart show",
        beside: [.openExposure, .verifiedShare])
}
