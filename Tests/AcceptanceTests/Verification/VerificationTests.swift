import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

/// A close counts when the data show the recovery, and not before.
@Suite("Verify") struct VerificationTests {
    private static let closedAt = Moments.looked.advanced(bySeconds: 3_600)

    /// Suppressed listings, of which the first one's exception was closed after the first rotation.
    private func closed(beside others: [String] = ["OTHER"]) throws -> (house: House, seller: Seller, id: ExceptionID) {
        let house = try House()
        var seller = Seller()
        for sku in ["FIXED"] + others {
            let listing = Seller.Listing(sku: sku, asin: "B0\(sku)", price: "25.00")
            seller.listings.append(listing)
            seller.sell(listing) { _ in 3 }
            seller.stock.append(Seller.Stock(sku: sku, asin: listing.asin, fulfillable: 5_000))
            seller.issues.append(
                Seller.Issue(
                    sku: sku, asin: listing.asin, status: "LISTING_SUPPRESSED",
                    since: Moments.today.advanced(by: -2), attribute: "brand"))
        }
        try house.bring(seller)
        try house.rotate()
        let id = try #require(try house.queue().first { $0.exception.fingerprint.subject.code == "FIXED" }).exception.id
        try house.person("ann").claim(id)
        try house.person("ann", now: Self.closedAt).close(id, rootCause: "missing-attribute")
        return (house, seller, id)
    }

    private func without(_ sku: String, in seller: Seller) -> Seller {
        var seller = seller
        seller.issues.removeAll { $0.sku == sku }
        return seller
    }

    private func snapshot(days: Int) -> Instant { Moments.exported.advanced(byDays: Double(days)) }
    private func look(days: Int) -> Instant { Moments.looked.advanced(byDays: Double(days)) }

    @Test("Still there in the next complete snapshot, unchanged or not: not fixed", arguments: [true, false])
    func notFixed(isUnchanged: Bool) throws {
        let (house, seller, id) = try closed()
        var next = seller
        if !isUnchanged { next.issues[1].since = Moments.today }
        #expect(try house.bring(next, [.suppressed, .listings, .fba], at: snapshot(days: 1)).allSatisfy { $0.isKept })
        let summary = try house.rotate(look(days: 1))
        #expect(summary.notFixed == 1)
        let exception = try house.exception(id)
        #expect(exception.state == .notFixed)
        #expect(exception.claimedBy == nil)
        #expect(try house.queue().contains { $0.exception.id == id })
        #expect(try house.host.store.outcomes().isEmpty)
    }

    @Test("The snapshot it was closed on, and an older one, decide nothing")
    func olderSnapshot() throws {
        let (house, seller, id) = try closed()
        var older = seller
        older.issues[1].since = Moments.today
        #expect(
            try house.bring(older, [.suppressed], at: Moments.exported.advanced(bySeconds: 60)).allSatisfy { $0.isKept }
        )
        for hours in [2, 3] {
            try house.rotate(Moments.looked.advanced(bySeconds: Int64(hours) * 3_600))
            #expect(try house.exception(id).state == .verifying)
        }
    }

    @Test("Gone from the next complete snapshot: verified, and one outcome that never changes")
    func verified() throws {
        let (house, seller, id) = try closed()
        try house.bring(without("FIXED", in: seller), [.suppressed, .listings, .fba], at: snapshot(days: 1))
        let summary = try house.rotate(look(days: 1))
        #expect(summary.verified == 1)
        #expect(summary.selfCleared == 0)
        #expect(try house.exception(id).state == .verified)
        let outcomes = try house.host.store.outcomes()
        #expect(outcomes.map(\.exception) == [id])
        #expect(outcomes.first?.isVerified == true)
        #expect(outcomes.first?.rootCause == "missing-attribute")
        #expect(outcomes.first?.ended == Self.closedAt)
        #expect(outcomes.first?.termsAtOpen.isEmpty == false)
        try house.rotate(look(days: 1).advanced(bySeconds: 60))
        #expect(try house.host.store.outcomes() == outcomes)
    }

    @Test("Back after it was verified: a new exception that names the old one")
    func regression() throws {
        let (house, seller, id) = try closed()
        try house.bring(without("FIXED", in: seller), [.suppressed, .listings, .fba], at: snapshot(days: 1))
        try house.rotate(look(days: 1))
        try house.bring(seller, [.suppressed, .listings, .fba], at: snapshot(days: 2))
        try house.rotate(look(days: 2))
        let back = try #require(try house.queue().first { $0.exception.fingerprint.subject.code == "FIXED" }).exception
        #expect(back.id != id)
        #expect(back.previous == id)
        #expect(try house.exception(id).state == .verified)
    }

    @Test("Without a snapshot for seven days: unverified")
    func unverified() throws {
        let (house, _, id) = try closed()
        try house.rotate(Self.closedAt.advanced(byDays: 6.9))
        #expect(try house.exception(id).state == .verifying)
        let summary = try house.rotate(Self.closedAt.advanced(byDays: 7))
        #expect(try house.exception(id).state == .unverified)
        #expect(summary.verified == 0)
        #expect(try house.host.store.outcomes().map(\.isVerified) == [nil])
    }

    @Test("A quarantined snapshot neither confirms nor refutes until it is accepted")
    func quarantined() throws {
        let (house, _, id) = try closed(beside: ["OTHER", "THIRD"])
        let doubtful = try house.bring(Seller(), [.suppressed], at: snapshot(days: 1))
        #expect(doubtful.allSatisfy { $0.isQuarantined })
        try house.rotate(look(days: 1))
        #expect(try house.exception(id).state == .verifying)
        let importID = try #require(doubtful.first?.record?.id)
        try house.host.decideImport(importID, accept: true, actor: Actor(.person, "ann"), now: look(days: 1))
        try house.rotate(look(days: 1).advanced(bySeconds: 60))
        #expect(try house.exception(id).state == .verified)
    }
}
