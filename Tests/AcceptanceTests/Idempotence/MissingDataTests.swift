import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

/// Missing data closes nothing.
@Suite("Missing data") struct MissingDataTests {
    private static let nextDay = Moments.exported.advanced(byDays: 1)

    /// A house with a queue, and the fingerprints in it.
    private func open(_ seller: Seller) throws -> (house: House, before: Set<Fingerprint>) {
        let house = try House()
        try house.bring(seller)
        try house.rotate()
        return (house, Set(try house.queue().map(\.exception.fingerprint)))
    }

    private func expectNothingClosed(_ house: House, _ before: Set<Fingerprint>, at: Instant = nextDay) throws {
        let summary = try house.rotate(at.advanced(bySeconds: 7_200))
        #expect(summary.ended == 0)
        #expect(Set(try house.queue().map(\.exception.fingerprint)).isSuperset(of: before))
    }

    @Test("An empty report waits for a person and closes nothing", arguments: [Report.listings, .suppressed, .fba])
    func empty(report: Report) throws {
        let seller = Seller.random(seed: 21, listings: 24)
        let (house, before) = try open(seller)
        let brought = try house.bring(report.text(of: Seller()), as: report.rawValue, at: Self.nextDay)
        #expect(brought.allSatisfy { $0.isQuarantined })
        try expectNothingClosed(house, before)
    }

    @Test("A report that lost more rows than it may closes nothing", arguments: [22, 23, 24] as [UInt64])
    func partial(seed: UInt64) throws {
        var random = Random(seed)
        let seller = Seller.random(seed: seed, listings: 30)
        let (house, before) = try open(seller)
        var less = seller
        less.issues = Array(seller.issues.shuffled(using: &random).prefix(seller.issues.count / 6))
        less.stock = Array(seller.stock.shuffled(using: &random).prefix(seller.stock.count * 7 / 10))
        less.listings = Array(seller.listings.shuffled(using: &random).prefix(20))
        let brought = try house.bring(less, [.suppressed, .fba, .listings], at: Self.nextDay)
        #expect(brought.allSatisfy { $0.isQuarantined })
        try expectNothingClosed(house, before)
    }

    @Test("A file cut in the middle of a row closes nothing", arguments: [25, 26, 27, 28] as [UInt64])
    func cut(seed: UInt64) throws {
        var random = Random(seed)
        let seller = Seller.random(seed: seed, listings: 24)
        let (house, before) = try open(seller)
        for report in [Report.suppressed, .fba, .listings] {
            let rows = report.text(of: seller).split(separator: "\r\n")
            let last = rows[rows.count - 2]
            // All but two rows are there, so no count gives it away.
            let cut = rows.dropLast(2).joined(separator: "\r\n") + "\r\n" + last.prefix(random.pick(1...last.count - 1))
            let brought = try house.bring(cut, as: report.rawValue, at: Self.nextDay)
            #expect(brought.allSatisfy { $0.isQuarantined }, "\(report) that ends in \(cut.suffix(40))")
        }
        try expectNothingClosed(house, before)
    }

    @Test("Stale feeds open and close nothing, and say so")
    func stale() throws {
        let seller = Seller.random(seed: 29, listings: 24)
        let (house, before) = try open(seller)
        let later = try house.rotate(Moments.looked.advanced(byDays: 3))
        #expect(later.ended == 0)
        #expect(later.workflows.allSatisfy { $0.opened == 0 && !$0.decided && !$0.withheld.isEmpty })
        #expect(Set(try house.queue().map(\.exception.fingerprint)) == before)
    }

    @Test("An old report of stranded stock opens nothing, and keeps no other row from opening", arguments: [1, 3])
    func strandedStock(days: Int) throws {
        let seller = Seller.random(seed: 29, listings: 24)
        let house = try House()
        let rows = seller.stock.map { "\($0.sku)\tLISTING_CLOSED\t4" }
        let report = (["sku\tstranded-reason\tfulfillable-qty"] + rows).joined(separator: "\r\n") + "\r\n"
        #expect(try house.bring(report, as: "stranded").map(\.record?.draft.feed) == ["stranded/1"])
        let later = Moments.exported.advanced(byDays: Double(days))
        try house.bring(seller, at: later)
        let summary = try house.rotate(later.advanced(bySeconds: 7_200))
        let kinds = Set(try house.queue().map(\.exception.fingerprint.kind))
        #expect(kinds.contains("stranded-stock") == (days == 1), "\(kinds)")
        #expect(kinds.contains("listing-suppressed") || kinds.contains("search-suppressed"))
        let inventory = try #require(summary.workflows.first { $0.id == "inventory" })
        #expect(inventory.decided)
        let old = "stranded stock stale, 3 days old (acme, US), only for stranded stock"
        #expect(inventory.withheld.map(\.text) == (days == 1 ? [] : [old]))
    }

    @Test("A quarantined snapshot decides nothing until a person accepts it")
    func quarantine() throws {
        var seller = Seller.random(seed: 30, listings: 24)
        let (house, before) = try open(seller)
        seller.issues = []
        let doubtful = try house.bring(seller, [.suppressed], at: Self.nextDay)
        let id = try #require(doubtful.first?.record?.id)
        try expectNothingClosed(house, before)
        let accepted = Self.nextDay.advanced(bySeconds: 9_000)
        try house.host.decideImport(id, accept: true, actor: Actor(.person, "ann"), now: accepted)
        let summary = try house.rotate(accepted)
        // What is no longer suppressed sells on more days than were known, so stock may last otherwise too.
        let ended = try #require(summary.workflows.first { $0.id == "suppressions" }).ended
        #expect(ended == before.filter { $0.workflow == "suppressions" }.count)
        #expect(summary.selfCleared >= ended)
    }
}
