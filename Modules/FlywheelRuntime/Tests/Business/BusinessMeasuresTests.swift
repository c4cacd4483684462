import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// How the business stands at a turn, against counts by hand.
@Suite struct BusinessMeasuresTests {
    private func measures(_ exports: [Export], at asOf: Instant = .noon) throws -> BusinessMeasures {
        var wheel = Wheel(store: try store(exports))
        wheel.settings.currency = Currency("USD")
        return try #require(try wheel.turn(at: asOf).business)
    }

    /// Shares of the featured offer of days before today.
    private func shares(_ rows: [(code: String, daysAgo: Int, share: Double)]) -> Export {
        Export(
            feed: DailySales.feed, effectiveAt: .noon - 0.1,
            rows: rows.map {
                FactRow(
                    $0.code, DailySales.day.of(.ago($0.daysAgo)), DailySales.units.of(0),
                    DailySales.featuredShare.of($0.share))
            }, format: "shares")
    }

    private func people(_ rows: [(String, Double)], account: String = "acme", at: Instant = .noon - 1) -> Export {
        var file = Export(
            feed: People.feed, effectiveAt: at,
            rows: rows.map { FactRow("", People.name.of($0.0), People.hoursPerWeek.of($0.1)) })
        file.account = account
        return file
    }

    @Test func theSampleIsWhatCountingByHandSays() throws {
        let business = try measures(Export.sample)
        // Stock and the list of blocked listings decide.
        #expect(business.feeds == 2 && business.freshFeeds == 2 && business.missingFeeds == 0)
        #expect(business.listings == 12 && business.watched == 12)
        #expect(business.stockKnown == 12 && business.stockedOut == 2)
        // Units a day are 1, 2, 3, 4, 5 over and over: 15 + 15 + 3 = 33 on twelve listings.
        #expect(business.weekListings == 12 && business.weekUnits == 7 * 33 && business.weekUnpricedUnits == 0)
        // 1,000 + 137 n cents: 7 days x sum of units x price.
        let cents = (0..<12).map { listing -> Int64 in
            let (units, price) = (7 * (1 + listing % 5), 1_000 + 137 * listing)
            return Int64(units * price)
        }.reduce(0, +)
        #expect(business.weekRevenue == cents)
        #expect(business.heroFeaturedShare == nil && business.featuredHeroes == 0)
        #expect(business.staff == nil && business.staffHours == nil)
    }

    @Test func whatNobodyBroughtIsUnknownAndNotZero() throws {
        let business = try measures([.catalog([("A", nil, 100), ("B", nil, nil)], at: .noon)])
        #expect(business.listings == 2 && business.watched == 0 && business.heroes == 0)
        #expect(business.feeds == 2 && business.freshFeeds == 0 && business.missingFeeds == 2)
        #expect(business.stockKnown == 0 && business.stockedOut == 0)
        #expect(business.weekListings == 0 && business.weekUnits == nil && business.weekRevenue == nil)
    }

    @Test func staleFilesSayNothingOfNow() throws {
        let files = [
            Export.catalog([("A", nil, 100)], at: .noon - 0.5), .stock(["A": 0], at: .noon - 3),
            .blocked([], at: .noon - 0.1), people([("ann", 10)], at: .noon - 400),
        ]
        let business = try measures(files)
        #expect(business.stockKnown == 0 && business.stockedOut == 0)
        #expect(business.feeds == 2 && business.freshFeeds == 1 && business.missingFeeds == 0)
        #expect(business.staff == nil)
        // The list of blocked listings is fresh and names none.
        #expect(business.watched == 1)
    }

    @Test func aListingThatEveryStageIsUnsureOfIsNotWatched() throws {
        let files = [
            Export.catalog([("A", nil, 100), ("B", nil, 100)], at: .noon), .stock(["A": 1, "B": nil], at: .noon),
        ]
        #expect(try measures(files).watched == 1)
    }

    @Test func whatIsNoLongerInTheCatalogueIsNotOutOfStock() throws {
        let files = [
            Export.catalog([("A", nil, 100), ("B", nil, 100)], at: .noon - 1),
            .catalog([("A", nil, 100)], at: .noon - 0.5), .stock(["A": 0, "C": 0], at: .noon),
        ]
        let business = try measures(files)
        #expect(business.stockKnown == 1 && business.stockedOut == 1)
    }

