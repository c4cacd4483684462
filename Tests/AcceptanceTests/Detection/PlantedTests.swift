import ExampleSeller
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Imports
import Testing

/// What is found in the example seller's exports, week by week, is what was put there.
@Suite struct PlantedTests {
    /// From this rate on nobody overlooks an empty shelf; the program may be unsure of what sells less.
    private static let plainRate = 0.3

    @Test(
        "Every planted problem is open on each morning whose files can be believed, and nothing else",
        arguments: [(7, 7), (11, 2)] as [(seed: UInt64, mondays: Int)])
    func weeks(seed: UInt64, mondays: Int) throws {
        let seller = ExampleSeller(seed: seed, .weeks(mondays))
        let house = try House()
        try seller.forEachFile { try house.folder.write($0.bytes, to: $0.path) }
        var doubted: [String] = []
        for day in seller.exportDays {
            let now = Moments.instant(day, hour: 18)
            let zones = ZoneFiles()
            let reports = try house.host.importFiles(
                ["\(house.folder.path)/\(day)"], context: ImportContext(account: "acme") { zones.zone($0) },
                actor: Actor(.person, "ann"), now: now)
            doubted += reports.filter(\.isQuarantined).map { "\(day)/\(($0.path as NSString).lastPathComponent)" }
            try house.rotate(now)
            let open = try house.queue().map(\.exception).filter { $0.state == .active }.map(\.fingerprint)
            for shop in ["US", "DE"] {
                let marketplace = try #require(Marketplace.named(shop)?.id)
                let found = open.filter { $0.subject.marketplace == marketplace }
                let truth = seller.truth.filter { $0.marketplace == marketplace }
                if !doubted.contains("\(day)/suppressed-\(shop).txt") { expectIssues(found, truth, on: day) }
                if !doubted.contains("\(day)/fba-\(shop).txt") { expectStockOuts(found, truth, on: day) }
                expectPrices(found, truth, on: day, known: seller.exportDays.prefix(3))
            }
        }
        #expect(doubted.contains("\(seller.asOf)/fba-DE.txt"))
        if mondays > 6 { #expect(doubted.contains("\(seller.exportDays[mondays - 6])/suppressed-DE.txt")) }
    }

    private func expectIssues(_ found: [Fingerprint], _ truth: [ListingTruth], on day: Day) {
        let planted = truth.flatMap { listing in
            listing.troubles(on: day).filter { !$0.attribute.isEmpty }.map { "\(listing.sku) \($0.attribute)" }
        }
        let seen = found.filter { $0.workflow == "suppressions" }.map { "\($0.subject.code) \($0.discriminator)" }
        #expect(seen.sorted() == planted.sorted(), "\(day)")
    }

    /// What was given up has no stock either; for some weeks nobody can tell the two apart, so those are left out.
    private func expectStockOuts(_ found: [Fingerprint], _ truth: [ListingTruth], on day: Day) {
        let empty = Set(found.filter { $0.kind == "stock-out" }.map(\.subject.code))
        for listing in truth where listing.closed == nil {
            let isOut = listing.troubles(on: day).contains { $0.kind == .soldOut }
            if empty.contains(listing.sku) { #expect(isOut, "\(listing.sku) is said to be out on \(day)") }
            if isOut, listing.unitsPerDay > Self.plainRate {
                #expect(empty.contains(listing.sku), "\(listing.sku) is out on \(day), and nobody says so")
            }
        }
    }

    /// Prices that went wrong, coupons that go too far, and pages that another seller took.
    ///
    /// - Parameter known: The first looks: what is usual of a price is known after three, of a page after one.
    private func expectPrices(
        _ found: [Fingerprint], _ truth: [ListingTruth], on day: Day, known: ArraySlice<Day>
    ) {
        guard let first = known.first, let last = known.last else { return }
        func skus(_ kind: String) -> Set<String> { Set(found.filter { $0.kind == kind }.map(\.subject.code)) }
        let (errors, breaches, lost) = (skus("price-error"), skus("map-breach"), skus("featured-offer-lost"))
        for listing in truth where listing.closed == nil && listing.listed < first {
            let troubles = listing.troubles(on: day)
            let kinds = Set(troubles.map(\.kind))
            guard kinds.isDisjoint(with: [.soldOut, .removed]) else { continue }
            #expect(breaches.contains(listing.sku) == kinds.contains(.belowMinimum), "\(listing.sku) on \(day)")
            let isWrong = troubles.contains { $0.kind == .priceError && $0.from > last }
            if isWrong { #expect(errors.contains(listing.sku), "\(listing.sku) is at ten times its price on \(day)") }
            if !kinds.contains(.priceError) { #expect(!errors.contains(listing.sku), "\(listing.sku) on \(day)") }
            let isTaken = troubles.contains { $0.kind == .offerLost && $0.from > first }
            if isTaken { #expect(lost.contains(listing.sku), "\(listing.sku) lost its page on \(day)") }
        }
    }
}
