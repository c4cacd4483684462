import FlywheelKit
import Foundation
@testable import Imports
import Testing

/// What is known of a file that its cells do not say.
@Suite struct FileOriginTests {
    private let text = table(["sku", "title", "price"], ["KN-12", "Knife", "5"])
    private let us = "ATVPDKIKX0DER"
    private let germany = "A1PA6795UKMFR9"

    @Test(arguments: [
        ("listings-us.txt", "ATVPDKIKX0DER"), ("listings_DE_all.txt.gz.txt", "A1PA6795UKMFR9"),
        ("A1PA6795UKMFR9 listings.csv", "A1PA6795UKMFR9"), ("amazon.de listings.csv", "A1PA6795UKMFR9"),
        ("listings.DE.2026.csv", "A1PA6795UKMFR9"), ("amazon.co.uk.csv", "A1F83G8C2ARO7P"),
        ("listings GB.csv", "A1F83G8C2ARO7P"), ("listings-gb.txt", "A1F83G8C2ARO7P"), ("64 gb cards.csv", "default"),
        ("Walmart daily sales.csv", "walmart"), ("eBay-all-active-listings-2026-11-22.csv", "ebay"),
        ("walmart and ebay.csv", "default"), ("goods in stock.csv", "default"), ("DE and FR.csv", "default"),
        ("us.csv", "default"), ("ITEMS IN STOCK.csv", "default"), ("TO-BE-LISTED.csv", "default"),
        ("LISTINGS-US-2026-11-20.csv", "ATVPDKIKX0DER"), ("US 在庫.csv", "ATVPDKIKX0DER"),
        ("ITEMS IN STOCK DE.csv", "default"), ("AMAZON.DE LISTINGS.csv", "A1PA6795UKMFR9"),
    ])
    func theFileNameTellsTheMarketplace(name: String, marketplace: String) throws {
        let file = try recognize(text, named: name)
        #expect(file.marketplace == Sourced(marketplace, marketplace == "default" ? .assumed : .fileName))
    }

    @Test func foldersTellAccountMarketplaceAndDay() throws {
        let file = try recognize(text, named: "acme/DE/2026-11-20/listings.txt")
        #expect(file.account == Sourced("acme", .folderName))
        #expect(file.marketplace == Sourced(germany, .folderName))
        #expect(file.currency?.value.code == "EUR")
        // Midnight in Berlin, where the day begins.
        #expect(file.effectiveAt == Sourced(try #require(Instant("2026-11-19T23:00:00Z")), .folderName))
    }

    @Test func aFolderOfADayIsNoAccount() throws {
        let file = try recognize(text, named: "acme/2026-11-20/DE/listings.txt")
        #expect(file.account == Sourced("acme", .folderName))
        #expect(file.marketplace == Sourced(germany, .folderName))
        #expect(file.effectiveAt == Sourced(try #require(Instant("2026-11-19T23:00:00Z")), .folderName))
    }

    /// Midnight of the day in Berlin is at 23:00 UTC of the day before.
    @Test(arguments: [
        ("2026-11-20T22:59:59Z", "2026-11-20T22:59:59Z"), ("2026-11-19T23:30:00Z", "2026-11-19T23:30:00Z"),
        ("2026-11-20T23:00:00Z", "2026-11-19T23:00:00Z"), ("2026-11-19T22:59:59Z", "2026-11-19T23:00:00Z"),
    ])
    func aFileOfTheDayItNamesSaysWhenThatDay(changed: String, expected: String) throws {
        let time = Date(timeIntervalSince1970: Double(try #require(Instant(changed)).seconds))
        try withFile(Array(text.utf8), named: "acme/DE/2026-11-20/listings.txt") { path in
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
            let at = try FileImporter(feeds: kitFeeds, context: .test()).open(path).effectiveAt
            #expect(at == Sourced(try #require(Instant(expected)), changed == expected ? .dayAndFileTime : .folderName))
            // Looked at from before it was changed, it says no moment.
            let before = try #require(Instant("2026-11-19T23:15:00Z"))
            let seen = try FileImporter(feeds: kitFeeds, context: .test().seen(at: before)).open(path).effectiveAt
            #expect(seen.source == .folderName)
        }
    }

    @Test func anAtSignTellsAccountAndMarketplace() throws {
        let file = try recognize(text, named: "northwind@US listings 20261120.txt")
        #expect(file.account == Sourced("northwind", .fileName))
        #expect(file.marketplace == Sourced(us, .fileName))
        #expect(file.effectiveAt == Sourced(try #require(Instant("2026-11-20T08:00:00Z")), .fileName))
    }

    @Test(arguments: ["acme/shopify/products.csv", "acme/ebay/2026-11-20/listings.csv", "acme@walmart items.csv"])
    func aChannelTellsTheAccountAsAMarketplaceDoes(name: String) throws {
        let file = try recognize(text, named: name)
        #expect(file.account.value == "acme" && ["shopify", "ebay", "walmart"].contains(file.marketplace.value))
    }

    @Test func ofSeveralDaysTheLastCounts() throws {
        let file = try recognize(text, named: "sales 2026-11-01 to 2026-11-20.txt", .test(marketplace: "US"))
        #expect(file.effectiveAt.value == Instant("2026-11-20T08:00:00Z"))
    }

    @Test func numbersThatAreNoDaysAreNoDays() throws {
        let file = try recognize(text, named: "120261120 20261399 2026-13-01.txt")
        #expect(file.effectiveAt.source == .fileTime)
    }

    @Test func whatIsStatedGoesFirst() throws {
        let at = Instant(seconds: 1_790_000_000)
        let context = ImportContext.test(account: "mia", marketplace: "amazon.com", currency: "CAD", at: at)
        let file = try recognize(text, named: "acme/DE/2026-11-20/listings.txt", context)
        #expect(file.account == Sourced("mia", .stated))
        #expect(file.marketplace == Sourced(us, .stated))
        #expect(file.currency == Sourced(try #require(Currency("CAD")), .stated))
        #expect(file.effectiveAt == Sourced(at, .stated))
    }

    @Test func aMarketplaceOutsideTheDirectoryStandsForItself() throws {
        let file = try recognize(text, .test(marketplace: "walmart-us"))
        #expect(file.marketplace == Sourced("walmart-us", .stated))
        #expect(file.currency == nil)
    }

    @Test func theFilesTimeIsTheLastResort() throws {
        let time = Date(timeIntervalSince1970: 1_700_000_000)
        try withFile(Array(text.utf8), named: "listings.txt") { path in
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
            let file = try FileImporter(feeds: kitFeeds, context: .test()).open(path)
            #expect(file.effectiveAt == Sourced(Instant(seconds: 1_700_000_000), .fileTime))
            #expect(file.account == Sourced("default", .assumed))
            #expect(file.warnings.map(\.code) == [.unknownMarketplace])
        }
    }
}
