import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime

/// Terms as bytes, and what is worked out from them later.
@Suite struct TermsTests {
    /// Two products, one of them with two problems on its listing; one price in another currency, one unknown.
    private func wheel() throws -> Wheel {
        var wheel = Wheel(
            store: try store([
                .catalog([("A", "P1", 1_000), ("B", "P1", 1_500), ("C", nil, nil), ("D", nil, 2_000)], at: .noon - 1),
                .blocked([("A", 40), ("A", 60), ("B", 100), ("C", 100), ("D", 25)], at: .noon - 0.3),
                .stock(["A": 3, "B": 0, "C": 5, "D": 1], at: .noon - 0.2),
                .sales(["A": 3, "B": 2, "C": 1, "D": 4], days: 60, until: .today, at: .noon - 0.4),
            ]))
        wheel.settings.terms.feeRate = 1_500
        return wheel
    }

    @Test func bytesSayAllOfThem() throws {
        let wheel = try wheel()
        try wheel.turn()
        let queue = try wheel.queue()
        #expect(queue.count > 5)
        for entry in queue {
            let terms = try RiskTerms(bytes: entry.terms)
            #expect(try RiskTerms(bytes: terms.bytes) == terms)
            #expect(terms.bytes == entry.terms)
        }
    }

    @Test func damagedBytesAreAnErrorAndNeverATrap() throws {
        let wheel = try wheel()
        try wheel.turn()
        let bytes = try #require(try wheel.queue().map(\.terms).max { $0.count < $1.count })
        for length in 0..<bytes.count {
            #expect(throws: ColumnDamage.self) { try RiskTerms(bytes: Array(bytes.prefix(length))) }
        }
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 0xFF
            _ = try? RiskTerms(bytes: damaged)
        }
    }

    @Test func theIntervalOfARowNeedsItsNeighboursAndLiesAroundItsAmount() throws {
        let wheel = try wheel()
        try wheel.turn()
        let queue = try wheel.queue()
        var shared = 0
        for entry in queue {
            let stored = try RiskTerms(bytes: entry.terms)
            guard stored.pricedListings == 1, let listing = stored.listings.first else { continue }
            let terms = try entry.riskTerms(among: queue.filter { $0.exception.id != entry.exception.id })
            let (low, high) = (try #require(terms.low), try #require(terms.high))
            #expect(low <= high)
            if terms.probability == 1 { #expect(low <= terms.atRisk ?? 0 && terms.atRisk ?? 0 <= high) }
            guard !listing.neighbours.isEmpty else { continue }
            shared += 1
            #expect(try entry.riskTerms().low == nil, "with a neighbour missing it would be wrong")
        }
        #expect(shared > 1)
    }

    @Test func aCloseKeepsTheIntervalWithTheTerms() throws {
        let wheel = try wheel()
        try wheel.turn()
        let entry = try #require(try wheel.queue().first { $0.exception.fingerprint.subject.code == "D" })
        let bench = Workbench(
            wheel.store, plan: try Plan(wheel.stages), actor: Actor(.person, "ann"), now: .noon + 0.1)
        let closed = try bench.close(entry.exception.id, rootCause: "other", newCause: true)
        #expect(try RiskTerms(bytes: closed.termsAtClose ?? []).low != nil)
    }
}
