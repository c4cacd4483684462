extension MetricDefinition {
    static let timeToDetection = MetricDefinition(
        title: "time to detection",
        question: "How long does a problem cost money before anybody sees it?",
        formula: "median of (first seen - onset), no less than 0; " + productLimit,
        scope: "problems whose onset the facts or a person state, seen after it",
        window: "first seen in the window",
        unit: .hours, direction: .lower, currency: noMoney,
        censoring: "nothing is censored; problems of unknown onset, and those predicted before they began, are apart",
        trigger: "import and rotate more often, or ask the source for an event in place of a daily file",
        source: "mean time to detect of incident response, taken as the median",
        caveat:
            "onset is when the data first show it, not when a file came; problems nobody has seen yet are not in it",
        beside: [.foundLate, .freshness])

    static let foundLate = MetricDefinition(
        title: "found late by other means",
        question: "What does detection miss until a person stumbles on it?",
        formula: "problems that a person found and no stage had / problems; " + wilson,
        scope: "all problems",
        window: "first seen in the window",
        unit: .share, direction: .lower, currency: noMoney,
        censoring: "nothing is censored: who found it is known when it is seen",
        trigger:
            "look at the causes of these rows and loosen the threshold, or add the kind of finding, that missed them",
        source: "escaped defects among all defects, of software testing",
        caveat: "people who have no time to look find nothing: a low share beside a low coverage proves little",
        beside: [.coverage])

    static let alertPrecision = MetricDefinition(
        title: "alert precision",
        question: "How many alerts are about something real?",
        formula: "problems judged actionable or known / problems judged actionable, known or noise; " + wilson,
        scope: "problems that stages found and people judged",
        window: "ended in the window",
        unit: .share, direction: .higher, currency: noMoney,
        censoring:
            "what cleared itself, did not happen, was ordered for in time or was a duplicate is apart: it says nothing "
            + "for or against",
        trigger: "tune the threshold of the kind with the most noise; one threshold a week",
        source: "precision of alerts: B. Beyer and others, The Site Reliability Workbook, 2018, chapter 5",
        caveat: "who marks noise to empty a queue lowers it: hold it against the second labels of the audit sample",
        beside: [.foundLate])

    static let predictionHits = MetricDefinition(
        title: "predicted rows that came true",
        question: "How do predicted rows end?",
        formula: "predicted rows that came true / those that came true or lapsed, each as soon as it does; " + wilson,
        scope: "problems that were predicted before they began",
        window: "came true or lapsed in the window; one still open by when it was predicted",
        unit: .share, direction: .higher, currency: noMoney,
        censoring:
            "open predictions are censored; those a person closed or ordered for in time are apart: nobody can tell",
        trigger: "compare with the probabilities the rows stated; where it lies below, tune the rule that predicts",
        source: "positive predictive value of a test",
        caveat:
            "what lapsed may come true before the time that it spoke of is over: warnings wait for that, and judge rules by it",
        beside: [.alertPrecision])
}
