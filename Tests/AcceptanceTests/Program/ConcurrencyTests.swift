import FlywheelKit
import Foundation
import Testing

/// Several shells at once.
@Suite("Concurrency") struct ConcurrencyTests {
    /// A program whose store holds thirty listings that run low, and a newer stock report in which all of them have less:
    /// the next rotation changes every exception.
    private func runningLow() throws -> Program {
        var seller = Seller()
        for number in 0..<30 {
            let listing = Seller.Listing(sku: "LOW-\(number)", asin: "B0LOW\(number)", price: "12.00")
            seller.listings.append(listing)
            seller.sell(listing) { _ in 5 }
            seller.stock.append(Seller.Stock(sku: listing.sku, asin: listing.asin, fulfillable: 60))
        }
        let program = try Program()
        for report in Report.allCases {
            try program.folder.write(report.text(of: seller), to: "exports/\(report.rawValue)-US-2026-11-20.txt")
        }
        #expect(try program.run("import", "exports").exit == 0)
        #expect(try program.run("rotate").exit == 0)
        for index in seller.stock.indices { seller.stock[index].fulfillable = 50 }
        try program.folder.write(Report.fba.text(of: seller), to: "later.txt")
        #expect(try program.run("import", "later.txt", "--marketplace", "US", "--at", "2026-11-20T19:00:00Z").exit == 0)
        return program
    }

    @Test("Of several shells that claim one exception exactly one wins, while a rotation changes it")
    func claims() throws {
        let program = try runningLow()
        let people = ["ada", "ben", "cleo", "dan"]
        let ids = (1...8).map { "X\($0)" }
        let rotation = try program.start(["rotate"])
        let runs = try ids.flatMap { id in
            try people.map { (id, $0, try program.start(["claim", id, "--as", $0])) }
        }
        var winners: [String: [String]] = [:]
        for (id, person, run) in runs {
            let exit = try run.finish().exit
            #expect([0, 4].contains(exit))
            if exit == 0 { winners[id, default: []].append(person) }
        }
        #expect(try rotation.finish().exit == 0)
        // What the rotation left to a person, the next one sees.
        #expect(try program.run("rotate").exit == 0)
        for id in ids {
            #expect(winners[id]?.count == 1)
            let shown = try program.run("show", id, "--format", "json").json
            #expect(shown["claimedBy"].text == winners[id]?.first)
            let events = shown["history"].items.compactMap(\.["event"].text)
            #expect(events.sorted() == ["changed", "claimed", "opened"])
        }
        #expect(try program.run("journal", "verify").exit == 0)
    }
}
