import Foundation
import Testing

/// A shelf that empties, from the first doubt to the day on which nothing can be done any more.
@Suite("Planning: exposure over time") struct ExposureOverTimeTests {
    /// One to three units a day, two on average.
    private func files(_ day: String, left: Int, orders: String? = nil) throws -> [String: String] {
        var files = [
            "listings.csv": DailyReports.listings("KN-12"), "stock.csv": DailyReports.stock("KN-12", left),
            "sales.csv": try DailyReports.sales("KN-12", before: day, (0..<120).map { $0 % 3 + 1 }),
        ]
        files["orders-in.csv"] = orders
        return files
    }

    @Test(
        "A stock-out is predicted with its chance, its last day to act and its shares, and comes true as the same row")
    func predicted() throws {
        let reports = try DailyReports()
        #expect(try reports.queue(on: "2026-11-20", after: files("2026-11-20", left: 90)).isEmpty)

        let early = try #require(try reports.queue(on: "2026-11-30", after: files("2026-11-30", left: 40)).first)
        let id = try #require(early["id"].text)
        let chance = try #require(early["probability"].number)
        #expect(early["kind"].text == "stock-out" && early["state"].text == "predicted")
        #expect(chance > 0.2 && chance < 0.9)
        // Twenty days of stock, less the fourteen that an order takes.
        let actBy = try #require(early["actBy"].text)
        #expect(actBy > "2026-11-30" && actBy < "2026-12-06")
        #expect(early["lane"].text == "predicted")
        let shares = try reports.show(id, on: "2026-11-30")["exposure"]["dailyLossShares"].items.compactMap(\.number)
        #expect(shares.count > 3 && shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })

        // Its last day to act is over before the next look, so it stands on top.
        let last = try #require(try reports.queue(on: "2026-12-03", after: files("2026-12-03", left: 34)).first)
        #expect(last["id"].text == id && last["lane"].text == "act-now")

        let late = try #require(try reports.queue(on: "2026-12-10", after: files("2026-12-10", left: 20)).first)
        #expect(late["id"].text == id && late["state"].text == "predicted")
        #expect(try #require(late["probability"].number) > chance)
        let (atRisk, avoidable) = (try #require(late["atRisk"].amount), try #require(late["avoidable"].amount))
        #expect(atRisk > (try #require(early["atRisk"].amount)))
        // Ten days of stock and fourteen until an order is here: what is lost between is lost.
        #expect(avoidable > 0 && avoidable < 0.9 * atRisk)

        let empty = try #require(try reports.queue(on: "2026-12-20", after: files("2026-12-20", left: 0)).first)
        #expect(empty["id"].text == id && empty["state"].text == "active" && empty["probability"].number == 1)
    }

    @Test(
        "What was launched and sells well runs out as what always did, whether or not anybody says when it was opened",
        arguments: ["", "2026-10-11T00:00:00Z"], [40, 7])
    func launched(opened: String, days: Int) throws {
        let reports = try DailyReports()
        let sold = (0..<365).map { 8 + $0 % 5 }
        let old = try DailyReports.sales("OLD", before: "2026-11-20", sold)
        let new = try DailyReports.sales("NEW", before: "2026-11-20", Array(sold.suffix(days)))
        let queue = try reports.queue(
            on: "2026-11-20",
            after: [
                "listings.csv":
                    "sku,title,price,status,opened\nOLD,Old,20.00,Active,\nNEW,New,20.00,Active,\(opened)\n",
                "stock.csv": "sku,fulfillable\nOLD,100\nNEW,100\n", "supply.csv": "sku,lead time\nOLD,20\nNEW,20\n",
                "sales.csv": old + new.drop { $0 != "\n" }.dropFirst(),
            ])
        let rows = queue.filter { $0["kind"].text == "stock-out" }
        #expect(rows.compactMap { $0["listing"]["sku"].text }.sorted() == ["NEW", "OLD"])
        #expect(rows.allSatisfy { $0["probability"].number ?? 0 > 0.99 })
        let forecast = try reports.program.run(
            "forecast", "NEW", "--format", "json", "--as-of", "2026-11-20T20:00:00Z"
        ).json
        let week = try #require(forecast["weeks"].items.first { $0["mean"].number != nil })
        let bounds = try ["p10", "mean", "p90"].map { try #require(week[$0].number) }
        #expect(abs(bounds[1] - 70) < 10 && bounds == bounds.sorted())
    }

    @Test("Once help comes too late nothing is avoidable, and the row says so")
    func tooLate() throws {
        let reports = try DailyReports()
        let order = "po,sku,ordered,expected,received,units\nP1,KN-12,2026-12-01,2026-12-20,,300\n"
        let rows = try reports.queue(on: "2026-12-10", after: files("2026-12-10", left: 4, orders: order))
        let row = try #require(rows.first { $0["kind"].text == "stock-out" })
        #expect(try #require(row["atRisk"].amount) > 100)
        #expect(row["avoidable"].amount == 0)
        let shown = try reports.show(try #require(row["id"].text), on: "2026-12-10")
        #expect(shown["resolution"]["suggestion"]["target"].text?.contains("it is too late to act") == true)
        #expect(
            try reports.program.run("reorder", "--format", "json", "--as-of", "2026-12-10T20:00:00Z").json["items"]
                .items.isEmpty)
    }
}
