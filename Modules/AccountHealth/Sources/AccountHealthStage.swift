public import FlywheelKit

/// Finds accounts that a marketplace closed or threatens to close, measures that are beyond the marketplace's limit, and
/// those that are nearing it: by counts with their interval, so that one defect in twenty orders is not over.
public struct AccountHealthStage: Surveying {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "account-health", title: "Account health", scans: .account,
        inputs: [
            AccountMetrics.feed.deciding(
                AccountMetrics.metric, AccountMetrics.status, AccountMetrics.count, AccountMetrics.whole,
                AccountMetrics.rate, AccountMetrics.target, AccountMetrics.condition, AccountMetrics.from,
                AccountMetrics.until)
        ],
        kinds: [.deactivated, .atRisk, .overLimit], rootCauses: RootCause.accountHealth,
        writes: [.detect, .exposure, .resolve])

    private let model: MetricHistory

    /// A stage that knows how the measures stood before.
    public init(knobs: NoKnobs, model: MetricHistory) { self.model = model }

    /// Reports what the marketplace says of the account, and each measure that is over its limit or nears it.
    public func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<MetricEvidence>) {
        let rows = chunk.details(of: AccountMetrics.feed)
        for row in chunk.rows {
            for detail in rows.range(row) {
                guard let metric = Metric(detail, of: rows) else { continue }
                let course = model.course(
                    MetricHistory.Key(account: chunk.account, marketplace: chunk.marketplace, metric: metric.name))
                let judged = MetricEvidence(metric, course: course, today: chunk.today)
                guard let kind = judged.kind else { continue }
                findings.report(
                    kind, at: row, discriminator: metric.name == Metric.account ? "" : metric.name,
                    weighing: judged.weight, judged)
            }
        }
    }

    /// A closed account sells nothing. What the marketplace does about a limit, and when, nobody can say: such a row has no
    /// amount, which is not an amount of zero.
    public func exposure(of evidence: MetricEvidence) -> Exposure {
        if evidence.kind == .deactivated { return Exposure(.dailyShare([1]), scope: .account) }
        if evidence.isNear {
            return Exposure(
                .unknown("what the marketplace does once the limit is crossed is not known"),
                probability: evidence.chanceOver,
                begins: evidence.crossing.map { .start(of: $0.expected) })
        }
        return Exposure(.unknown("what the marketplace does about it, and when, is not known"))
    }

    /// What a person does next.
    public func resolve(_ evidence: MetricEvidence) -> Resolution { AccountRemedies.resolution(of: evidence) }

    /// How each measure stands now, for the next rotation to see where it goes.
    public static func survey(_ chunk: Chunk, into survey: inout MetricHistory.Survey) {
        let rows = chunk.details(of: AccountMetrics.feed)
        for row in chunk.rows {
            for detail in rows.range(row) {
                guard let metric = Metric(detail, of: rows), let until = metric.until, let counts = metric.counts
                else { continue }
                survey.add(
                    MetricHistory.Observation(day: until, count: counts.count, whole: counts.whole),
                    of: MetricHistory.Key(
                        account: chunk.account, marketplace: chunk.marketplace, metric: metric.name))
            }
        }
    }

    /// What was known before with what is seen now.
    public static func fit(_ survey: MetricHistory.Survey, after model: MetricHistory) -> MetricHistory {
        model.adding(survey)
    }
}

extension FindingKind {
    static let deactivated = FindingKind("deactivated", title: "account closed", effortHours: 4, lastsDays: 14)
    static let atRisk = FindingKind("at-risk", title: "account at risk", effortHours: 4, lastsDays: 14)
    /// One kind for what is foreseen and what is so, or no warning could come true.
    static let overLimit = FindingKind("over-limit", title: "over or near the limit", effortHours: 2, lastsDays: 30)
}

extension RootCause {
    static let accountHealth = [
        RootCause("late-handling", "Orders were handed over later than promised."),
        RootCause("stock-not-there", "Orders were cancelled for want of stock."),
        RootCause("carrier", "A carrier was late or left no trace."),
        RootCause("product", "A product was not what its listing said."),
        RootCause("policy", "A policy was broken."),
        RootCause("marketplace-error", "The marketplace counted what it should not have."),
    ]
}
