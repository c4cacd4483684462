import FlywheelKit
@testable import Imports
import Testing

private let amazonListings = [
    "item-name", "item-description", "listing-id", "seller-sku", "price", "quantity", "open-date", "image-url",
    "item-is-marketplace", "product-id-type", "zshop-shipping-fee", "item-note", "item-condition", "asin1", "asin2",
    "product-id", "pending-quantity", "fulfillment-channel", "merchant-shipping-group", "status",
]

/// Which kind of file a file is, and whose.
@Suite struct FileRecognitionTests {
    @Test(arguments: [
        (amazonListings, "Amazon listings", true),
        // A custom report of Canada: other order, other columns.
        (
            [
                "seller-sku", "asin1", "item-name", "listing-id", "price", "quantity", "open-date", "product-id-type",
                "product-id", "fulfillment-channel", "Business Price", "status", "minimum-seller-allowed-price",
            ], "Amazon listings", true
        ),
        (Array(amazonListings.dropLast()), "Amazon listings", false),
        (
            [
                "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date",
                "Issue Description",
            ], "Amazon suppressed listings", true
        ),
        (
            [
                "sku", "fnsku", "asin", "product-name", "condition", "your-price", "afn-warehouse-quantity",
                "afn-fulfillable-quantity", "afn-unsellable-quantity", "afn-reserved-quantity", "afn-total-quantity",
            ], "Amazon FBA inventory", true
        ),
        (
            [
                "amazon-order-id", "purchase-date", "last-updated-date", "order-status", "sales-channel", "sku", "asin",
                "quantity", "currency", "item-price", "ship-city", "ship-postal-code",
            ], "Amazon orders", true
        ),
        (["SKU", "Units Ordered", "Date", "Ordered Product Sales"], "daily sales table", true),
        (["date", "from", "to", "rate"], "exchange rates table", true),
        (["sku", "title", "price", "status"], "listings table", true),
    ])
    func headingsTellTheKind(headings: [String], format: String, isComplete: Bool) throws {
        let file = try recognize(table(headings))
        #expect(file.format == format)
        #expect(file.isComplete == isComplete)
        #expect(file.warnings.contains { $0.code == .partial } == !isComplete)
    }

    @Test(arguments: kitFeeds)
    func everyFeedIsKnownByItsOwnColumnNames(feed: Feed) throws {
        let subject: [String] =
            switch feed.subject {
            case .account: []
            case .ticket: ["ticket"]
            case .product: ["asin"]
            default: ["sku"]
            }
        let headings = subject + feed.columns.map(\.name)
        let file = try recognize(table(headings))
        #expect(file.feed.key == feed.key)
        #expect(file.columns == feed.columns.map(\.name))
        #expect(file.unboundHeadings.isEmpty)
    }

    /// Two feeds with the same headings: one of the kit's and one that a workflow brings.
    @Test func aFileThatIsAsMuchOfOneFeedAsOfAnotherIsNotGuessed() throws {
        let key = FeedKey("returns/1")
        let returns = Feed(
            key, title: "returns", of: .listing, shape: .log(group: ["day"], newest: nil, at: "day"), freshForDays: 7,
            columns: Column<Day>("day", in: key, required: true),
            Column<Int>("units", in: key, unit: .units, required: true))
        let feeds = kitFeeds + [returns]
        let text = "sku,day,units\nKN-12,2026-11-19,3\n"
        let error = #expect(throws: ImportError.self) { try recognize(text, feeds: feeds) }
        #expect(error == .ambiguous(kinds: ["daily sales", "returns"]))
        #expect(error?.description.contains("\"daily sales\", \"returns\"") == true)
        #expect(try recognize(text, .test(kind: "returns"), feeds: feeds).feed.key == key)
        #expect(try recognize(text, named: "acme-returns-2026-11-20.csv", feeds: feeds).feed.key == key)
        #expect(try recognize(text, named: "Daily Sales.csv", feeds: feeds).feed.key == DailySales.feed.key)
        #expect(try recognize("sku,date,units,revenue\n", feeds: feeds).feed.key == DailySales.feed.key)
    }

    /// What a table must have is enough to tell it from every other.
    @Test(arguments: kitFeeds)
    func noTwoFeedsAskForTheSameHeadings(feed: Feed) throws {
        let format = FileFormat.table(of: feed)
        let required = feed.columns.filter(\.isRequired).map(\.name)
        guard !required.isEmpty else { return }
        let headings = format.subject.prefix(1).map(\.written) + required
        #expect(try recognize(table(headings)).feed.key == feed.key)
    }

    @Test(arguments: ["Seller-SKU", " seller_sku ", "SELLER SKU", "seller–sku", "seller\u{A0}sku"])
    func spellingOfHeadingsDoesNotCount(heading: String) throws {
        let reading = try read(table([heading, "title", "price"], ["KN-12", "Knife", "5"]), .test(marketplace: "US"))
        #expect(reading.codes == ["KN-12"])
    }

