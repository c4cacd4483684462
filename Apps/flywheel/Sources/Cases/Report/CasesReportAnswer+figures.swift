import CaseDesk
import Cases
import Statistics

extension CasesReportAnswer {
    /// Every figure of the report, those of all cases first.
    var figures: [ReportFigure] { ofAll + parts }

    /// Those of all cases.
    var ofAll: [ReportFigure] { report.figures + sentiments + [contactsAndSales] }

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

    /// What figures of a cohort say that they are of.
    static func part(_ name: String?, by key: CohortKey) -> String { "\(key.rawValue) \(name ?? "unknown")" }

    /// What was measured of each part of the cases, where they are told apart.
    var parts: [ReportFigure] {
        guard let key else { return [] }
        return report.cohorts(by: key).flatMap { cohort -> [ReportFigure] in
            let part = Self.part(cohort.name, by: key)
            guard let figure = cohort.figure else {
                return [ReportFigure(metric: .solve, statistic: "median", part: part, isHidden: true)]
            }
            func hidden(_ metric: DeskMetric) -> ReportFigure {
                ReportFigure(metric: metric, statistic: "share", part: part, isHidden: true)
            }
            func share(_ metric: DeskMetric, _ share: ShareSummary?) -> ReportFigure {
                share.map { .share(metric, $0, part: part) } ?? hidden(metric)
            }
            return ReportFigure.duration(.firstAnswer, figure.firstAnswer, part: part)
                + ReportFigure.duration(.solve, figure.solve, part: part) + [
                    share(.reopened, figure.reopened), share(.keptPromise, figure.keptPromise),
                    share(.repeatContact, figure.cameBack),
                    share(.firstContact, figure.firstContact), share(.satisfaction, figure.satisfied),
                    figure.attainment.map { .attainment($0, part: part) } ?? hidden(.attainment),
                    share(.escalated, figure.escalated),
                ] + report.won.map { share($0.metric, figure.won($0.metric)) }
        }
    }
}

extension DeskReport {
    /// Every figure of its cases alone.
    var figures: [ReportFigure] { durations + shares + disputesWon + people }

    private var durations: [ReportFigure] {
        ReportFigure.duration(.firstAnswer, firstAnswer) + ReportFigure.duration(.solve, solve)
            + ReportFigure.duration(.close, close) + ReportFigure.duration(.handling, handling)
            + ReportFigure.duration(.span, span) + ReportFigure.duration(.verification, verification)
    }

    private var shares: [ReportFigure] {
        let contact = contacts.all
        var estimate = ReportFigure(metric: .repeatContact, statistic: "estimate")
        estimate.value = contact.estimate?.share
        (estimate.low, estimate.high) = (contact.estimate?.low, contact.estimate?.high)
        (estimate.of, estimate.unknown) = (contact.share.whole + contact.share.open, contacts.unknown)
        return [
            .share(.reopened, handovers.reopened), .share(.reassigned, handovers.reassigned),
            ReportFigure(metric: .reassigned, statistic: "times", value: Double(handovers.reassignments)),
            ReportFigure(metric: .reassigned, statistic: "mostTimes", value: Double(handovers.mostReassignments)),
            .share(.keptPromise, handovers.keptPromise), .share(.repeatContact, contact.share), estimate,
            .share(.firstContact, firstContact), .share(.escalated, escalated),
        ]
            + attainment.map { .attainment($0.kept, part: $0.kind.rawValue) }
            + contacts.byTopic.map { .share(.repeatContact, $0.contact.share, part: $0.topic) }
    }

    private var disputesWon: [ReportFigure] {
        won.flatMap { metric, results -> [ReportFigure] in
            let all = results.all
            let counts = [
                ("partly", all.partly), ("lost", all.lost), ("withdrawn", all.withdrawn), ("pending", all.pending),
            ].map { ReportFigure(metric: metric, statistic: $0.0, value: Double($0.1)) }
            func parts(_ parts: [DisputeResults.Part], _ kind: String) -> [ReportFigure] {
                parts.map { .share(metric, $0.tally.wins, part: "\(kind) \($0.name)") }
            }
            return [.share(metric, all.wins)] + counts + parts(results.byKind, "kind")
                + parts(results.byReason, "reason") + parts(results.byEvidence, "evidence")
        }
    }

    /// Disputes won, by the desk always, by others where there are any.
    fileprivate var won: [(metric: DeskMetric, results: DisputeResults)] {
        let known = disputes.known
        return known.contains { $0.metric == .disputesWon } ? known : [(.disputesWon, disputes.desk)] + known
    }

    private var people: [ReportFigure] {
        var possible = ReportFigure(metric: .satisfaction, statistic: "possible", of: survey.answered.whole)
        (possible.low, possible.high) = (survey.possible?.lowerBound, survey.possible?.upperBound)
        var answered = ReportFigure.share(.satisfaction, survey.answered)
        answered = ReportFigure(
            metric: .satisfaction, statistic: "answered", value: answered.value, low: answered.low, high: answered.high,
            count: answered.count, of: answered.of)
        let kappa = reviews.agreement
        let bounds = kappa?.interval()
        return [
            .share(.satisfaction, survey.satisfied), answered, possible,
            ReportFigure(
                metric: .agreement, statistic: "kappa", value: kappa?.value, low: bounds?.lowerBound,
                high: bounds?.upperBound, count: reviews.twice, of: reviews.reviewed),
            .share(.policyGaps, gaps.share),
        ]
    }
}
