extension DeskMetric {
    /// What the figures mean that are neither a duration nor a plain share of cases.
    var finding: MetricDefinition {
        switch self {
        case .attainment:
            MetricDefinition(
                title: "promises kept",
                formula: "clocks that stopped in time / clocks that stopped, or are overdue and still "
                    + "awaited", window: Self.opened, unit: "share of clocks, in business time",
                censoring: "clocks that are not due yet are in no share; those made void by the end of a case neither")
        case .satisfaction:
            MetricDefinition(
                title: "satisfied",
                formula: "satisfied answers / answers, beside answers / asked; and what is possible "
                    + "among all asked, if none or all of the others were satisfied",
                window: Self.opened, unit: Self.bounds,
                censoring: "who did not answer is in no score: below 30% of answers the score is marked as thin")
        case .sentiment:
            MetricDefinition(
                title: "sentiment of texts", formula: "the mean probability, as read, that a writer is dissatisfied",
                window: Self.opened, unit: "share of cases",
                censoring:
                    "hidden unless its readings hold against the desk's own surveys in that language: 200 answers, "
                    + "30 of each kind, area under the curve 0.65, mean error 5 points above chance at most")
        case .policyGaps:
            MetricDefinition(
                title: "policy gaps", formula: "audits of escalations that found a gap / audits",
                window: Self.opened, unit: Self.bounds,
                censoring: "the bounds hold for all escalations where the audited ones were drawn at random")
        case .rootCauses:
            MetricDefinition(
                title: "root causes",
                formula: "cases that first ended in a week, by stated cause; trend by Cochran and "
                    + "Armitage of the cause's share, all causes together by Holm",
                window: "the last cases.quality.causeWeeks weeks that are over, Monday to Sunday",
                unit: "cases a week", censoring: "cases without a stated cause are in no share; their number is shown")
        case .agreement:
            MetricDefinition(
                title: "agreement of reviewers",
                formula: "Cohen's kappa of the first two people's last verdicts, deviation "
                    + "by Fleiss, Cohen and Everitt",
                window: Self.opened, unit: "kappa, with bounds of 95%",
                censoring: "cases that one person looked at are left out")
        case .association:
            MetricDefinition(
                title: "contacts and sales",
                formula: "Spearman's rank correlation over listings of cases for each unit sold "
                    + "in a first stretch with the change of sales from a second to a third",
                window: "three stretches of 28 days, one after the other, up to yesterday",
                unit: "correlation, with bounds of 95%",
                censoring:
                    "a stretch counts by its days of known sales, 21 at least, in proportion; listings without sales in the "
                    + "first, or in both others, are left out; an association, whose causes may lie elsewhere")
        case .backlog:
            MetricDefinition(
                title: "backlog", formula: "open the day before + opened + opened again - ended",
                window: "the last cases.quality.backlogDays days, all cases", unit: "cases at the end of the day",
                censoring: "nothing is censored; cases that went into another one are not counted")
        case .buyersWon: Self.won(by: "buyers", of: "disputes in which the desk has no part, as where it decides")
        case .sellersWon: Self.won(by: "sellers", of: "disputes in which the desk has no part, as where it decides")
        default: Self.won(by: "the desk's side", of: "disputes in which it has a part")
        }
    }

    private static func won(by whom: String, of disputes: String) -> MetricDefinition {
        MetricDefinition(
            title: "disputes won by \(whom)",
            formula: "disputes won wholly / disputes decided, of \(disputes); partly won stand in the denominator",
            window: opened, unit: "share of decided disputes, with Wilson's bounds of 95%",
            censoring: "withdrawn and pending disputes are apart; disputes nobody pursued are in none of it")
    }
}
