import Foundation

/// A second, naive implementation of the published formula: from the numbers in a seller's files to the rows of the
/// queue. It shares no code with the program; amounts are `Decimal`, everything that is estimated is `Double`.
struct ByHand {
    /// One row of the queue, amounts in minor units of the reporting currency.
    struct Row: Equatable {
        var unitsPerDay: Decimal
        var days: Decimal
        var atRisk: Decimal
        var fixAlone: Decimal
        var avoidable: Decimal
    }

    /// What one problem claims of a listing.
    struct Problem {
        let fingerprint: String
        /// The days it lasts on average when nobody acts, a stated prior.
        let lastsDays: Double
        let kind: String
        let share: Double
        /// Whole days it has lasted.
        let age: Int
        let fixTakesDays: Double
        /// The first day, in the marketplace's zone, on which it took its share.
        let firstDay: Int
    }

    static let horizon = 30
    static let priorSearchShare = 0.75
    private static let marketplaceIDs = ["US": "ATVPDKIKX0DER", "DE": "A1PA6795UKMFR9"]
    private static let kinds: [String: (kind: String, share: Double, lastsDays: Double)] = [
        "Search Suppressed": ("search-suppressed", priorSearchShare, 14),
        "LISTING_SUPPRESSED": ("listing-suppressed", 1, 10),
        "CATALOG_ITEM_REMOVED": ("catalog-removed", 1, 14), "ATTRIBUTE_SUPPRESSED": ("attribute-suppressed", 0, 30),
    ]

    let seller: Seller
    /// When it is looked at, in seconds.
    let asOf: Int
    /// Units of the reporting currency for one unit of the seller's.
    let rate: Decimal

    var offset: Int { -seller.midnightHour * 3_600 }
    var today: Int { (asOf + offset) / 86_400 }

    /// The problems of each listing, by SKU, in the order of their fingerprints.
    var problems: [String: [Problem]] {
        var problems: [String: [Problem]] = [:]
        let searchShare = searchShare
        let place = "listing/acme/\(Self.marketplaceIDs[seller.marketplace] ?? "?")"
        for issue in seller.issues {
            guard let known = Self.kinds[issue.status] else { continue }
            // A status changes at midnight where the marketplace is, as far as anyone knows.
            let onset = issue.sinceDay * 86_400 - offset
            problems[issue.sku, default: []].append(
                Problem(
                    fingerprint: "suppressions/\(known.kind)/\(place)/\(issue.sku)/\(issue.attribute)",
                    lastsDays: known.lastsDays, kind: known.kind,
                    share: issue.status == "Search Suppressed" ? searchShare : known.share,
                    age: (asOf - onset) / 86_400,
                    fixTakesDays: 1.5, firstDay: issue.sinceDay))
        }
        let units = Dictionary(
            seller.listings.compactMap { listing in listing.merchantUnits.map { (listing.sku, $0) } }
                + seller.stock.map { ($0.sku, $0.fulfillable) }, uniquingKeysWith: { $1 })
        for (sku, units) in units where units == 0 {
            problems[sku, default: []].append(
                Problem(
                    fingerprint: "inventory/stock-out/\(place)/\(sku)/", lastsDays: 14, kind: "stock-out", share: 1,
                    age: 0, fixTakesDays: 14, firstDay: today))
        }
        // What the warehouse holds here lasts for years, and costs nothing that anybody stated.
        for stock in seller.stock where stock.fulfillable >= 90_000 {
            problems[stock.sku, default: []].append(
                Problem(
                    fingerprint: "inventory/excess-stock/\(place)/\(stock.sku)/", lastsDays: 60, kind: "excess-stock",
                    share: 0, age: 0, fixTakesDays: 0, firstDay: today))
        }
        return problems.mapValues { $0.sorted { $0.fingerprint < $1.fingerprint } }
    }

    /// Every row, by fingerprint.
    var rows: [String: Row] {
        let problems = problems
        let demand = Demand(self, problems: problems)
        var rows: [String: Row] = [:]
        for listing in seller.listings {
            guard let own = problems[listing.sku], let unitsPerDay = demand.unitsPerDay[listing.sku] else { continue }
            let claims = own.map { problem in
                Claim(
                    kind: problem.kind, share: Array(repeating: problem.share, count: Self.horizon),
                    chance: lasting(problem), happens: 1)
            }
            let money = Money(unitsPerDay: unitsPerDay, price: Decimal(string: listing.price) ?? 0, rate: rate)
            let overlap = Overlap(claims, fixTakesDays: own.map(\.fixTakesDays))
            let amounts = money.amounts(overlap, of: own.map(\.share))
            for (problem, row) in zip(own, amounts) { rows[problem.fingerprint] = row }
        }
        return rows
    }

    /// The probability that a problem is still there on each day, by what its kind lasts: all were first seen today, so that
    /// none has shown how it goes on. A shelf with nothing on its way is empty for sure until an order placed now could
    /// arrive.
    private func lasting(_ problem: Problem) -> [Double] {
        let sureDays = problem.kind == "stock-out" ? max(1, Int(problem.fixTakesDays.rounded(.up))) : 1
        return (0..<Self.horizon).map { day in
            let share = exp(-Double(max(0, day - sureDays + 1)) / problem.lastsDays)
            return (share * 1_000_000).rounded(.toNearestOrEven) / 1_000_000
        }
    }
}
