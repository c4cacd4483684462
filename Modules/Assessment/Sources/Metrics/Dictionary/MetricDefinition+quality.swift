extension MetricDefinition {
    static let verifiedShare = MetricDefinition(
        title: "verified closes",
        question: "Do the data confirm what people close?",
        formula:
            "closes that the data confirmed / closes that they judged, or had 7 days to; " + wilson,
        scope: "closes of people who say that it is mended, refuted ones too; not noise, known or duplicate",
        window: "judged in the window, or the 7 days were over in it",
        unit: .share, direction: .higher, currency: noMoney,
        censoring: "one that the data have not judged is censored until its 7 days are over",
        trigger: "read the closes that failed, and see which feed did not come complete and fresh within a week",
        source: "the check of the cycle plan, do, check, act: W. Deming, Out of the Crisis, 1986",
        caveat: "of several refuted closes of one problem the last one's moment counts for all",
        beside: [.notFixedRate, .freshness])

    static let notFixedRate = MetricDefinition(
        title: "closes that failed",
        question: "How often is something closed that is not fixed?",
        formula: "problems of which the data refuted a close / problems of which they judged one; " + wilson,
        scope: "problems that a person closed and the data judged",
        window: "last judged in the window",
        unit: .share, direction: .lower, currency: noMoney,
        censoring: "closes that the data have not judged are in no denominator",
        trigger: "read the rows by cause: a playbook that ends too early, or a fix that the next feed overwrites",
        source: "reopen rate of trackers, with the data as judge",
        caveat: "a problem counts once, however often its close failed",
        beside: [.verifiedShare])

    static let causeCapture = MetricDefinition(
        title: "root causes captured",
        question: "Does work that ends say why the problem came about?",
        formula:
            "problems with a usable root cause / problems; other, unknown and one word for whatever a workflow closes "
            + "are not usable; " + wilson,
        scope: "problems that a person closed, or that ended after somebody had claimed them or written a change",
        window: "ended in the window",
        unit: .share, direction: .higher, currency: noMoney,
        censoring: "what is open is not in it; what ended unclaimed has nobody to say why, and is apart",
        trigger: "extend the taxonomy by what hides under other, and close rows before the facts do",
        source: "completeness of cause codes",
        caveat: "a cause that one person always names may be the first in the list: look at its share by owner",
        beside: [.repeatRate30])

    static func repeatRate(days: String, beside: Metric) -> MetricDefinition {
        MetricDefinition(
            title: "repeat rate, \(days) days",
            question: "Does what was fixed come back within \(days) days for the same cause?",
            formula:
                "verified ends followed within \(days) days by a problem of the same subject, kind and cause / verified "
                + "ends; " + wilson,
            scope: "problems that began, and that a person closed and the data confirmed",
            window: "the \(days) days after the end were over in the window; one still within them by its end",
            unit: .share, direction: .lower, currency: noMoney,
            censoring:
                "ends whose \(days) days are not over are censored, even if the cause is back; so are those followed by a "
                + "problem of the same subject and kind that is open and states no cause yet",
            trigger: "decide on a prevention for the cause that comes back most, with a review date",
            source: "recurrence within a window, as hospitals count readmissions",
            caveat: "causes that nobody states cannot repeat: beside it stands how many are stated",
            beside: [beside, .causeCapture, .regressionRate])
    }

    static let regressionRate = MetricDefinition(
        title: "regression rate",
        question: "Does the very same problem come back within 30 days?",
        formula: "verified ends followed within 30 days by a problem of the same fingerprint / verified ends; "
            + wilson,
        scope: "problems that began, and that a person closed and the data confirmed",
        window: "the 30 days after the end were over in the window; one still within them by its end",
        unit: .share, direction: .lower, currency: noMoney,
        censoring: "ends whose 30 days are not over are censored, even if it is back",
        trigger: "find what undoes the fix: a feed that overwrites it, or a rule that sets it again",
        source: "regressions of error trackers",
        caveat: "it needs no stated cause, and so also counts what came back for another one",
        beside: [.repeatRate30])
}
