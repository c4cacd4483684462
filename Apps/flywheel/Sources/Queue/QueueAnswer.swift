import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// What `queue` prints: rows of one rotation's queue, by lane.
struct QueueAnswer: DocumentedAnswer {
    /// Rows of one lane.
    struct Section {
        let lane: QueueRow.Lane
        let items: [QueueItem]
        /// Where to go on, where the lane does.
        let cursor: QueueCursor?
        /// Rows left out that no cursor leads to, since the order is not the lane's own.
        var left = 0
        /// Where its rows stand among all of the lane; `nil` where nobody asked.
        var extent: Extent?
    }

    /// Where the rows of a section stand among those of its lane that are listed: what stands beneath one is none of them.
    struct Extent {
        /// How many are listed.
        let count: ListCount
        /// How many of them stand before the section; `nil` where they are more than are counted.
        let before: Int?
        /// Where the rows just before the section's begin, as many as it may have; `nil` where that is the lane's first.
        var previous: QueueCursor?
    }

    /// The rows of the whole queue that were asked for.
    struct Matching: Hashable {
        /// How many, by lane.
        var lanes: [QueueRow.Lane: Int] = [:]
        /// What they count for together, in minor units of the rotation's currency.
        var atRisk: Int64 = 0
        /// What sums of theirs come to that documents state, totalled apart.
        var stated: Int64 = 0
        /// Rows that would be among them, were they not put off; the filter does not count these.
        var snoozed = 0

        var count: Int { lanes.values.reduce(0, +) }
    }

    let rotation: RotationRecord
    let summary: RotationSummary
    /// The moment that snoozes are over or not.
    let now: Instant
    /// Rows that wait for work now, by lane; a close after the rotation takes one away.
    let open: [QueueRow.Lane: Int]
    /// Feeds that were fresh at the moment the rotation looked from.
    let freshFeeds: Int
    let filter: QueueFilter
    let sections: [Section]
    var order = QueueOrder.atRisk
    /// What the filter leaves; `nil` without one.
    var matching: Matching?
    /// Rows that nobody is to look at yet, by lane; ``open`` counts them too.
    var snoozed: [QueueRow.Lane: Int] = [:]

    /// What of the files of a trial did not become facts.
    var warnings: [String] = []

    /// Rows of a lane, of those that were asked for.
    func count(in lane: QueueRow.Lane) -> Int { (matching?.lanes ?? open)[lane] ?? 0 }

    /// Rows that wait for work now.
    var openCount: Int { open.values.reduce(0, +) }

    /// How many of those stand for others that are counted as well: what the rotation counted, until something is closed.
    var groupCount: Int? { summary.open == openCount ? summary.groups : nil }

    /// Whether no sum can be said of anything that is open: a total of nothing would read as nothing at risk.
    var isUnpriced: Bool { openCount > 0 && open[.unpriced] == openCount && summary.atRisk == 0 }

    /// Rows that wait, but not for anyone to look at yet.
    var snoozedCount: Int { snoozed.values.reduce(0, +) }

    let listKey: String? = "items"
    let columns = [
        "rank", "id", "atRisk.amount", "atRisk.currency", "actBy", "state", "what", "listing.sku", "lane", "workflow",
        "kind", "listing.account", "listing.marketplace", "interval.p10", "interval.p90", "fixAlone.amount",
        "fixAlone.currency", "avoidable.amount", "avoidable.currency", "evidence", "probability", "units", "unpriced",
        "owner", "claimedBy", "tier", "blockedBy", "blocks", "qualifiers", "began", "detected", "source",
        "snoozedUntil", "parent", "members", "inTotal.amount", "inTotal.currency", "inStatedTotal.amount",
        "inStatedTotal.currency",
    ]

    static let document = Document("queue", "The open problems, ranked by revenue at risk.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.rotation.asOf), "rotation": .value(\.rotation.id), "currency": .value(\.rotation.currency),
        "horizonDays": .value(\.summary.horizonDays), "order": .word(of: QueueOrder.allCases.map(\.name), \.order.name),
        "filters": .value(\.filter),
        "openCount": .part(["value": .value(\.openCount), "relation": .word(of: ["exact"]) { _ in "exact" }]),
        "atRisk": .value { $0.money($0.summary.atRisk) }, "statedAtRisk": .value { $0.money($0.summary.stated) },
        "unpriced": .value(\.summary.unpricedReasons),
        "withheld": .list(
            { $0.summary.lacking($0.filter) },
            ["workflow": .value(\.id), "reasons": .value { $0.withheld.map(\.text) }]),
        "items": .value(\.lines), "nextCursor": .value { $0.sections.compactMap(\.cursor).first?.description },
        "matching": .maybe(
            { answer in answer.matching.map { (answer: answer, matching: $0) } },
            [
                "count": .value { $0.matching.count }, "atRisk": .value { $0.answer.money($0.matching.atRisk) },
                "statedAtRisk": .value { $0.answer.money($0.matching.stated) },
            ]),
        "snoozedCount": .value(\.snoozedCount), "left": .value(\.left), "groupCount": .value(\.groupCount),
    ]

    private var lines: [ListedItem] {
        sections.flatMap(\.items).map { item in
            ListedItem(
                item: item, isStale: summary.isStale(item.exception.fingerprint),
                isSnoozed: item.exception.isSnoozed(at: now))
        }
    }

    private func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, rotation.currency) }

    /// Rows left out that no cursor leads to.
    private var left: Int { sections.reduce(0) { $0 + $1.left } }

    var remarks: [String] {
        if left > 0 { return ["\(Numbers.grouped(left)) more: raise --limit"] }
        return sections.compactMap(\.cursor).first.map { ["more rows: \(filter.command(goingOnAt: $0))"] } ?? []
    }
}
