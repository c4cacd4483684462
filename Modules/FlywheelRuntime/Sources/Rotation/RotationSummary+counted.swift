import FlywheelKit
public import FlywheelStore

extension RotationSummary {
    /// The summary of a turn that somebody else made and counted: one that is simulated or rebuilt.
    ///
    /// - Parameters:
    ///   - record: which turn, when, in which currency.
    ///   - workflows: what became of each workflow's exceptions.
    ///   - queue: the rows of its queue, as they are published.
    ///   - ended: the exceptions that ended in it.
    ///   - business: how the business stood.
    public init(
        of record: RotationRecord, horizonDays: Int, workflows: [Workflow], queue: [QueueRow],
        ended: [ExceptionRecord], business: BusinessMeasures
    ) {
        rotation = record.id
        asOf = record.asOf
        currency = record.currency
        self.horizonDays = horizonDays
        listings = business.listings
        self.workflows = workflows.sorted { $0.id < $1.id }
        open = queue.count
        atRisk = queue.reduce(0) { $0 + ($1.atRisk ?? 0) }
        stated = 0
        unpriced = [:]
        verified = ended.count { $0.state == .verified }
        selfCleared = ended.count { $0.verdictAtEnd == .selfCleared }
        queueDigest = SHA.hexadecimal(
            of: queue.map { "\($0.position) \($0.exception) \($0.atRisk ?? 0)" }.joined(separator: "\n"))
        self.business = business
    }
}

extension RotationSummary.Workflow {
    /// A workflow whose exceptions nothing became of yet, and that could decide.
    public init(id: String, title: String) { self.init(id: id, title: title, decided: true) }
}
