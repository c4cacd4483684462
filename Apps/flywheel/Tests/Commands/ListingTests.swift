import FlywheelKit
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct ListingTests {
    private func desk(_ files: KeyValuePairs<String, String>) throws -> Desk {
        let desk = try Desk()
        for (name, text) in files {
            let run = desk.run(
                "import", try desk.write(text, to: name), "--account", "nw", "--marketplace", "US", "--at",
                "2026-11-20T08:00:00Z")
            #expect(run.exit == .done, "\(run.output)\(run.errors)")
        }
        return desk
    }

    private func stock(of sku: String, _ desk: Desk) -> String? {
        desk.run("listing", sku, "--format", "table").output.split(separator: "\n").first { $0.hasPrefix("Stock") }
            .map { $0.dropFirst("Stock".count).drop { $0 == " " } }.map(String.init)
    }

    @Test func unitsOnTheirWayAndOnOrderAreToldApart() throws {
        let desk = try desk([
            "listings.csv": "sku,title,price,status\nA,Thing,20.00,Active\nB,Other,20.00,Active\n",
            "stock.csv": "sku,fulfillable,inbound-shipped\nA,15,30\nB,9,0\n",
            "orders.csv": "po,sku,ordered,expected,received,units,units received\nP1,A,2026-11-05,2026-11-25,,400,\n"
                + "P2,A,2026-10-05,2026-11-18,2026-11-18,300,100\nP3,B,2026-10-05,2026-11-18,2026-11-18,50,\n",
        ])
        #expect(stock(of: "A", desk) == "15 to sell, 30 on their way to the warehouse, 600 on order")
        #expect(stock(of: "B", desk) == "9 to sell, 0 on their way to the warehouse")
    }

    @Test func whereAListingIsSoldIsSaidWhereItIsNot() throws {
        let desk = try desk(["listings.csv": "sku,title,price,status\nA,Thing,20.00,Active\n"])
        for place in [["--marketplace", "DE"], ["--account", "south"]] {
            let run = desk.run(["listing", "A"] + place)
            let words = "no import names a listing \"A\" there; it is sold by nw on US"
            #expect(run.exit == .unknown && run.errors.contains(words), "\(run.errors)")
        }
    }

    @Test func thoseWithoutProblemsAreListedWhereTheyAreAskedFor() throws {
        let desk = try desk(["listings.csv": "sku,title,price,status\nA,Thing,20.00,Active\nB,Other,20.00,Active\n"])
        func skus(_ words: String...) throws -> [String] {
            let list = try JSON(reading: desk.run(["listings", "--format", "json"] + words).output)
            guard case .array(let items) = list["items"] else { return [] }
            #expect(list["all"] == .bool(words.contains("--all")))
            return items.flatMap { $0["sku"]?.texts ?? [] }
        }
        #expect(try skus() == [], "nothing is open")
        #expect(try skus("--all") == ["A", "B"])
        #expect(try skus("--all", "--search", "oth") == ["B"])
        #expect(desk.run("rotate").exit == .done)
        let door = try Doorstep(desk)
        func page(_ query: String) throws -> JSON { try #require(try door.ask(.get, "/api/v1/listings\(query)").json) }
        let first = try page("?all=true&limit=1")
        #expect(first["matching"]?["value"] == 2 && first["nextCursor"] != .null)
        #expect(try page("")["matching"]?["value"] == 0)
    }

    @Test func aShelfOfTheMerchantsOwnIsTheCatalogues() throws {
        let desk = try desk([
            "listings.csv": "sku,title,price,status,channel,quantity\nA,Thing,20.00,Active,DEFAULT,12\n"
                + "B,Other,20.00,Active,AMAZON_NA,12\n"
        ])
        #expect(stock(of: "A", desk) == "12 to sell")
        #expect(stock(of: "B", desk) == "not known", "where the marketplace ships, that number is none")
    }
}
