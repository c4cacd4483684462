import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation
import RevenueAtRisk

@testable import FlywheelRuntime
@testable import flywheel

/// Values that golden tests render: one rotation on 20 November 2026 with three exceptions.
enum Scene {
    static let asOf = Instant("2026-11-20T16:05:00Z") ?? Instant(seconds: 0)
    static let usd = Currency("USD") ?? Marketplace.directory[0].currency
    static let losAngeles = ZoneFiles().zone("America/Los_Angeles") ?? .utc

    static func page(_ width: Int = 80, colours: Bool = false) -> Page {
        Page(width: width, ink: Ink(isOn: colours), clock: WallClock(now: asOf, zone: losAngeles))
    }

    static func fingerprint(_ kind: String, _ code: String, _ discriminator: String = "") -> Fingerprint {
        Fingerprint(
            workflow: kind == "stock-out" ? "inventory" : "suppressions", kind: kind,
            subject: Subject(.listing, account: "northwind", marketplace: "ATVPDKIKX0DER", code: code),
            discriminator: discriminator)
    }

    static func exception(
        _ id: Int64, _ fingerprint: Fingerprint, state: ExceptionRecord.State = .active, due: String
    ) -> ExceptionRecord {
        var exception = ExceptionRecord(
            id: ExceptionID(id), fingerprint: fingerprint, state: state, onset: Instant("2026-11-19T06:10:00Z"),
            detected: Instant("2026-11-19T14:02:00Z") ?? asOf, opened: RotationID(210), evidence: "{}", exposure: .none,
            model: "")
        exception.due = Instant(due)
        return exception
    }

    static func terms(
        atRisk: Int64?, evidence: Evidence = .medium, probability: Double = 1, unpriced: String? = nil,
        listings: [RiskTerms.Listing] = []
    ) -> RiskTerms {
        let low: Int64? = atRisk.map { $0 * 2 / 3 }
        let high: Int64? = atRisk.map { $0 * 7 / 5 }
        return RiskTerms(
            asOf: asOf, horizonDays: 30, currency: usd, atRisk: atRisk, low: low, high: high,
            fixAlone: atRisk.map { $0 / 2 }, avoidable: atRisk, net: nil, feeRate: nil, unpriced: unpriced,
            units: unpriced == nil ? nil : Decimal4(tenThousandths: 42_000), probability: probability, ageDays: 1,
            lasting: [Double](repeating: 0.5, count: 30), durationsObserved: 212, evidence: evidence,
            listings: listings,
            furtherListings: 0, statedBy: nil)
    }

    /// 40.00 units a day x 31.00 x 4.16 full days = 5,158.40.
    static func listing(neighbours: [RiskTerms.Neighbour] = [], currency: Currency = usd) -> RiskTerms.Listing {
        RiskTerms.Listing(
            code: "HB-204-BLK", unitsPerDay: Decimal4(tenThousandths: 400_000),
            price: Money(minorUnits: 3_100, currency),
            days: Decimal4(tenThousandths: 41_600), daysTogether: Decimal4(tenThousandths: 65_000),
            listingTotal: Money(minorUnits: 806_000, currency), amount: Money(minorUnits: 515_840, currency),
            centsShared: 0,
            fixAloneDays: Decimal4(tenThousandths: 20_800), avoidableDays: Decimal4(tenThousandths: 38_400),
            neighbours: neighbours,
            conversion: ExchangeRates([], pivot: usd).conversion(from: usd, to: usd, on: asOf.utcDay),
            posteriorShape: 1_640, posteriorRate: 41,
            basis: RiskTerms.Basis(
                goodDays: 41, blockedDays: 19, unknownDays: 0, unitsSum: 1_640, exposureSum: 41, dispersion: 1.2,
                priorWeight: 0.12, priorRate: 31.5, productUnitsPerDay: Decimal4(tenThousandths: 400_000)))
    }

    static func item(
        _ exception: ExceptionRecord, _ terms: RiskTerms, lane: QueueRow.Lane = .active, position: Int, name: String,
        tier: Tier? = .a, blocks: [ExceptionID] = []
    ) -> QueueItem {
        QueueItem(
            row: QueueRow(
                exception: exception.id, lane: lane, position: position, atRisk: terms.atRisk, tier: tier, terms: nil),
            exception: exception, terms: terms, name: name, codedName: name, blockedBy: [], blocks: blocks,
            today: Money(minorUnits: 79_360, usd))
    }

    static func summary(withheld: [String] = []) throws -> RotationSummary {
        let reasons = withheld.map { "\"\($0)\"" }.joined(separator: ",")
        return try CanonicalJSON.value(
            RotationSummary.self,
            from: """
                {"rotation":{"number":212},"asOf":"2026-11-20T16:05:00Z","currency":"USD","horizonDays":30,"listings":2914,
                "workflows":[{"id":"inventory","title":"Inventory","opened":9,"kept":151,"changed":3,"ended":12,
                "notFixed":0,"withheld":[\(reasons)],"decided":true},{"id":"suppressions","title":"Suppressions","opened":5,
                "kept":30,"changed":2,"ended":4,"notFixed":1,"withheld":[],"decided":true}],
                "open":201,"atRisk":4831000,"stated":0,"unpriced":{"no EUR to USD rate":2,"no price":1},"verified":11,"selfCleared":5,
                "skipped":0,"queueDigest":"abc"}
                """)
    }

    static let rotation = RotationRecord(id: RotationID(212), asOf: asOf, currency: usd, summary: "")
}
