import FlywheelKit
import FlywheelStore
import RevenueAtRisk

extension Document {
    /// What is written of the queue and of one exception.
    static let queue = [
        Document(
            "listings", "Listings on which something is open or those that were asked for, most at risk first.",
            ListingsAnswer.shape),
        Document("listing", "Everything about one listing, of all workflows.", ListingAnswer.shape),
        Document(
            "queue", "The open problems, ranked by revenue at risk.",
            [
                "asOf": .instant, "rotation": .text, "currency": .text, "horizonDays": .integer,
                "order": .word(QueueOrder.allCases.map(\.name)),
                "filters": [
                    "workflow": .maybe(.text), "tier": .maybe(.tier), "owner": .maybe(.text), "lane": .maybe(.lane),
                    "state": .maybe(.word(QueueState.allCases.map(\.rawValue))), "parent": .maybe(.text),
                    "all": .flag, "since": .maybe(.text), "actBy": .maybe(.instant), "unclaimed": .flag,
                    "account": .maybe(.text), "marketplace": .maybe(.text),
                ],
                "openCount": ["value": .integer, "relation": .word(["exact"])], "atRisk": .knownMoney,
                "statedAtRisk": .knownMoney, "unpriced": .unpriced,
                "withheld": .list(["workflow": .text, "reasons": .list(.text)]), "items": .list(.queueItem),
                "nextCursor": .maybe(.text),
                "matching": .maybe(["count": .integer, "atRisk": .knownMoney, "statedAtRisk": .knownMoney]),
                "snoozedCount": .integer, "left": .integer,
            ]),
        Document(
            "show", "Why an exception stands where it stands, and what to do.",
            [
                "asOf": .maybe(.instant), "rotation": .maybe(.text), "id": .text, "state": .state,
                "lane": .maybe(.lane), "rank": .maybe(.integer), "workflow": .text, "kind": .text, "title": .text,
                "subject": .subject, "discriminator": .text, "tier": .maybe(.tier), "began": .maybe(.instant),
                "detected": .instant, "actBy": .maybe(.instant), "owner": .maybe(.text), "claimedBy": .maybe(.text),
                "claimedAt": .maybe(.instant), "closedBy": .maybe(.text), "closedAt": .maybe(.instant),
                "rootCause": .maybe(.text), "previous": .maybe(.text), "exposure": .exposure,
                "resolution": .resolution, "terms": .maybe(.terms), "neighbours": .list(.neighbour),
                "numbers": .maybe(.numbers), "rootCauses": .list(["id": .text, "meaning": .text]),
                "history": .list([
                    "at": .instant, "actor": .text, "actorKind": .text, "event": .text, "state": .text,
                    "cause": .text, "detail": .text,
                ]), "source": .source, "isDetected": .flag, "assignedBy": .maybe(.text), "snooze": .maybe(.snooze),
                "stepsDone": .list(.integer),
                "notes": .list(["id": .text, "at": .instant, "author": .text, "text": .text]),
                "changes": .list(ChangeRecord.shape), "hasDraft": .flag,
                "earlier": .list([
                    "id": .text, "state": .state, "detected": .instant, "ended": .instant, "closedBy": .maybe(.text),
                    "rootCause": .maybe(.text), "stepsDone": .list(.integer), "note": .maybe(.text),
                ]),
                "parent": .maybe(.text),
                "members": .list([
                    "id": .text, "state": .state, "subject": .subject, "claimedBy": .maybe(.text),
                    "atRisk": .maybe(.money),
                ]),
            ]),
    ]
}

extension Shape {
    static let state = Shape.word(ExceptionRecord.State.allCases.map(\.rawValue))
    /// Where an exception comes from.
    static let source = Shape.word(ExceptionRecord.Source.allCases.map(\.rawValue))
    fileprivate static let tier = Shape.word(Tier.allCases.map(\.rawValue))
    fileprivate static let lane = Shape.word(QueueRow.Lane.allCases.map(\.name))
    fileprivate static let evidence = Shape.word(["low", "medium", "high"])

