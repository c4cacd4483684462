import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime

@Suite struct StakeTests {
    private typealias Ticket = (code: String, listing: String?, cures: String?, dollars: Double?, opened: Instant)

    /// A, of which most is blocked for two reasons and which is about to run out, and B with nothing wrong.
    private func wheel(_ tickets: [Ticket], currency: String? = nil, rowsPerChunk: Int = 100) throws -> Wheel {
        var blocked = Export.blocked([("A", 60), ("A", 30)], at: .noon)
        blocked.rows[0].cells[SuppressedListings.code.name] = SuppressedListings.code.of("1").data
        blocked.rows[1].cells[SuppressedListings.code.name] = SuppressedListings.code.of("2").data
        return Wheel(
            store: try store(
                [
                    .catalog([("A", nil, 1_000), ("B", nil, 2_000)], at: .noon),
                    .sales(["A": 5, "B": 3], days: 60, until: .today, at: .noon), blocked,
                    .stock(["A": 3, "B": 90], at: .noon), .tickets(tickets, at: .noon, currency: currency),
                ], rowsPerChunk: rowsPerChunk),
            stages: [
                InstalledStage(AskStage.self), InstalledStage(BlockedStage.self), InstalledStage(StockStage.self),
            ])
    }

    private func terms(_ wheel: Wheel) throws -> [String: RiskTerms] {
        Dictionary(
            try wheel.queue().map { entry in
                let fingerprint = entry.exception.fingerprint
                let name = "\(fingerprint.kind) \(fingerprint.subject.code) \(fingerprint.discriminator)"
                return (name, try RiskTerms(bytes: entry.terms))
            }, uniquingKeysWith: { $1 })
    }

    @Test func aTicketCountsForWhatItsEndRecoversOnTheListing() throws {
        let wheel = try wheel([("T1", "A", nil, nil, .noon)])
        let summary = try wheel.turn()
        let terms = try terms(wheel)
        let ticket = try #require(terms["ask T1 "])
        #expect(ticket.ending?.ends.count == 3)
        let together = try #require(terms["blocked A 1"]?.listings.first).listingTotal.minorUnits
        #expect(ticket.atRisk == together, "everything on the listing ends with it")
        #expect(summary.atRisk == together, "and is in the total once")
        #expect(summary.stated == 0)
    }

