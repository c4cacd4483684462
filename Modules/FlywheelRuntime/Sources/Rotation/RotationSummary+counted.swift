import FlywheelKit
public import FlywheelStore

extension RotationSummary {
    /// The summary of a turn that somebody else made and counted: one that is simulated.
    ///
    /// - Parameters:
    ///   - record: which turn, when, in which currency.
    ///   - workflows: what became of each workflow's exceptions.
    ///   - queue: the rows of its queue, as they are published.
    ///   - kinds: what they count for by workflow and kind; all of them have an amount, none stands for others.
    ///   - outcomes: what the exceptions leave that ended in it.
    ///   - business: how the business stood.
    public init(
        of record: RotationRecord, horizonDays: Int, workflows: [Workflow], queue: [QueueRow],
        kinds: [String: [String: OpenAmount]], outcomes: [OutcomeRecord], business: BusinessMeasures
    ) {
        self.init(
            of: record.id, asOf: record.asOf, currency: record.currency, horizonDays: horizonDays,
            workflows: workflows.sorted { $0.id < $1.id })
        listings = business.listings
        self.business = business
        var (totals, ends) = (QueueTotals(), EndCounts())
        totals.add(kinds)
        for outcome in outcomes { ends.add(outcome, in: currency) }
        note(totals)
        note(ends)
        queueDigest = SHA.hexadecimal(
            of: queue.map { "\($0.position) \($0.exception) \($0.atRisk ?? 0)" }.joined(separator: "\n"))
    }
}

extension RotationSummary.Workflow {
    /// A workflow whose exceptions nothing became of yet, and that could decide.
    public init(id: String, title: String) { self.init(id: id, title: title, decided: true) }
}
