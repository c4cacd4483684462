import CaseDesk
import Cases
import Statistics

extension CasesReportAnswer {
    /// Every figure of the report, those of all cases first.
    var figures: [ReportFigure] { durations + shares + disputes + people + [contactsAndSales] + parts }

    private var durations: [ReportFigure] {
        ReportFigure.duration(.firstAnswer, report.firstAnswer) + ReportFigure.duration(.solve, report.solve)
            + ReportFigure.duration(.close, report.close) + ReportFigure.duration(.handling, report.handling)
            + ReportFigure.duration(.span, report.span) + ReportFigure.duration(.verification, report.verification)
    }

    private var shares: [ReportFigure] {
        let handovers = report.handovers
        let contact = report.contacts.all
        var estimate = ReportFigure(metric: .repeatContact, statistic: "estimate")
        estimate.value = contact.estimate?.share
        (estimate.low, estimate.high) = (contact.estimate?.low, contact.estimate?.high)
        (estimate.of, estimate.unknown) = (contact.share.whole + contact.share.open, report.contacts.unknown)
        return [
            .share(.reopened, handovers.reopened), .share(.reassigned, handovers.reassigned),
            ReportFigure(metric: .reassigned, statistic: "times", value: Double(handovers.reassignments)),
            ReportFigure(metric: .reassigned, statistic: "mostTimes", value: Double(handovers.mostReassignments)),
            .share(.keptPromise, handovers.keptPromise), .share(.repeatContact, contact.share), estimate,
            .share(.firstContact, report.firstContact), .share(.escalated, report.escalated),
        ]
            + report.attainment.map { kind, kept in
                ReportFigure(
                    metric: .attainment, statistic: "share", part: kind.rawValue, value: kept.share, count: kept.met,
                    of: kept.told, open: kept.pending, unknown: kept.unknown)
            }
            + report.contacts.byTopic.map { .share(.repeatContact, $0.contact.share, part: $0.topic) }
    }

    private var disputes: [ReportFigure] {
        let results = report.disputes
        let all = results.all
        let counts = [
            ("partly", all.partly), ("lost", all.lost), ("withdrawn", all.withdrawn), ("pending", all.pending),
        ].map { ReportFigure(metric: .disputesWon, statistic: $0.0, value: Double($0.1)) }
        func parts(_ parts: [DisputeResults.Part], _ kind: String) -> [ReportFigure] {
            parts.map { .share(.disputesWon, $0.tally.wins, part: "\(kind) \($0.name)") }
        }
        return [.share(.disputesWon, all.wins)] + counts + parts(results.byKind, "kind")
            + parts(results.byReason, "reason") + parts(results.byEvidence, "evidence")
    }

    private var people: [ReportFigure] {
        let survey = report.survey
        var possible = ReportFigure(metric: .satisfaction, statistic: "possible", of: survey.answered.whole)
        (possible.low, possible.high) = (survey.possible?.lowerBound, survey.possible?.upperBound)
        var answered = ReportFigure.share(.satisfaction, survey.answered)
        answered = ReportFigure(
            metric: .satisfaction, statistic: "answered", value: answered.value, low: answered.low, high: answered.high,
            count: answered.count, of: answered.of)
        let kappa = report.reviews.agreement
        let bounds = kappa?.interval()
        return [
            .share(.satisfaction, survey.satisfied), answered, possible,
            ReportFigure(
                metric: .agreement, statistic: "kappa", value: kappa?.value, low: bounds?.lowerBound,
                high: bounds?.upperBound, count: report.reviews.twice, of: report.reviews.reviewed),
            .share(.policyGaps, report.gaps.share),
        ] + sentiments
    }

    /// By language, how dissatisfied those sound who did not say: `count` of them, of readings held against `of` answers.
    private var sentiments: [ReportFigure] {
        guard !sentiment.languages.isEmpty else {
            return [ReportFigure(metric: .sentiment, statistic: "share", isHidden: true)]
        }
        return sentiment.languages.map { language in
            ReportFigure(
                metric: .sentiment, statistic: "share", part: language.code.isEmpty ? nil : language.code,
                value: language.dissatisfied, count: language.read, of: language.check.count,
                isHidden: language.dissatisfied == nil)
        }
    }

    private var contactsAndSales: ReportFigure {
        let bounds = association.correlation?.interval()
        return ReportFigure(
            metric: .association, statistic: "correlation", value: association.correlation?.value,
            low: bounds?.lowerBound, high: bounds?.upperBound, count: association.contacts, of: association.listings,
            unknown: association.unknown)
    }

    /// What was measured of each part of the cases, where they are told apart.
    private var parts: [ReportFigure] {
        guard let key else { return [] }
        return report.cohorts(by: key).flatMap { cohort -> [ReportFigure] in
            let part = "\(key.rawValue) \(cohort.name ?? "unknown")"
            guard let figure = cohort.figure else {
                return [ReportFigure(metric: .solve, statistic: "median", part: part, isHidden: true)]
            }
            func share(_ metric: DeskMetric, _ share: ShareSummary?) -> ReportFigure {
                share.map { .share(metric, $0, part: part) }
                    ?? ReportFigure(metric: metric, statistic: "share", part: part, isHidden: true)
            }
            return ReportFigure.duration(.firstAnswer, figure.firstAnswer, part: part)
                + ReportFigure.duration(.solve, figure.solve, part: part) + [
                    share(.reopened, figure.reopened), share(.keptPromise, figure.keptPromise),
                    share(.repeatContact, figure.cameBack),
                    share(.firstContact, figure.firstContact), share(.satisfaction, figure.satisfied),
                ]
        }
    }
}
