import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// What `queue` prints: rows of one rotation's queue, by lane.
struct QueueAnswer: Answer {
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

    var rows: [JSON] {
        sections.flatMap { section in
            section.items.map { $0.json(stale: isStale($0), snoozed: $0.exception.isSnoozed(at: now)) }
        }
    }

    var json: JSON {
        [
            "schema": "flywheel.queue/1", "asOf": .instant(rotation.asOf), "rotation": .text(rotation.id.description),
            "currency": .text(rotation.currency.code), "horizonDays": .count(summary.horizonDays),
            "order": .text(order.name),
            "filters": filter.json,
            "openCount": ["value": .count(openCount), "relation": "exact"],
            "atRisk": .money(summary.atRisk, rotation.currency),
            "statedAtRisk": .money(summary.stated, rotation.currency),
            "unpriced": .array(
                summary.unpriced.sorted { $0.key < $1.key }.map {
                    ["reason": .text($0.key), "count": .count($0.value)]
                }),
            "withheld": .array(
                summary.workflows.filter { !$0.withheld.isEmpty }.map {
                    ["workflow": .text($0.id), "reasons": .texts($0.withheld.map(\.text))]
                }),
            "items": .array(rows),
            "nextCursor": .text(sections.compactMap(\.cursor).first?.description),
            "matching": matching.map {
                [
                    "count": .count($0.count), "atRisk": .money($0.atRisk, rotation.currency),
                    "statedAtRisk": .money($0.stated, rotation.currency),
                ]
            } ?? nil,
            "snoozedCount": .count(snoozedCount), "left": .count(left),
        ]
    }

    /// Rows left out that no cursor leads to.
    private var left: Int { sections.reduce(0) { $0 + $1.left } }

    var remarks: [String] {
        if left > 0 { return ["\(Numbers.grouped(left)) more: raise --limit"] }
        return sections.compactMap(\.cursor).first.map { ["more rows: \(filter.command(goingOnAt: $0))"] } ?? []
    }

    private func isStale(_ item: QueueItem) -> Bool { summary.isStale(item.exception.fingerprint) }
}

extension QueueItem {
    /// The row as documented; `stale` when its workflow could neither open nor close anything there, `snoozed` when nobody is to
    /// look at it yet.
    func json(stale: Bool, snoozed: Bool) -> JSON {
        let subject = exception.fingerprint.subject
        let qualifiers = [stale ? "stale" : nil, terms.unpriced == nil ? nil : "unpriced", snoozed ? "snoozed" : nil]
            .compactMap(\.self)
        return [
            "id": .text(exception.id.description), "rank": .count(row.position),
            "state": .text(exception.state.rawValue), "qualifiers": .texts(qualifiers),
            "workflow": .text(exception.fingerprint.workflow), "kind": .text(exception.fingerprint.kind),
            "listing": [
                "account": .text(subject.account), "marketplace": .text(subject.marketplace),
                "sku": subject.kind == .listing ? .text(subject.code) : nil,
            ],
            "atRisk": .money(terms.atRisk, terms.currency),
            "interval": ["p10": .amount(terms.low, terms.currency), "p90": .amount(terms.high, terms.currency)],
            "fixAlone": .money(terms.fixAlone, terms.currency),
            "evidence": .text(terms.evidence?.rawValue), "probability": .number(terms.probability),
            "actBy": .instant(exception.due), "owner": .text(exception.responsible),
            "blockedBy": .texts(blockedBy.map(\.description)), "blocks": .texts(blocks.map(\.description)),
            "unpriced": .text(terms.unpriced),
            "lane": .text(row.lane.name), "what": .text(what), "subject": .subject(subject),
            "discriminator": .text(exception.fingerprint.discriminator),
            "avoidable": .money(terms.avoidable, terms.currency), "units": .decimal(terms.units),
            "statedBy": .text(terms.statedBy), "tier": .text(row.tier?.rawValue),
            "claimedBy": .text(exception.claimedBy), "began": .instant(exception.onset),
            "detected": .instant(exception.detected), "source": .text(exception.source.rawValue),
            "snoozedUntil": .instant(snoozed ? exception.snooze?.until : nil),
            "parent": .text(exception.parent?.description), "members": .count(members),
            // Summed over all rows these are the totals. What a group counts for is its members', and what ends with a case
            // its listing's rows count.
            "inTotal": .money(exception.isGroup ? 0 : terms.inTotal, terms.currency),
            "inStatedTotal": .money(exception.isGroup ? 0 : terms.inStatedTotal, terms.currency),
        ]
    }
}
