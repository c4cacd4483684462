import Foundation
import Testing

/// Files of the listing side as marketplaces and shops write them, through the real program: what each brings, what becomes
/// of rows that name a product alone, and what a notification ends.
@Suite("Sources") struct SourceTests {
    private static let seller = "ASELLERSELLER"

    /// Imports files and gives what became of each table: its feed or kind of refusal, with rows kept and rejected.
    private func bring(_ program: Program, _ files: [(name: String, text: String)], _ flags: String...) throws
        -> [String]
    {
        for file in files { try program.folder.write(file.text, to: file.name) }
        let run = try program.start(["import"] + files.map(\.name) + flags + ["--format", "json"]).finish()
        return try run.json["files"].items.map { file in
            let rows = "\(Int(file["rowsKept"].number ?? 0)) \(Int(file["rowsRejected"].number ?? 0))"
            return "\(file["feed"].text ?? file["code"].text ?? "?") \(file["result"].text ?? "?") \(rows)"
        }
    }

    private static let listings = Report.table(
        ["SKU", "ASIN", "Title", "Price", "Status", "Quantity", "Channel"],
        [
            ["SKU": "A", "ASIN": "B0AAAAAAAA", "Price": "10.00", "Status": "Active", "Channel": "AMAZON_NA"],
            [
                "SKU": "B-1", "ASIN": "B0BBBBBBBB", "Price": "12.00", "Status": "Active", "Channel": "DEFAULT",
                "Quantity": "3",
            ],
            ["SKU": "B-2", "ASIN": "B0BBBBBBBB", "Price": "12.50", "Status": "Active", "Channel": "AMAZON_NA"],
        ], separator: ",")

    private static func notice(_ type: String, at: String, _ payload: String) -> String {
        #"{"NotificationType":"\#(type)","EventTime":"\#(at)","Payload":{\#(payload)},"#
            + #""NotificationMetadata":{"NotificationId":"\#(type)-\#(at)"}}"# + "\n"
    }

