import Calendars
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Foundation
import Imports
import Testing

@testable import FlywheelHost

/// Files of which only some say where they sell, each test in a folder of its own.
@Suite final class PlacingTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "placing-\(UUID().uuidString)").path
    private let host: FlywheelHost.Host

    init() throws {
        host = try FlywheelHost.Host(
            store: SQLiteStore.inMemory(), stages: [], configuration: Configuration(), zones: ZoneFiles())
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private static let listings =
        "item-name\tlisting-id\tseller-sku\tprice\tquantity\topen-date\tasin1\tstatus\n"
        + "Cup\tL1\tA1\t9.99\t5\t2026-01-02 08:00:00 PST\tB000000001\tActive\n"

    private static func orders(_ channel: String, _ id: String = "1") -> String {
        "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tquantity\titem-price\n"
            + "111-\(id)\t2026-11-10T08:00:00+00:00\t2026-11-10T09:00:00+00:00\tShipped\t\(channel)\tA1\t1\t9.99\n"
    }

    private static let walmart =
        "SKU,Item ID,Product Name,Lifecycle Status,Publish Status,Price\nA1,12,Cup,ACTIVE,PUBLISHED,9.99\n"

    /// Imports files one beside the other; the marketplace of each, and what is doubtful of it.
    private func placed(_ files: (name: String, text: String)...) throws -> [String] {
        try reports(files).map { report in
            guard case .kept(let record) = report.result else { return "not kept" }
            let market = Marketplace.named(record.draft.marketplace)?.name ?? record.draft.marketplace
            return market + (report.doubts.contains { $0.contains("no marketplace is named") } ? "?" : "")
        }
    }

    private func reports(
        _ files: [(name: String, text: String)], marketplace: String? = nil, currency: String? = nil
    ) throws -> [ImportReport] {
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)")) }
        let zones = ZoneFiles()
        let now = Instant(seconds: 1_795_176_000)
        let context = ImportContext(
            marketplace: marketplace, currency: currency.flatMap { Currency($0) }, at: now
        ) { zones.zone($0) }
        return try host.importFiles(
            files.map { "\(root)/\($0.name)" }, context: context, actor: Actor(.person, "ann"), now: now)
    }

    @Test func aListThatNamesNoneIsOfTheOneThatTheOthersName() throws {
        #expect(
            try placed(("all.txt", Self.listings), ("orders.txt", Self.orders("Amazon.com"))) == ["US?", "US"])
    }

    @Test func filesThatCameEarlierSayItAsWell() throws {
        #expect(try placed(("all.txt", Self.listings)) == ["default"])
        #expect(try placed(("orders.txt", Self.orders("Amazon.de"))) == ["DE"])
        #expect(try placed(("all.txt", Self.listings)) == ["DE?"])
    }

    @Test func whereTheOthersNameTwoItIsOfNeither() throws {
        let files = [("all.txt", Self.listings), ("us.txt", Self.orders("Amazon.com"))]
        #expect(
            try placed(files[0], files[1], ("uk.txt", Self.orders("Amazon.co.uk", "2"))) == ["default", "US", "UK"])
    }

    @Test func ofTwoListsOfOneDayNobodyKnowsWhichIsMeant() throws {
        let other = Self.listings.replacingOccurrences(of: "9.99", with: "8.99")
        #expect(
            try placed(("all.txt", Self.listings), ("all (1).txt", other), ("orders.txt", Self.orders("Amazon.de")))
                == ["default", "default", "DE"])
    }

    @Test func anAccountSaysNothingOfAnother() throws {
        let south = ("south@DE.txt", Self.orders("Amazon.de", "2"))
        let north = ("north@US.txt", Self.orders("Amazon.com"))
        #expect(try placed(("all.txt", Self.listings), north, south) == ["default", "US", "DE"])
    }

    @Test func anAccountThatIsAllButAnotherIsDoubted() throws {
        func doubts(_ name: String, _ id: String) throws -> [String] {
            try reports([("\(name)@US.txt", Self.orders("Amazon.com", id))]).flatMap(\.doubts)
        }
        #expect(try doubts("harbor", "1").isEmpty)
        #expect(
            try doubts("habor", "2")
                == ["\"habor\" is a new account: if \"harbor\" is meant, discard this import and say --account"])
        #expect(try doubts("Harbor", "3").count == 1)
        #expect(try doubts("harbor2", "4").isEmpty && doubts("kent", "5").isEmpty)
        #expect(try doubts("habor", "6").isEmpty, "it is known by now")
    }

    @Test func theSameBytesReadOtherwiseSayWhatDiffers() throws {
        let file = (name: "prices.csv", text: "sku,title,price\nA,Cup,20.00\n")
        func again(_ currency: String?) throws -> ImportReport {
            try reports([file], marketplace: "shop", currency: currency)[0]
        }
        #expect(try again(nil).readOtherwise.isEmpty)
        let other = try again("USD")
        guard case .same(ImportID(1)) = other.result else { return #expect(Bool(false), "\(other.result)") }
        #expect(other.readOtherwise == ["currency USD, then unknown"] && other.origins.isEmpty)
        let same = try again(nil)
        #expect(same.readOtherwise.isEmpty && same.origins.isEmpty)
        try host.decideImport(
            ImportID(1), accept: false, actor: Actor(.person, "ann"), now: Instant(seconds: 1_795_176_000))
        let read = try again("USD")
        guard case .kept = read.result else { return #expect(Bool(false), "\(read.result)") }
    }

    @Test func aSourceOfOneMarketplaceStaysApart() throws {
        let placed = try placed(
            ("items.csv", Self.walmart), ("all.txt", Self.listings), ("o.txt", Self.orders("Amazon.com")))
        #expect(Set(placed.dropLast(2)) == ["walmart"] && placed.suffix(2) == ["US?", "US"])
    }

    @Test func aListGoesWhereItsLikeWent() throws {
        #expect(try placed(("listings-US.txt", Self.listings)) == ["US"])
        #expect(try placed(("orders.txt", Self.orders("Amazon.ca"))) == ["CA"])
        #expect(try placed(("all.txt", Self.listings + "\n")) == ["US?"])
        #expect(try placed(("all.txt", Self.listings), ("o.txt", Self.orders("Amazon.ca", "2"))) == ["CA?", "CA"])
    }

    @Test func whereOneFileNamesTwoItIsOfNeither() throws {
        let both = Self.orders("Amazon.co.uk") + Self.orders("Amazon.de", "2").split(separator: "\n")[1] + "\n"
        #expect(try placed(("all.txt", Self.listings), ("orders.txt", both)) == ["default", "UK", "DE"])
    }

    /// What Amazon ships for orders of other shops stands in its reports as well, and is of no marketplace.
    @Test func ordersOfOtherShopsSayNothingAgainstThoseOfAMarketplace() throws {
        let others = ["Non-Amazon", "Non-Amazon DE", "Non-Amazon"].enumerated().map { number, channel in
            Self.orders(channel, "\(number + 2)").split(separator: "\n")[1] + "\n"
        }
        #expect(try placed(("orders.txt", Self.orders("Amazon.de") + others.joined())) == ["DE"])
        #expect(try host.store.imports().map(\.summary.rejected) == [3])
    }

    @Test func aFileOutsideTheFoldersIsOfTheirAccount() throws {
        try FileManager.default.createDirectory(atPath: "\(root)/north/US", withIntermediateDirectories: true)
        #expect(
            try placed(("north/US/all.txt", Self.listings), ("orders.txt", Self.orders("Amazon.com"))) == ["US", "US"])
        #expect(try Set(host.store.imports().map(\.draft.account)) == ["north"])
    }

    @Test func aTableOfAnybodyMayBeOfAny() throws {
        let stock = "sku,available\nA1,4\n"
        #expect(try placed(("items.csv", Self.walmart), ("counted.csv", stock)).last == "walmart?")
        let more = stock + "A2,1\n"
        // The same name goes where it went; of others the account has two marketplaces by now.
        #expect(try placed(("orders.txt", Self.orders("Amazon.com")), ("counted.csv", more)).last == "walmart?")
        #expect(try placed(("shelf.csv", more)) == ["default"])
    }

    @Test func aTableReplacesNoneOfAnotherNameOnOneMarketplaceOfSeveral() throws {
        func sales(_ units: Int) -> String { "sku,day,units\nA1,2026-11-01,\(units)\n" }
        #expect(
            try Set(placed(("items.csv", Self.walmart), ("products.csv", Self.shop))) == ["walmart", "shopify"])
        _ = try reports([("till daily sales 1.csv", sales(5))], marketplace: "walmart")
        #expect(try placed(("own daily sales.csv", sales(6))) == ["default"])
        #expect(try placed(("till daily sales 2.csv", sales(7))) == ["walmart?"])
    }

    // MARK: Currencies

    private static let shop =
        "Handle,Title,Option1 Value,Variant SKU,Variant Price,Status\nmug,Mug,Default Title,M1,20.00,active\n"

    private static let shopOrders =
        "Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem price,Lineitem sku\n"
        + "#1,paid,EUR,2026-11-10 10:15:00 -0400,1,20.00,M1\n"

    /// What a kept file says of a column's amounts, and whether that is doubtful.
    private func amounts(_ column: Column<Money>, in feed: Feed, of report: ImportReport?) throws -> [String] {
        guard let report, case .kept(let record) = report.result else { return ["not kept"] }
        let mark = report.doubts.contains { $0.contains("no currency is named") } ? "?" : ""
        return try host.store.chunks(of: .listing).flatMap { place -> [String] in
            let blocks = try host.store.facts(in: place, feed: feed.key, columns: [column.name], from: [record.id])
            return blocks.compactMap { $0.columns[column.name].flatMap(Money.values(of:)) }.flatMap { values in
                values.indices.map { (values[$0]?.description ?? "unknown") + mark }
            }
        }
    }

    private func price(of report: ImportReport?) throws -> [String] {
        try amounts(Catalog.price, in: Catalog.feed, of: report)
    }

    @Test func amountsAreInTheCurrencyOfTheFilesBefore() throws {
        #expect(try price(of: reports([("a.csv", Self.shop)]).first) == ["unknown"])
        let dearer = Self.shop.replacingOccurrences(of: "20.00", with: "21.00")
        #expect(try price(of: reports([("b.csv", dearer)], currency: "USD").first) == ["USD 21.00"])
        let dearest = Self.shop.replacingOccurrences(of: "20.00", with: "22.00")
        #expect(try price(of: reports([("c.csv", dearest)]).first) == ["USD 22.00?"])
        let costs = try reports([("costs.csv", "sku,unit cost\nM1,6.00\n")]).first
        #expect(try amounts(Costs.unitCost, in: Costs.feed, of: costs) == ["USD 6.00?"])
    }

    @Test func amountsAreInTheCurrencyThatOrdersBesideName() throws {
        #expect(
            try price(of: reports([("a.csv", Self.shop), ("o.csv", Self.shopOrders)]).first) == ["EUR 20.00?"])
    }

    @Test func anAmountThatNamesItsCurrencyTakesNoOther() throws {
        _ = try reports([("a.csv", Self.shop)], currency: "USD")
        let pounds = Self.shop.replacingOccurrences(of: "20.00", with: "GBP 21.00")
        #expect(try price(of: reports([("b.csv", pounds)]).first) == ["GBP 21.00"])
    }

    // MARK: Days

    @Test func daysOfAShopAreThoseOfTheCalendar() throws {
        let zones = ZoneFiles()
        let configuration = try Configuration(yaml: "calendar: {zone: America/New_York}", zones: zones)
        let host = try FlywheelHost.Host(
            store: SQLiteStore.inMemory(), stages: [], configuration: configuration, zones: zones)
        #expect(host.runtimeZones.zone(ofMarketplace: "shopify").identifier == "America/New_York")
        #expect(host.runtimeZones.zone(ofMarketplace: "DE").identifier == "Europe/Berlin")
        let path = "\(root)/shopify daily sales.csv"
        try Data("sku,day,units\nM1,2026-11-01,5\n".utf8).write(to: URL(fileURLWithPath: path))
        _ = try host.importFiles(
            [path], context: ImportContext { zones.zone($0) }, actor: Actor(.person, "ann"),
            now: Instant(seconds: 1_795_176_000))
        let covers = try host.store.imports().first?.summary.covers
        #expect(covers?.from == Instant("2026-11-01T04:00:00Z") && covers?.to == Instant("2026-11-02T04:59:59Z"))
    }
}
