import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension TurnMeasures {
    /// What a rotation's record says of one account alone; `nil` where that was not kept.
    init?(_ record: RotationRecord, of account: String) throws {
        var own = record
        own.summary = ""
        own.accounts = record.accounts.filter { $0.key == account }
        try self.init(own)
    }

    /// What a rotation's record says of its turn, of those accounts alone that whoever reads may know of; `nil` where that was
    /// not kept. Of the business nothing where it is older than such measures, of who works the queue nothing where only some
    /// accounts may be known of.
    init?(_ record: RotationRecord) throws {
        guard let summary = try RotationSummary(of: record) else { return nil }
        self.init(id: record.id.number, at: record.asOf)
        listings = summary.listings
        open = summary.open
        openAtRisk = summary.atRisk
        openKinds = Self.openKinds(of: summary)
        if record.summary.isEmpty { wholeOnly = summary.business == nil ? [.business, .staff] : [.staff] }
        guard let business = summary.business else { return }
        freshFeeds = business.freshFeeds
        feeds = business.feeds
        listings = business.listings
        watched = business.watched
        heroes = business.heroes
        stockKnown = business.stockKnown
        stockedOut = business.stockedOut
        heroFeaturedShare = business.heroFeaturedShare
        weekRevenue = business.weekRevenue
        weekListings = business.weekListings
        weekUnits = business.weekUnits.map(Double.init)
        staffHours = business.staffHours
        staff = business.staff
    }

    /// What was open by workflow and kind; `nil` where that was not kept. That a workflow was there and nothing of it was
    /// open is known as well.
    private static func openKinds(of summary: RotationSummary) -> [String: [String: Open]]? {
        guard let kinds = summary.kinds else { return nil }
        var kept: [String: [String: Open]] = [:]
        for workflow in summary.workflows { kept[workflow.id] = [:] }
        for (workflow, amounts) in kinds {
            kept[workflow] = amounts.mapValues { Open(count: $0.count, unpriced: $0.unpriced, atRisk: $0.atRisk) }
        }
        return kept
    }
}

extension WorkflowLink {
    /// A kept measurement; `nil` where one of its workflows is not installed.
    init?(_ body: LinkBody, at: Instant, among workflows: [String: Int]) {
        guard let from = workflows[body.from], let to = workflows[body.to] else { return nil }
        self.init(from: from, to: to, signal: body.signal, at: at)
        rows = body.rows
        published = body.published
        read = body.read
        findings = body.findings
        changedFindings = body.changedFindings
        movedRanks = body.movedRanks
        lagHours = body.lagHours
    }
}