    @Test func whatOnlyOldSalesNameIsNotListed() throws {
        let files = [
            Export.catalog([("A", nil, 100)], at: .noon),
            .sales(["A": 2, "GONE": 5], days: 20, until: .today, at: .noon),
        ]
        let business = try measures(files)
        #expect(business.weekListings == 1 && business.weekUnits == 14)
    }

    @Test func theMerchantsOwnStockIsTheCatalogues() throws {
        var catalog = Export.catalog([("A", nil, 100), ("B", nil, 100), ("C", nil, 100)], at: .noon)
        for (row, channel, units) in [(0, "DEFAULT", 0), (1, "DEFAULT", 4), (2, "AMAZON_NA", 0)] {
            catalog.rows[row].cells[Catalog.channel.name] = Catalog.channel.of(channel).data
            catalog.rows[row].cells[Catalog.quantity.name] = Catalog.quantity.of(units).data
        }
        let business = try measures([catalog])
        #expect(business.stockKnown == 2 && business.stockedOut == 1)
    }

    @Test(arguments: [(0, 7), (4, 7), (5, nil)] as [(Int, Int?)])
    func aWeekEndsWhereReportsDoAndNotLongAgo(daysLate: Int, units: Int?) throws {
        let files = [
            Export.catalog([("A", nil, 100)], at: .noon),
            .sales(["A": 1], days: 20, until: .ago(daysLate), at: .noon - Double(daysLate)),
        ]
        let business = try measures(files)
        #expect(business.weekUnits == units)
        #expect(business.weekRevenue == units.map { Int64($0) * 100 })
    }

    /// What was really earned: coupons and refunds are in it. Of days without it the price stands in.
    @Test func revenueIsWhatReportsStateElseUnitsTimesPrice() throws {
        var sales = Export.sales(["A": 10], days: 20, until: .today, at: .noon)
        for row in sales.rows.indices where row < 5 {
            sales.rows[row].cells[DailySales.revenue.name] =
                DailySales.revenue.of(Money(minorUnits: 10_000, Currency("USD")!)).data
        }
        let business = try measures([.catalog([("A", nil, 2_000)], at: .noon), sales])
        #expect(business.weekUnits == 70 && business.weekRevenue == 5 * 10_000 + 2 * 10 * 2_000)
    }

    @Test func aWeekWithADayThatNobodyReportedIsUnknown() throws {
        let files = [
            Export.catalog([("A", nil, 100)], at: .noon), .sales(["A": 1], days: 3, until: .today, at: .noon),
            .sales(["A": 1], days: 20, until: .ago(4), at: .noon - 4),
        ]
        #expect(try measures(files).weekUnits == nil)
    }

    @Test func daysBeforeAListingWasCreatedAreNotMissing() throws {
        var catalog = Export.catalog([("A", nil, 100)], at: .noon)
        catalog.rows[0].cells[Catalog.opened.name] = Catalog.opened.of(.noon - 4).data
        let business = try measures([catalog, .sales(["A": 2], days: 20, until: .today, at: .noon)])
        // Created during the fourth day before: three whole days are left.
        #expect(business.weekListings == 1 && business.weekUnits == 6)
    }

    @Test func unitsWithoutAPriceOrARateAreCountedApart() throws {
        let euro = Export.catalog([("D", nil, 100)], at: .noon, currency: "EUR")
        let dollar = Export.catalog([("A", nil, 100), ("B", nil, nil), ("C", nil, nil)], at: .noon - 0.1)
        var merged = dollar
        merged.rows += euro.rows
        let sales = Export.sales(["A": 1, "B": 2, "C": 0, "D": 4], days: 20, until: .today, at: .noon)
        let without = try measures([merged, sales])
        #expect(without.weekUnits == 49 && without.weekRevenue == 700 && without.weekUnpricedUnits == 14 + 28)
        let with = try measures([merged, sales, .rate("EUR", "USD", 1.5, at: .noon - 1)])
        #expect(with.weekRevenue == 700 + 4_200 && with.weekUnpricedUnits == 14)
        #expect(try measures([dollar, .sales(["B": 2], days: 20, until: .today, at: .noon)]).weekRevenue == nil)
    }