    @Test func whatItNamesEndsAndTheRestStays() throws {
        let wheel = try wheel([("T1", "A", "blocked", nil, .noon), ("T2", "A", "out", nil, .noon)])
        try wheel.turn()
        let terms = try terms(wheel)
        let (first, second) = (try #require(terms["ask T1 "]), try #require(terms["ask T2 "]))
        #expect(first.ending?.ends.map(\.kind) == ["blocked", "blocked"])
        #expect(second.ending?.ends.map(\.kind) == ["out"])
        // Σ over the days of what the larger block takes, or the smaller where only that is left, of what running out
        // leaves: an implementation of its own.
        let out = try #require(terms["out A "])
        var days = 0.0
        for day in 0..<out.horizonDays {
            let (one, two) = (try #require(terms["blocked A 1"]), try #require(terms["blocked A 2"]))
            days += (1 - 0.6) * (0.6 * one.lasting[day] + 0.3 * two.lasting[day] * (1 - one.lasting[day]))
        }
        let ending = try #require(first.ending)
        #expect(abs(Double(ending.days.tenThousandths) / 10_000 - days) < 0.001)
        #expect(first.atRisk == ending.amount.minorUnits)
    }

    @Test func twoTicketsOnOneListingNeverExceedIt() throws {
        let cures: [String?] = [nil, "blocked", "out", "else"]
        for (one, other) in cures.flatMap({ first in cures.map { (first, $0) } }) {
            let wheel = try wheel([("T1", "A", one, nil, .noon - 1), ("T2", "A", other, nil, .noon - 2)])
            try wheel.turn()
            let terms = try terms(wheel)
            let together = try #require(terms["blocked A 1"]?.listings.first).listingTotal.minorUnits
            let amounts = ["ask T1 ", "ask T2 "].map { terms[$0]?.atRisk ?? 0 }
            #expect(amounts.allSatisfy { $0 >= 0 } && amounts.reduce(0, +) <= together, "\(one ?? "-") \(other ?? "-")")
        }
    }

    @Test func theOlderTicketCountsFirst() throws {
        let wheel = try wheel([("T1", "A", nil, nil, .noon - 1), ("T2", "A", nil, nil, .noon - 2)])
        try wheel.turn()
        let terms = try terms(wheel)
        #expect(try #require(terms["ask T2 "]?.atRisk) > 0)
        #expect(terms["ask T1 "]?.atRisk == 0)
        #expect(terms["ask T1 "]?.ending?.countedBefore.map(\.subject.code) == ["T2"])
    }

    @Test func sumsStandByThemselvesAndAreTotalledApart() throws {
        let wheel = try wheel([("T1", "A", nil, 45, .noon), ("T2", nil, nil, 7.5, .noon)])
        let summary = try wheel.turn()
        let terms = try terms(wheel)
        #expect(summary.stated == 5_250)
        #expect(terms["ask T2 "]?.atRisk == 750)
        let ticket = try #require(terms["ask T1 "])
        #expect(ticket.sums.map(\.atRisk) == [4_500])
        #expect(ticket.atRisk == 4_500 + (try #require(ticket.ending)).amount.minorUnits)
        #expect(ticket.inTotal == 0 && ticket.inStatedTotal == 4_500)
        for terms in terms.values {
            let amounts = try RiskTerms.Amounts(bytes: terms.bytes)
            #expect(amounts.inTotal == terms.inTotal && amounts.inStatedTotal == terms.inStatedTotal)
        }
    }

    @Test func whereNothingIsKnownThereIsNoAmount() throws {
        let wheel = try wheel([("T1", "B", nil, nil, .noon), ("T2", nil, nil, nil, .noon)])
        try wheel.turn()
        for name in ["ask T1 ", "ask T2 "] {
            let terms = try #require(try terms(wheel)[name])
            #expect(terms.atRisk == nil)
            #expect(terms.unpriced == "no sum is stated, and nothing that ends with it is open on a listing")
        }
    }

    @Test func aSumThatNoRateConvertsIsUnpriced() throws {
        let wheel = try wheel([("T1", nil, nil, 45, .noon)], currency: "SEK")
        #expect(try wheel.turn().stated == 0)
        #expect(try terms(wheel)["ask T1 "]?.unpriced == "no SEK to USD rate")
    }

    @Test func aTicketIsAsImportantAsItsListing() throws {
        let wheel = try wheel([("T1", "A", nil, nil, .noon), ("T2", "B", nil, nil, .noon), ("T3", nil, nil, 1, .noon)])
        var routed = wheel
        routed.policy.rules = Tier.allCases.map { WorkPolicy.Rule(tiers: [$0], owner: $0.rawValue) }
        try routed.turn()
        let tiers = try wheel.tiers()
        #expect(tiers["A"] != nil)
        for entry in try wheel.queue() where entry.exception.fingerprint.kind == "ask" {
            let listing = ["T1": "A", "T2": "B"][entry.exception.fingerprint.subject.code]
            let tier = listing.flatMap { tiers[$0] }
            #expect(entry.row.tier?.rawValue == tier)
            #expect(entry.exception.owner == tier, "it goes to whoever has the listing's tier")
            let due = routed.policy.due(detected: .noon, tier: entry.row.tier)
            #expect(entry.exception.due == due, "and is due as soon")
        }
    }

    @Test func howTheCatalogueIsCutChangesNothing() throws {
        let tickets: [Ticket] = [("T1", "A", nil, 45, .noon), ("T2", "A", "out", nil, .noon - 3)]
        let whole = try wheel(tickets)
        let cut = try wheel(tickets, rowsPerChunk: 1)
        try whole.turn()
        try cut.turn()
        #expect(try terms(whole) == terms(cut))
    }

    @Test func theTermsComeBackFromTheirBytes() throws {
        let wheel = try wheel([("T1", "A", nil, 45, .noon), ("T2", "A", nil, 1, .noon - 1)])
        try wheel.turn()
        for terms in try terms(wheel).values { #expect(try RiskTerms(bytes: terms.bytes) == terms) }
    }
}
