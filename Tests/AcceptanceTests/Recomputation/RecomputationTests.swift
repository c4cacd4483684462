import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import RevenueAtRisk
import Testing

/// Whoever follows the published formula from the numbers in the files gets every row of the queue, to the cent.
@Suite("Second implementation") struct RecomputationTests {
    /// A seller whose stock is there or gone, so that no row is a prediction.
    static func seller(seed: UInt64, in marketplace: String) -> Seller {
        var seller = Seller.random(seed: seed, listings: 26, in: marketplace)
        for index in seller.listings.indices where seller.listings[index].merchantUnits != nil {
            seller.listings[index].merchantUnits = 90_000
        }
        for index in seller.stock.indices {
            seller.stock[index] = Seller.Stock(
                sku: seller.stock[index].sku, asin: seller.stock[index].asin,
                fulfillable: index % 4 == 0 ? 0 : 90_000)
        }
        return seller
    }

    @Test("A naive recomputation from the files agrees with every row", arguments: 71...78 as ClosedRange<UInt64>)
    func agrees(seed: UInt64) throws {
        // Forecasting claims nothing that could be recomputed, and would hand its demand to others.
        let house = try House(House.workflows.filter { $0.manifest.id != "forecasting" })
        try house.bring(IdempotenceTests.rates, as: "rates")
        var hands: [ByHand] = []
        for (marketplace, rate) in [("US", "1"), ("DE", "1.0837")] {
            let seller = Self.seller(seed: seed + (marketplace == "DE" ? 1_000 : 0), in: marketplace)
            try house.bring(seller)
            hands.append(
                ByHand(seller: seller, asOf: Int(Moments.looked.seconds), rate: try #require(Decimal(string: rate))))
        }
        try house.rotate()
        let queue = try house.queue()
        let expected = hands.reduce(into: [:]) { rows, hand in rows.merge(hand.rows) { first, _ in first } }
        #expect(Set(queue.map(\.exception.fingerprint.text)) == Set(expected.keys))
        #expect(queue.count > 20)
        for entry in queue {
            let terms = try house.terms(entry)
            let row = try #require(expected[entry.exception.fingerprint.text])
            let listing = terms.listings.first
            let found = ByHand.Row(
                unitsPerDay: decimal(listing?.unitsPerDay), days: decimal(listing?.days),
                atRisk: Decimal(terms.atRisk ?? -1), fixAlone: Decimal(terms.fixAlone ?? 0),
                avoidable: Decimal(terms.avoidable ?? 0))
            #expect(found == row, "\(entry.exception.fingerprint.text)")
        }
        // The amounts make the order, but a full loss blocks what else the listing loses, and the largest of a kind the
        // others of it: those rows stand together, where the largest amount of them would.
        let blocked = Self.largestOfThoseTogether(hands, expected)
        let amounts = queue.map(\.exception.fingerprint.text).map { blocked[$0] ?? -1 }
        #expect(amounts == amounts.sorted(by: >))
    }

    /// For each row the largest amount of those it stands with.
    private static func largestOfThoseTogether(
        _ hands: [ByHand], _ rows: [String: ByHand.Row]
    ) -> [String: Decimal] {
        var largest: [String: Decimal] = [:]
        for problems in hands.flatMap(\.problems.values) {
            let isFullLoss = problems.contains { $0.share == 1 }
            let together = Dictionary(grouping: problems) { problem in
                problem.share == 0 ? problem.fingerprint : isFullLoss ? "" : problem.kind
            }
            for problems in together.values {
                let most = problems.compactMap { rows[$0.fingerprint]?.atRisk }.max()
                for problem in problems { largest[problem.fingerprint] = most }
            }
        }
        return largest
    }

    private func decimal(_ number: Decimal4?) -> Decimal { Decimal(number?.tenThousandths ?? 0) / 10_000 }
}
