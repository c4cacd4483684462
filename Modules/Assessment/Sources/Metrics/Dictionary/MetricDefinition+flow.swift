extension MetricDefinition {
    static let backlog = MetricDefinition(
        title: "backlog",
        question: "How many problems are open?",
        formula: "problems seen by the end of the window and not ended by then",
        scope: "all problems; the row that stands in the queue for a whole group is none of its own",
        window: "at the end of the window",
        unit: .problems, direction: .lower, currency: noMoney,
        censoring: "nothing is censored; a problem whose close the data refuted counts as open throughout",
        trigger: "where it grows for two weeks and its age too, hours are missing: see the net flow and the touch time",
        source: "open = arrivals a day x days open: J. Little, A proof for the queuing formula, 1961",
        caveat: "a count of rows of unequal worth: revenue at risk says what they are worth",
        beside: [.backlogAge, .openExposure, .coverage])

    static let backlogAge = MetricDefinition(
        title: "age of the backlog",
        question: "How old are the problems that nobody gets to?",
        formula:
            "90th percentile of (end of the window - first seen) of open problems, linear between the values around it",
        scope: "problems open at the end of the window",
        window: "at the end of the window",
        unit: .days, direction: .lower, currency: noMoney,
        censoring: "nothing is censored: it is an age, not a duration",
        trigger: "give the long tail a fixed hour a week, or dismiss what nobody will ever do",
        source: "sample quantile of type 7: R. Hyndman and Y. Fan, Sample quantiles in statistical packages, 1996",
        caveat: "closing old rows unfixed lowers it: beside it stand the closes that failed",
        beside: [.backlog, .notFixedRate])

    static let netFlow = MetricDefinition(
        title: "net flow",
        question: "Does more come than ends?",
        formula: "(problems first seen - problems ended) / weeks watched in the window",
        scope: "all problems; what the first turn of all found had gathered before, and did not come then",
        window: "first seen or ended in the window",
        unit: .problemsPerWeek, direction: .lower, currency: noMoney,
        censoring: "nothing is censored; what ended unaided counts as ended",
        trigger: "above 0 for two weeks with rising age: add hours, prevent the commonest cause, or raise a threshold",
        source: "arrivals less departures of a cumulative flow diagram",
        caveat: "a broken feed brings nothing and so looks like progress",
        beside: [.backlog, .coverage, .freshness])
}