    @Test func theFeaturedOfferIsThatOfHeroesOnTheirNewestKnownDay() throws {
        // A earns 90 of 100 and is the only hero; nobody knows what the others' shares matter for.
        let files = [
            Export.catalog([("A", nil, 9_000), ("B", nil, 1_000)], at: .noon),
            .sales(["A": 1, "B": 1], days: 60, until: .today, at: .noon - 0.2),
        ]
        let known = try measures(files + [shares([("A", 3, 0.9), ("A", 2, 0.5), ("B", 1, 0.1)])])
        #expect(known.heroes == 1 && known.featuredHeroes == 1)
        #expect(known.heroFeaturedShare == 0.5)
        let old = try measures(files + [shares([("A", 8, 0.9)])])
        #expect(old.heroes == 1 && old.featuredHeroes == 0 && old.heroFeaturedShare == nil)
    }

    @Test func whoeverWorksForTwoAccountsIsOnePerson() throws {
        let files = [
            Export.catalog([("A", nil, 100)], at: .noon), people([("ann", 20), ("bob", 7.5)]),
            people([("ann", 16)], account: "other"),
        ]
        let business = try measures(files)
        #expect(business.staff == 2 && business.staffHours == 27.5)
    }

    @Test func aTurnBeforeAnythingWasMeasuredIsStillRead() throws {
        let wheel = Wheel(store: try store(Export.sample))
        var summary = try wheel.turn()
        summary.business = nil
        let text = try CanonicalJSON.text(summary)
        #expect(!text.contains("business"))
        #expect(try CanonicalJSON.value(RotationSummary.self, from: text).business == nil)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func howChunksAreCutChangesNothing(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let exports = random.business()
        func measures(rowsPerChunk: Int, batch: Int) throws -> BusinessMeasures? {
            var wheel = Wheel(store: try store(exports, rowsPerChunk: rowsPerChunk, batch: batch))
            wheel.settings.currency = Currency("USD")
            return try wheel.turn().business
        }
        let whole = try #require(try measures(rowsPerChunk: Chunk.capacity, batch: .max))
        #expect(whole.heroes > 0 && whole.stockKnown > 0 && (whole.weekRevenue ?? 0) > 0)
        for rows in [1, 3, 7] { #expect(try measures(rowsPerChunk: rows, batch: rows + 2) == whole) }
    }
}

extension SplitMix {
    /// A catalogue on two marketplaces with random prices, stock, sales, shares of the featured offer and people, some
    /// unknown.
    fileprivate mutating func business() -> [Export] {
        var exports: [Export] = [.rate("EUR", "USD", 1.0873, at: .noon - 2)]
        for (place, currency) in [("ATVPDKIKX0DER", "USD"), ("A1PA6795UKMFR9", "EUR")] {
            let codes = (0..<Int.random(in: 5...30, using: &self)).map { "S\($0)" }
            let prices = codes.map { code in
                (code, nil, chance(10) ? nil : Int64.random(in: 1...99_999, using: &self)) as (String, String?, Int64?)
            }
            let stock = codes.map { ($0, chance(5) ? nil : Int.random(in: 0...3, using: &self)) }
            let units = codes.filter { _ in !chance(6) }.map { ($0, Int.random(in: 0...9, using: &self)) }
            var sales = Export.sales(
                Dictionary(uniqueKeysWithValues: units), days: Int.random(in: 7...60, using: &self), until: .today,
                at: .noon - 0.2)
            for row in sales.rows.indices where chance(2) {
                sales.rows[row].cells[DailySales.featuredShare.name] =
                    DailySales.featuredShare.of(Double(Int.random(in: 0...100, using: &self)) / 100).data
            }
            exports += [
                .catalog(prices, at: .noon - 0.5, currency: currency),
                .stock(Dictionary(uniqueKeysWithValues: stock), at: .noon - 0.1), sales,
            ].map { export in
                var export = export
                export.marketplace = place
                return export
            }
        }
        return exports
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }
}
