extension MetricDefinition {
    static let timeToOwn = MetricDefinition(
        title: "time to own",
        question: "How long does a problem wait until somebody takes it?",
        formula: "median of (first claim - first seen); " + productLimit,
        scope: "all problems",
        window: "first seen in the window",
        unit: .hours, direction: .lower, currency: noMoney,
        censoring: "unclaimed problems are censored: open ones at the moment of judging, ended ones at their end",
        trigger: "check the routing rules and the hours staffed; claim from the top in the morning",
        source: "mean time to acknowledge of incident response, taken as the median",
        caveat: "a claim is not yet work: beside it stands how long the problem lasts",
        beside: [.ownedInTime, .timeToResolution])

    static let ownedInTime = MetricDefinition(
        title: "owned in time, tier A",
        question: "Does somebody take every hero's problem within a day?",
        formula: "problems claimed within 24 hours of being seen / problems; " + wilson,
        scope: "problems of tier A",
        window: "the 24 hours after first being seen ended in the window; one still within them by when it was seen",
        unit: .share, direction: .higher, currency: noMoney,
        censoring: "within the 24 hours it is censored, even if claimed; what ended unclaimed within them is apart",
        trigger: "route tier A to a person by rule, and look at the hours between turns and the first claim",
        source: "service level of a first response",
        caveat: "24 hours by the clock: what is seen on a Friday evening counts as late on Saturday evening",
        beside: [.timeToOwn])

    static let timeToResolution = MetricDefinition(
        title: "time to resolution",
        question: "How long does a problem last once it is seen?",
        formula: "median of (last close - first seen), of closes that the data did not refute; " + productLimit,
        scope: "all problems",
        window: "first seen in the window",
        unit: .hours, direction: .lower, currency: noMoney,
        censoring:
            "open problems are censored at the moment of judging; what nobody closed at its end, and counted apart",
        trigger: "compare kinds and owners; the slowest kind needs a playbook, the slowest owner help",
        source: "mean time to resolve of incident response, taken as the median with what is open in it",
        caveat: "self-cleared problems are taken as if they would have lasted like the others, had they not ended",
        beside: [.timeToOwn, .backlogAge])

    static let dueMet = MetricDefinition(
        title: "due times met",
        question: "Does work end when it was due?",
        formula: "problems that ended by their due time / problems whose due time has come; " + wilson,
        scope: "problems with a due time",
        window: "due in the window",
        unit: .share, direction: .higher, currency: noMoney,
        censoring:
            "open and overdue counts as not met at once; what ended unaided before it was due, or was due when it was found, is apart",
        trigger: "look at the kinds that miss it: either the promise or the hours behind it are wrong",
        source: "attainment of a service level, open breaches counted",
        caveat: "due times run on business time, losses on the clock: a promise kept on Monday cost the weekend",
        beside: [.timeToResolution])

    static let touchTime = MetricDefinition(
        title: "touch time",
        question: "How much work is one close?",
        formula: "sum of minutes people spent / closes, bounds of 95% by the normal approximation from 30 closes on",
        scope: "problems that a person closed, or a written change ended",
        window: "ended in the window",
        unit: .minutes, direction: .lower, currency: noMoney,
        censoring: "what is open is not in it; closes whose minutes nobody can tell are apart",
        trigger: "write or shorten the playbook of the kind that takes the most minutes in all",
        source: "mean service time, which staffing multiplies by arrivals: A. Erlang, 1917",
        caveat: "minutes between touches are not all work, and work away from the screen is not in them",
        beside: [.timeToResolution])
}