    private static func offers(_ asin: String, at: String) -> String {
        func money(_ name: String, _ amount: String) -> String {
            #""\#(name)":{"Amount":\#(amount),"CurrencyCode":"USD"}"#
        }
        return notice(
            "ANY_OFFER_CHANGED", at: at,
            #""AnyOfferChangedNotification":{"SellerId":"\#(seller)","OfferChangeTrigger":{"MarketplaceId":"ATVPDKIKX0DER","#
                + #""ASIN":"\#(asin)","ItemCondition":"new"},"Summary":{"BuyBoxPrices":[{"Condition":"new","#
                + "\(money("ListingPrice", "9.50")),\(money("LandedPrice", "9.50"))}]},"
                + #""Offers":[{"SellerId":"\#(seller)",\#(money("ListingPrice", "10.00"))},"#
                + #"{"SellerId":"OTHER",\#(money("ListingPrice", "9.50"))}]"# + "}")
    }

    @Test("Rows that name a product are facts of its listings, once these are known")
    func products() throws {
        let program = try Program()
        let changes = (
            name: "changes.jsonl",
            text: Self.offers("B0AAAAAAAA", at: "2026-11-20T10:00:00Z")
                + Self.offers("B0BBBBBBBB", at: "2026-11-20T11:00:00Z")
                + Self.offers("B0CCCCCCCC", at: "2026-11-20T12:00:00Z")
        )
        #expect(try bring(program, [changes]) == ["offers/1 kept 0 3"])
        let rejects = try program.run("imports", "rejects", "I1", "--format", "json")
        #expect(rejects.output.contains("import the listings first"))

        let catalog = (name: "listings-US-2026-11-20.csv", text: Self.listings)
        #expect(try bring(program, [changes, catalog]) == ["offers/1 kept 3 1", "catalog/1 kept 3 0"])
        #expect(try bring(program, [changes, catalog]).allSatisfy { $0.contains("same") })
    }

    @Test("A catalogue that comes in the same command is read before what it explains")
    func order() throws {
        let program = try Program()
        let status = Self.notice(
            "LISTINGS_ITEM_STATUS_CHANGE", at: "2026-11-20T10:00:00Z",
            #""SellerId":"S","MarketplaceId":"ATVPDKIKX0DER","Sku":"A","Status":["BUYABLE"]"#)
        let changes = status + Self.offers("B0AAAAAAAA", at: "2026-11-20T10:00:00Z")
        try program.folder.write(changes, to: "in/a-changes.json")
        try program.folder.write(Self.listings, to: "in/listings-US-2026-11-20.csv")
        let run = try program.run("import", "in", "--format", "json")
        #expect(try run.json["files"].items.map { $0["rowsRejected"].number } == [0, 0, 0])
    }

    @Test("What was offered each day is kept, from one file as from several")
    func moments() throws {
        let program = try Program()
        let days = ["2026-11-17", "2026-11-18", "2026-11-19"]
        let lines = days.map { Self.offers("B0AAAAAAAA", at: "\($0)T20:00:00Z") }
        _ = try bring(program, [(name: "listings-US-2026-11-16.csv", text: Self.listings)])
        let rows = try bring(program, [(name: "changes.jsonl", text: lines.joined())])
        #expect(rows == Array(repeating: "offers/1 kept 1 0", count: 3))
        let table = "SKU,Our price,Lowest competitor price\nA,9.90,9.40\n"
        #expect(try bring(program, [(name: "offers-US-2026-11-20.csv", text: table)]) == ["offers/1 kept 1 0"])
        let imports = try program.run("imports", "--format", "json").json["imports"].items
        let moments = imports.filter { $0["feed"].text == "offers/1" }.compactMap {
            $0["effectiveAt"].text
        }
        #expect(moments.count == 4)
        #expect(days.allSatisfy { day in moments.contains("\(day)T20:00:00Z") })
    }

    private static let suppressed = Report.table(
        ["Status", "Reason", "SKU", "ASIN", "Status Change Date", "Issue Description"],
        ["A", "B-1"].map { sku in
            [
                "Status": "Search Suppressed", "Reason": "Missing info", "SKU": sku, "ASIN": "B0AAAAAAAA",
                "Status Change Date": "2026-11-18", "Issue Description": "'[brand]' is required but not supplied.",
            ]
        }, separator: "\t")

    @Test("A listing whose issues are resolved is cleared, and no other")
    func resolved() throws {
        let program = try Program()
        _ = try bring(
            program,
            [
                (name: "listings-US-2026-11-20.csv", text: Self.listings),
                (name: "suppressed-US-2026-11-20.txt", text: Self.suppressed),
            ])
        let before = try program.run("rotate", "--format", "json").json["workflows"].items
            .first { $0["workflow"].text == "suppressions" }
        #expect(before?["opened"].number == 2)

        let issues = Self.notice(
            "LISTINGS_ITEM_ISSUES_CHANGE", at: "2026-11-20T21:00:00Z",
            #""SellerId":"S","MarketplaceId":"ATVPDKIKX0DER","Asin":"B0AAAAAAAA","Sku":"A","Severities":["NONE"]"#)
        let later = "2026-11-20T22:00:00Z"
        #expect(
            try bring(program, [(name: "issues.json", text: issues)], "--as-of", later) == [
                "suppressed-listings/1 kept 1 0"
            ])
        let after = try program.run("rotate", "--format", "json", "--as-of", later).json["workflows"].items
            .first { $0["workflow"].text == "suppressions" }
        #expect(after?["ended"].number == 1)
        #expect(after?["opened"].number == 0)
        let left = try program.run("queue", "--format", "json", "--as-of", later).json["items"].items
        #expect(left.count == 1)
        #expect(left.first.map { "\($0)".contains("B-1") } == true)
    }

    @Test("Shops' and Walmart's exports bring what they hold, and lines that are no listings are named")
    func shops() throws {
        let program = try Program()
        let products = """
            Title,URL handle,Status,SKU,Option1 name,Option1 value,Price,Cost per item,Inventory quantity,Fulfillment service
            Shirt,shirt,active,S,Size,S,19.90,7.5,3,manual
            ,shirt,,,,,,,,

            """
        let inventory = """
            Handle,SKU,Location,Incoming (not editable),Committed (not editable),Available (not editable)
            shirt,S,Berlin,0,0,2
            shirt,S,Essen,1,0,5

            """
        let orders = """
            Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem price,Lineitem sku,Billing Name
            #1,paid,USD,2026-11-01 10:00:00 -0800,1,19.90,S,Ann
            #1,,,,2,19.90,S,

            """
        #expect(
            try bring(
                program,
                [
                    (name: "products.csv", text: products), (name: "inventory.csv", text: inventory),
                    (name: "orders.csv", text: orders),
                ], "--marketplace", "shop", "--currency", "USD") == [
                    "catalog/1 kept 1 1", "costs/1 kept 1 0", "stock/1 kept 1 0", "orders/1 kept 2 0",
                ])
        let items = """
            SKU,Item ID,Product Name,Lifecycle Status,Publish Status,Status Change Reason,Product Category,Price,Currency
            A,1,Chair,ACTIVE,PUBLISHED,,Chairs,100.00,USD
            B,2,Stool,ACTIVE,UNPUBLISHED,"NO_PRICE,END_DATE",Chairs,50.00,USD

            """
        #expect(
            try bring(program, [(name: "ItemReport.csv", text: items)], "--marketplace", "walmart") == [
                "catalog/1 kept 2 0", "suppressed-listings/1 kept 2 0", "offers/1 kept 2 0",
            ])
    }

    @Test("A day's sales bring who looked and whose offer was featured")
    func traffic() throws {
        let program = try Program()
        let report = """
            {"reportSpecification": {"dataStartTime": "2026-11-19", "dataEndTime": "2026-11-19",
            "marketplaceIds": ["ATVPDKIKX0DER"]}, "salesAndTrafficByAsin": [{"sku": "A", "childAsin": "B0AAAAAAAA",
            "salesByAsin": {"unitsOrdered": 3, "orderedProductSales": {"amount": 30.0, "currencyCode": "USD"}},
            "trafficByAsin": {"sessions": 18, "pageViews": 25, "buyBoxPercentage": 96.5}}]}
            """
        #expect(try bring(program, [(name: "traffic.json", text: report)]) == ["sales-daily/1 kept 1 0"])
        let imports = try program.run("imports", "--format", "json").json["imports"].items
        let columns = Set((imports.first?["columns"].items ?? []).compactMap(\.text))
        #expect(columns.isSuperset(of: ["sessions", "page-views", "featured-offer-share"]))
    }

    @Test("What is not read is refused by its name")
    func refused() throws {
        let program = try Program()
        let files = [
            (name: "hours.json", text: Self.notice("ITEM_SALES_EVENT_CHANGE", at: "2026-11-20T10:00:00Z", "")),
            (name: "fees.json", text: #"{"payload": {"FeesEstimateResult": {"Status": "Success"}}}"#),
            (name: "token.json", text: #"{"access_token": "x", "expires_in": 900}"#),
        ]
        #expect(try bring(program, files) == Array(repeating: "not-read leftAlone 0 0", count: 3))
        let words = try program.run("import", "hours.json").output
        #expect(words.contains("ITEM_SALES_EVENT_CHANGE"))
    }
}