    static let queueItem: Shape = [
        "id": .text, "rank": .integer, "state": state, "qualifiers": .list(.word(["stale", "unpriced", "snoozed"])),
        "workflow": .text, "kind": .text,
        "listing": ["account": .text, "marketplace": .text, "sku": .maybe(.text)], "atRisk": .money,
        "interval": .interval, "fixAlone": .money, "evidence": .maybe(evidence), "probability": .number,
        "actBy": .maybe(.instant), "owner": .maybe(.text), "blockedBy": .list(.text), "blocks": .list(.text),
        "unpriced": .maybe(.text), "lane": lane, "what": .text, "subject": .subject, "discriminator": .text,
        "avoidable": .money, "units": .maybe(.decimal), "statedBy": .maybe(.text), "tier": .maybe(tier),
        "claimedBy": .maybe(.text), "began": .maybe(.instant), "detected": .instant, "source": .source,
        "snoozedUntil": .maybe(.instant), "parent": .maybe(.text), "members": .maybe(.integer),
        "inTotal": .knownMoney, "inStatedTotal": .knownMoney,
    ]

    fileprivate static let snooze: Shape = [
        "until": .instant, "reason": .maybe(.text), "by": .text, "at": .instant, "atRisk": .maybe(.money),
    ]

    fileprivate static let exposure: Shape = [
        "claims": .word(["nothing", "dailyShare", "stated", "atStake", "unknown"]),
        "dailyLossShares": .maybe(.list(.number)),
        "stated": .maybe(.knownMoney), "statedBy": .maybe(.text),
        "sums": .maybe(.list(["sum": .knownMoney, "statedBy": .text])), "endsOnListing": .maybe(.text),
        "unknownBecause": .maybe(.text), "scope": .text,
        "probability": .number, "begins": .maybe(.instant), "startsInDays": .maybe(.integer),
        "deadline": .maybe(.instant), "fixTakesDays": .number, "cures": .list(.text),
    ]

    fileprivate static let resolution: Shape = [
        "way": .word(["ask", "dismiss", "act"]), "why": .maybe(.text),
        "remedy": .maybe(["title": .text, "effortHours": .number, "isReversible": .flag]),
        "playbook": .maybe(["id": .text, "title": .text, "minutes": .integer, "steps": .list(.text)]),
        "suggestion": .maybe([
            "action": .text, "target": .maybe(.text), "because": .list(.text), "unknowns": .list(.text),
        ]),
    ]

    fileprivate static let neighbour: Shape = [
        "id": .text, "fingerprint": .text, "title": .text, "state": state, "exposure": .maybe(exposure),
        "lastingProbabilities": .maybe(.list(.number)), "atRisk": .maybe(.money),
    ]

    fileprivate static let numbers: Shape = [
        "together": .list(.number),
        "rows": .list([
            "id": .text, "fingerprint": .text, "expectedShares": .list(.number), "countsForDays": .list(.number),
        ]),
    ]

    fileprivate static let terms: Shape = [
        "horizonDays": .integer, "currency": .text, "atRisk": .money, "interval": .interval, "fixAlone": .money,
        "avoidable": .money, "net": .money, "feeRate": .maybe(.decimal), "unpriced": .maybe(.text),
        "units": .maybe(.decimal), "probability": .number, "ageDays": .integer,
        "lastingProbabilities": .list(.number), "durationsObserved": .integer, "evidence": .maybe(evidence),
        "statedBy": .maybe(.text), "sums": .list(sum), "ending": .maybe(ending), "listings": .list(listing),
        "furtherListings": .integer,
    ]

    private static let sum: Shape = [
        "sum": .knownMoney, "statedBy": .text, "conversion": .maybe(.conversion), "atRisk": .money,
    ]

    private static let ending: Shape = [
        "listing": .text, "ends": .list(["id": .maybe(.text), "fingerprint": .text]), "unitsPerDay": .decimal,
        "price": .knownMoney, "days": .decimal, "daysBefore": .decimal, "amount": .knownMoney,
        "conversion": .maybe(.conversion), "countedBefore": .list(["id": .maybe(.text), "fingerprint": .text]),
    ]

    private static let listing: Shape = [
        "listing": .text, "unitsPerDay": .decimal, "price": .knownMoney, "days": .decimal, "centsShared": .integer,
        "amount": .knownMoney, "daysTogether": .decimal, "listingTotal": .knownMoney, "fixAloneDays": .decimal,
        "avoidableDays": .decimal,
        "conversion": .maybe(.conversion),
        "neighbours": .list([
            "id": .maybe(.text), "fingerprint": .text, "shareToday": .number, "days": .decimal, "daysAfter": .decimal,
            "blocks": .flag,
        ]),
        "basis": [
            "goodDays": .integer, "blockedDays": .integer, "unknownDays": .integer, "unitsSum": .number,
            "exposureSumDays": .number, "dispersion": .number, "priorWeight": .number,
            "priorUnitsPerDay": .maybe(.number), "productUnitsPerDay": .decimal,
        ],
    ]
}
