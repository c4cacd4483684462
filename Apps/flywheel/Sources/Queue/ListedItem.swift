import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// A row of the queue as documented.
struct ListedItem {
    let item: QueueItem
    /// Whether its workflow could neither open nor close anything there.
    var isStale = false
    /// Whether nobody is to look at it yet.
    var isSnoozed = false

    private var exception: ExceptionRecord { item.exception }
    private var fingerprint: Fingerprint { exception.fingerprint }
    private var terms: RiskTerms { item.terms }

    private var qualifiers: [Qualifier] {
        Qualifier.allCases.filter {
            switch $0 {
            case .stale: isStale
            case .unpriced: terms.unpriced != nil
            case .snoozed: isSnoozed
            }
        }
    }

    private enum Qualifier: String, CaseIterable {
        case stale, unpriced, snoozed
    }
}

extension ListedItem: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.exception.id), "rank": .value(\.item.row.position), "state": .word(\.exception.state),
        "qualifiers": .words(\.qualifiers), "workflow": .value(\.fingerprint.workflow),
        "kind": .value(\.fingerprint.kind),
        "listing": .part([
            "account": .value(\.fingerprint.subject.account), "marketplace": .value(\.fingerprint.subject.marketplace),
            "sku": .value { $0.fingerprint.subject.kind == .listing ? $0.fingerprint.subject.code : nil },
        ]),
        "atRisk": .money { ($0.terms.atRisk, $0.terms.currency) },
        "interval": .part([
            "p10": .amount { ($0.terms.low, $0.terms.currency) }, "p90": .amount { ($0.terms.high, $0.terms.currency) },
        ]),
        "fixAlone": .money { ($0.terms.fixAlone, $0.terms.currency) }, "evidence": .value(\.terms.evidence),
        "probability": .value(\.terms.probability), "actBy": .value(\.exception.due),
        "owner": .value(\.exception.responsible), "blockedBy": .value(\.item.blockedBy),
        "blocks": .value(\.item.blocks), "unpriced": .value(\.terms.unpriced), "lane": .value(\.item.row.lane),
        "what": .value(\.item.what), "subject": .value(\.fingerprint.subject),
        "discriminator": .value(\.fingerprint.discriminator),
        "avoidable": .money { ($0.terms.avoidable, $0.terms.currency) }, "units": .value(\.terms.units),
        "statedBy": .value(\.terms.statedBy), "tier": .word(\.item.row.tier),
        "claimedBy": .value(\.exception.claimedBy), "began": .value(\.exception.onset),
        "detected": .value(\.exception.detected), "source": .word(\.exception.source),
        "snoozedUntil": .value { $0.isSnoozed ? $0.exception.snooze?.until : nil },
        "parent": .value(\.exception.parent), "members": .value(\.item.members),
        // Summed over all rows these are the totals. What a group counts for is its members', and what ends with a case
        // its listing's rows count.
        "inTotal": .value { Money(minorUnits: $0.exception.isGroup ? 0 : $0.terms.inTotal, $0.terms.currency) },
        "inStatedTotal": .value {
            Money(minorUnits: $0.exception.isGroup ? 0 : $0.terms.inStatedTotal, $0.terms.currency)
        },
    ]
}

extension RevenueAtRisk.Evidence: JSONValue {
    /// The weakest first.
    static var shape: Shape { .word(allCases.reversed().map(\.rawValue)) }
    var json: JSON { .text(rawValue) }
}