    @Test func columnsAreFoundWhereverTheyStand() throws {
        var generator = SeededGenerator(seed: 11)
        let cells = Dictionary(uniqueKeysWithValues: amazonListings.map { ($0, "") })
            .merging(["seller-sku": "KN-12", "price": "31", "asin1": "B000000001", "status": "Active"]) { $1 }
        for _ in 0..<20 {
            let order = amazonListings.shuffled(using: &generator)
            let reading = try read(table(order, order.map { cells[$0] ?? "" }), .test(marketplace: "US"))
            #expect(reading.codes == ["KN-12"])
            #expect(reading.products == ["B000000001"])
            #expect(reading.values(Catalog.price) == [usd(31_00)])
        }
    }

    @Test func anUnknownFileNamesTheNearestKindAndWhatItLacks() {
        let error = #expect(throws: ImportError.self) {
            try recognize(table(["amazon-order-id", "purchase-date", "order-status", "quantity", "item-price"]))
        }
        guard case .unrecognized(_, let nearest, let missing) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(nearest == "Amazon orders")
        #expect(missing == ["sku"])
    }

    @Test func anExportOfWhichFewHeadingsAreKnownIsNotTakenForATable() throws {
        let headings = ["sku", "asin", "condition-type", "country", "carton", "shelf", "Quantity Available"]
        let error = #expect(throws: ImportError.self) { try recognize(table(headings)) }
        #expect(error == .unrecognized(headings: headings, nearest: "stock table", missing: []))
        #expect(try recognize(table(headings), .test(kind: "stock")).format == "stock table")
    }

    @Test(arguments: ["orders", "Amazon orders", "orders/1", "ORDERS"])
    func aStatedKindThatDoesNotFitSaysWhatTheFileLooksLike(kind: String) {
        let error = #expect(throws: ImportError.self) { try recognize(table(amazonListings), .test(kind: kind)) }
        guard case .otherKind(let stated, let missing, let looksLike) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(stated == kind)
        #expect(!missing.isEmpty)
        #expect(looksLike == "Amazon listings")
    }

    @Test func anUnknownKindListsTheKnownOnes() {
        let error = #expect(throws: ImportError.self) { try recognize(table(amazonListings), .test(kind: "parcels")) }
        #expect(error?.description.contains("\"Amazon orders\"") == true)
        #expect(error?.description.contains("\"daily sales\"") == true)
    }

    @Test func filesWithoutRowsAndBinaryFilesAreRefused() {
        #expect(throws: ImportError.empty) { try recognize("") }
        #expect(throws: ImportError.empty) { try recognize("\r\n\r\n") }
        let error = #expect(throws: ImportError.self) { try recognize([0x50, 0x4B, 0x03, 0x04, 0, 0]) }
        #expect(error?.description.contains("ends too early") == true)
        let missing = #expect(throws: ImportError.self) {
            try FileImporter(feeds: kitFeeds, context: .test()).open("/no/such/file.txt")
        }
        #expect(missing?.description.contains("/no/such/file.txt") == true)
    }

    @Test func wordsBeforeTheHeadingsAreSkipped() throws {
        let text = "Stock of Acme Ltd\n\nprinted on Friday, by Mia\nsku,quantity available,reserved\nKN-12,5,1\n"
        let reading = try read(text, named: "stock.csv")
        #expect(reading.codes == ["KN-12"])
        #expect(reading.values(Stock.fulfillable) == [5])
        #expect(reading.rejected.isEmpty)
    }

    @Test func headingsRepeatedInASecondLanguageAreNoRow() throws {
        let spanish = ["Clave", "Disponible", "Reservado"]
        let english = ["SKU", "Available", "Reserved"]
        #expect(try read(table(spanish, english, ["KN-12", "5", "1"])).codes == ["KN-12"])
        let other = ["SKU", "On hand", "Reserved quantity"]
        let reading = try read(table(english, other, ["KN-12", "5", "1"]))
        #expect(reading.codes == ["KN-12"])
        #expect(reading.rejected.isEmpty)
    }

    @Test(arguments: [("sep=;\r\nsku;title;price\r\nKN-12;Knife;5\r\n", 0), ("sku|title|price\nKN-12|Knife|5\n", 0)])
    func separatorsAreToldByLooking(text: String, rejected: Int) throws {
        let reading = try read(text, named: "my.csv", .test(marketplace: "US"))
        #expect(reading.codes == ["KN-12"])
        #expect(reading.rejected.count == rejected)
    }
}

func usd(_ cents: Int64) -> Money? { Currency("USD").map { Money(minorUnits: cents, $0) } }
func eur(_ cents: Int64) -> Money? { Currency("EUR").map { Money(minorUnits: cents, $0) } }
func yen(_ amount: Int64) -> Money? { Currency("JPY").map { Money(minorUnits: amount, $0) } }
