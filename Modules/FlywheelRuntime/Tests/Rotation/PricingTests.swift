import Calendars
import FlywheelKit
import FlywheelStore
import Foundation
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime

/// The terms of every row, multiplied again by another arithmetic.
@Suite struct PricingTests {
    /// A catalogue on two marketplaces with random prices, sales and problems; some prices and sales are unknown.
    private static func exports(seed: UInt64) -> [Export] {
        var random = SplitMix(seed: seed)
        return [("ATVPDKIKX0DER", "USD"), ("A1PA6795UKMFR9", "EUR"), ("A1VC38T7YXB528", "JPY")].flatMap {
            place, currency in
            let codes = (0..<Int.random(in: 1...9, using: &random)).map { "S\($0)" }
            let prices = codes.map { code in
                (
                    code, Bool.random(using: &random) ? "P\(Int.random(in: 0...3, using: &random))" : nil,
                    Int.random(in: 0...9, using: &random) == 0 ? nil : Int64.random(in: 1...99_999, using: &random)
                ) as (String, String?, Int64?)
            }
            let sold = codes.filter { _ in Int.random(in: 0...9, using: &random) > 0 }
            let units = Dictionary(uniqueKeysWithValues: sold.map { ($0, Int.random(in: 0...20, using: &random)) })
            let stock = Dictionary(
                uniqueKeysWithValues: codes.map { ($0, Int.random(in: 0...8, using: &random) as Int?) })
            let scopes = ["row", "row", "product", "account"]
            var blocked = Export.blocked(
                codes.flatMap { code in
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in
                        (code, Int.random(in: 0...100, using: &random))
                    }
                }, at: .noon - 0.3)
            for index in blocked.rows.indices {
                let scope = scopes.randomElement(using: &random)
                blocked.rows[index].cells[SuppressedListings.reason.name] = SuppressedListings.reason.of(scope).data
                blocked.rows[index].cells[SuppressedListings.code.name] = SuppressedListings.code.of("c\(index)").data
            }
            let files = [
                Export.catalog(prices, at: .noon - 0.5, currency: currency), .stock(stock, at: .noon - 0.2), blocked,
                .sales(units, days: Int.random(in: 1...90, using: &random), until: .today, at: .noon - 0.4),
            ]
            return files.filter { !$0.rows.isEmpty }.map { file in
                var file = file
                file.marketplace = place
                return file
            }
        } + [.rate("EUR", "USD", 1.0873, at: .noon - 2), .rate("USD", "JPY", 154.321, at: .noon - 1)]
    }

    private static func wheel(seed: UInt64) throws -> Wheel {
        var wheel = Wheel(store: try store(exports(seed: seed)))
        wheel.stages.append(InstalledStage(SeasonStage.self))
        wheel.settings.currency = Currency("USD")
        wheel.settings.terms.feeRate = 1_234
        return wheel
    }

    private func rounded(_ value: Decimal) -> Decimal {
        var (value, rounded) = (value, Decimal())
        NSDecimalRound(&rounded, &value, 0, .bankers)
        return rounded
    }

    private func decimal(_ number: Decimal4) -> Decimal { Decimal(number.tenThousandths) / 10_000 }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func everyRowCanBeMultipliedAgain(seed: UInt64) throws {
        let wheel = try Self.wheel(seed: seed)
        let summary = try wheel.turn()
        var total: Int64 = 0
        for entry in try wheel.queue() {
            let terms = try RiskTerms(bytes: entry.terms)
            #expect(terms.atRisk == entry.row.atRisk)
            total += terms.atRisk ?? 0
            var sum = Decimal(0)
            for listing in terms.listings {
                let product = decimal(listing.unitsPerDay) * Decimal(listing.price.minorUnits) * decimal(listing.days)
                let amount = rounded(product) + Decimal(listing.centsShared)
                #expect(amount == Decimal(listing.amount.minorUnits))
                guard let conversion = listing.conversion else { continue }
                let major = amount / Decimal(listing.price.currency.minorUnitsPerUnit)
                let rate = try #require(Decimal(string: conversion.rate))
                sum += rounded(major * rate * Decimal(terms.currency.minorUnitsPerUnit))
            }
            if let atRisk = terms.atRisk, terms.furtherListings == 0, terms.statedBy == nil {
                #expect(sum == Decimal(atRisk))
            }
            if let atRisk = terms.atRisk {
                #expect(try #require(terms.net).description == rounded(Decimal(atRisk) * 8_766 / 10_000).description)
                #expect(try #require(terms.avoidable) <= atRisk)
            }
        }
        #expect(total == summary.atRisk + summary.stated)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func theRowsOfAListingAddUpToIt(seed: UInt64) throws {
        let wheel = try Self.wheel(seed: seed)
        try wheel.turn()
        var rows: [Subject: [RiskTerms.Listing]] = [:]
        for (entry, terms) in try zip(
            wheel.queue(), wheel.queue().map { try RiskTerms(bytes: $0.terms) })
        {
            let subject = entry.exception.fingerprint.subject
            for listing in terms.listings {
                let key = Subject(
                    .listing, account: subject.account, marketplace: subject.marketplace, code: listing.code)
                rows[key, default: []].append(listing)
            }
        }
        #expect(!rows.isEmpty)
        for (subject, rows) in rows {
            let first = rows[0]
            #expect(rows.reduce(0) { $0 + $1.amount.minorUnits } == first.listingTotal.minorUnits, "\(subject)")
            #expect(rows.reduce(0) { $0 + $1.days.tenThousandths } == first.daysTogether.tenThousandths)
            #expect(rows.allSatisfy { $0.listingTotal == first.listingTotal && $0.neighbours.count == rows.count - 1 })
            let days = try #require(first.season).days(30).reduce(0, +)
            let most = rounded(decimal(first.unitsPerDay) * Decimal(first.price.minorUnits) * Decimal(days))
            #expect(Decimal(first.listingTotal.minorUnits) <= most, "a listing never loses more than it earns")
        }
    }

    // MARK: Products

    @Test func listingsOfOneProductNeverClaimMoreThanItsDemand() throws {
        let wheel = Wheel(
            store: try store([
                .catalog([("A", "P", 1_000), ("B", "P", 1_000), ("C", "P", 1_000)], at: .noon),
                .sales(["A": 5, "B": 2, "C": 0], days: 60, until: .today, at: .noon),
                .blocked([("A", 100), ("B", 100), ("C", 100)], at: .noon),
            ]))
        let summary = try wheel.turn()
        let listings = try wheel.terms().values.flatMap(\.listings)
        #expect(listings.count == 3)
        #expect(listings.reduce(0) { $0 + $1.unitsPerDay.tenThousandths } == 70_000)
        #expect(listings.allSatisfy { $0.basis.productUnitsPerDay.tenThousandths == 70_000 })
        #expect(listings.allSatisfy { $0.unitsPerDay.tenThousandths > 0 })
        #expect(summary.atRisk <= 7 * 1_000 * 30)
    }

    /// A file that blocks A for one of the scopes.
    private func blocked(_ scope: Exposure.Scope) -> Export {
        var file = Export.blocked([("A", 100)], at: .noon)
        file.rows[0].cells[SuppressedListings.reason.name] = SuppressedListings.reason.of(scope.rawValue).data
        return file
    }

    @Test(arguments: [(Exposure.Scope.row, ["A"]), (.product, ["A", "B"]), (.account, ["A", "B", "C", "D"])])
    func aLossFallsOnWhatItsScopeReaches(scope: Exposure.Scope, codes: [String]) throws {
        for rowsPerChunk in [1, 100] {
            var other = Export.catalog([("A", "P", 1_000)], at: .noon)
            other.account = "other"
            let wheel = Wheel(
                store: try store(
                    [
                        .catalog(
                            [("A", "P", 1_000), ("B", "P", 1_000), ("C", nil, 1_000), ("D", "Q", 1_000)], at: .noon),
                        .sales(["A": 1, "B": 1, "C": 1, "D": 1], days: 60, until: .today, at: .noon), blocked(scope),
                        other,
                    ], rowsPerChunk: rowsPerChunk))
            try wheel.turn()
            let terms = try #require(try wheel.terms().values.first)
            #expect(terms.listings.map(\.code).sorted() == codes)
            #expect(terms.furtherListings == 0)
        }
    }

    @Test func ofManyListingsTheLargestAreNamedAndTheRestCounted() throws {
        let codes = (10..<40).map { "L\($0)" }
        let units = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, 1 + $0) } + [("A", 1)])
        let wheel = Wheel(
            store: try store([
                .catalog(
                    ([("A", nil, 1_000)] + codes.map { ($0, nil, 1_000) }) as [(String, String?, Int64?)], at: .noon),
                .sales(units, days: 60, until: .today, at: .noon), blocked(.account),
            ]))
        try wheel.turn()
        let terms = try #require(try wheel.terms().values.first)
        #expect(terms.listings.count == 20 && terms.furtherListings == 11)
        #expect(terms.listings.map(\.code) == codes.suffix(20).reversed())
        #expect(try #require(terms.atRisk) > terms.listings.reduce(0) { $0 + $1.amount.minorUnits })
    }

    // MARK: Without an amount

    private func unpriced(_ exports: [Export]) throws -> RiskTerms {
        let wheel = Wheel(store: try store(exports), settings: RotationSettings(currency: Currency("USD")))
        let summary = try wheel.turn()
        let entry = try #require(try wheel.queue().first)
        let terms = try RiskTerms(bytes: entry.terms)
        #expect(entry.row.lane == .unpriced && entry.row.atRisk == nil && terms.atRisk == nil)
        #expect(summary.unpriced == [try #require(terms.unpriced): 1] && summary.atRisk == 0 && summary.open == 1)
        return terms
    }

    @Test func withoutARateARowIsUnpricedAndWithOnePriced() throws {
        let exports: [Export] = [
            .catalog([("A", nil, 1_000)], at: .noon, currency: "EUR"),
            .sales(["A": 2], days: 60, until: .today, at: .noon), .blocked([("A", 100)], at: .noon),
        ]
        let terms = try unpriced(exports)
        #expect(terms.unpriced == "no EUR to USD rate")
        #expect(try #require(terms.units) > .zero && terms.listings.map(\.conversion) == [nil])
        let old = try unpriced(exports + [.rate("EUR", "USD", 2, at: .noon - 8)])
        let day = (Instant.noon - 8).utcDay
        #expect(old.unpriced == "the EUR to USD rate of \(day) is too old", "a rate of last week is not one of today")
        let wheel = Wheel(
            store: try store(exports + [.rate("EUR", "USD", 2, at: .noon - 1)]),
            settings: RotationSettings(currency: Currency("USD")))
        try wheel.turn()
        let priced = try #require(try wheel.terms().values.first)
        #expect(priced.unpriced == nil)
        #expect(priced.atRisk == 2 * (try #require(priced.listings.first)).amount.minorUnits)
    }

    @Test func twoRatesOfACentralBankAreCrossed() throws {
        let exports: [Export] = [
            .catalog([("A", nil, 1_000)], at: .noon, currency: "GBP"),
            .sales(["A": 2], days: 60, until: .today, at: .noon), .blocked([("A", 100)], at: .noon),
            .rate("EUR", "USD", 1.0733, at: .noon - 1), .rate("EUR", "GBP", 0.8763, at: .noon - 1),
        ]
        let wheel = Wheel(store: try store(exports), settings: RotationSettings(currency: Currency("USD")))
        try wheel.turn()
        let conversion = try #require(try wheel.terms().values.first?.listings.first?.conversion)
        #expect(conversion.digits == 122_480_885, "1.0733 / 0.8763")
        #expect(try conversion.path == .cross(through: #require(Currency("EUR"))))
    }

    @Test func withoutAPriceOrSalesOrAListingARowSaysWhatIsMissing() throws {
        let sales = Export.sales(["A": 2], days: 60, until: .today, at: .noon)
        let issue = Export.blocked([("A", 100)], at: .noon)
        let noPrice = try unpriced([.catalog([("A", nil, nil)], at: .noon), sales, issue])
        #expect(noPrice.unpriced == "the price is not known" && noPrice.units != nil)
        let noSales = try unpriced([.catalog([("A", nil, 1_000)], at: .noon), issue])
        #expect(noSales.unpriced == "sales are not known" && noSales.units == nil)
    }

    // MARK: Stated sums

    @Test func statedSumsAreTotalledApart() throws {
        var fees = Export.stock(["A": 50], at: .noon)
        fees.rows[0].cells[Stock.unsellable.name] = Stock.unsellable.of(7).data
        let wheel = Wheel(
            store: try store([
                .catalog([("A", nil, 1_000)], at: .noon), .sales(["A": 2], days: 60, until: .today, at: .noon), fees,
                .blocked([("A", 100)], at: .noon),
            ]))
        let summary = try wheel.turn()
        #expect(summary.stated == 700)
        let terms = try wheel.terms()
        let fee = try #require(terms.values.first { $0.statedBy != nil })
        #expect(fee.atRisk == 700 && fee.statedBy == "fee schedule" && fee.listings.isEmpty)
        let other = try #require(terms.values.first { $0.statedBy == nil })
        #expect(summary.atRisk == other.atRisk)
    }

    @Test func aStatedSumCountsByItsProbability() throws {
        #expect(try statedRow(1_001, 0.5).atRisk == 500, "half a cent goes to the even one")
        #expect(try statedRow(1_003, 0.5).atRisk == 502)
        #expect(try statedRow(-250, 1).atRisk == -250)
        #expect(try statedRow(9_999_999_999_999, 1).atRisk == 9_999_999_999_999)
    }

    @Test func aStatedSumIsKeptWithWhatItRestsOn() throws {
        let terms = try RiskTerms(bytes: try statedRow(5_000, 0.856).terms ?? [])
        let sum = try #require(terms.sums.first)
        #expect(terms.sums.count == 1 && sum.source == "invoice" && sum.money.minorUnits == 5_000)
        #expect(sum.atRisk == 4_280 && terms.atRisk == 4_280 && sum.conversion?.path == .same)
        #expect(terms.inStatedTotal == 4_280 && terms.inTotal == 0, "counted once")
    }

    @Test(arguments: [Int64.max, .min, 10_000_000_000_001]) func aSumBeyondAllReasonIsUnpriced(cents: Int64) throws {
        let row = try statedRow(cents, 1)
        #expect(row.atRisk == nil && row.lane == .unpriced)
        #expect(try RiskTerms(bytes: row.terms ?? []).unpriced == "the sum is out of range")
    }

    @Test func anUnknownLossIsUnpricedForItsReasonAndNotZero() throws {
        let row = try row(Exposure(.unknown("the status is not known")))
        #expect(row.atRisk == nil && row.lane == .unpriced)
        let terms = try RiskTerms(bytes: row.terms ?? [])
        #expect(terms.unpriced == "the status is not known")
        #expect(terms.atRisk == nil && terms.fixAlone == nil && terms.avoidable == nil && terms.net == nil)
        #expect(terms.units == nil && terms.listings.isEmpty)
    }

    /// The row of a queue that holds one stated sum.
    private func statedRow(_ cents: Int64, _ probability: Double) throws -> QueueRow {
        let sum = Money(minorUnits: cents, try #require(Currency("USD")))
        return try row(Exposure(.stated(sum, source: "invoice"), probability: probability))
    }

    /// The row of a queue that holds one exception.
    private func row(_ exposure: Exposure) throws -> QueueRow {
        let dollar = try #require(Currency("USD"))
        let pricer = Pricer(
            currency: dollar, rates: ExchangeRates([], pivot: dollar), today: .today,
            ageing: Ageing(stages: [], outcomes: [], open: [], asOf: .noon, horizon: 30), asOf: .noon, horizon: 30,
            feeRate: nil)
        let exception = try ExceptionRecord.sample(exposure: exposure)
        let price = try RiskBook.price([], others: [exception], by: pricer, everything: { _ in nil }).others[0]
        let builder = QueueBuilder(asOf: .noon, policy: WorkPolicy(calendar: .alwaysOpen))
        return try #require(builder.build([PricedException(exception: exception, price: price, tier: nil)]).rows.first)
    }
}
