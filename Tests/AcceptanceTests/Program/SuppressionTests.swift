import FlywheelKit
import Foundation
import Testing

/// What the marketplace does to listings, from the files that tell of it to the row, its reason and its end.
@Suite("Suppressions in depth") struct SuppressionTests {
    /// A seller of a few listings, one set of files a day.
    private struct Shop {
        var program: Program

        init() throws { program = try Program() }

        /// Brings the files of a day, each by its name without the day, and looks at them.
        mutating func day(_ day: String, _ files: [String: String]) throws {
            program.asOf = "\(day)T20:00:00Z"
            for (name, text) in files.sorted(by: { $0.key < $1.key }) {
                let parts = name.split(separator: ".")
                let path = "\(parts[0])-US-\(day).\(parts[1])"
                try program.folder.write(text, to: path)
                let run = try program.run("import", path, "--marketplace", "US")
                #expect(run.exit == 0, "\(path): \(run.errors)\(run.output)")
            }
            #expect(try program.run("rotate").exit == 0)
        }

        /// The open rows of a listing.
        func rows(_ sku: String) throws -> [JSON] {
            try program.run("queue", "--all", "--limit", "500", "--format", "json").json["items"].items
                .filter { $0["listing"]["sku"].text == sku && $0["workflow"].text == "suppressions" }
        }

        func row(_ sku: String) throws -> JSON {
            let rows = try rows(sku)
            #expect(rows.count == 1, "\(sku): \(rows.compactMap(\.["kind"].text))")
            return try #require(rows.first)
        }

        func show(_ id: String?) throws -> JSON {
            try program.run("show", try #require(id), "--format", "json").json
        }
    }

    private static let heading = "sku,status,code,issue,since,exempt until\n"

    private func catalog(_ lines: String...) -> String {
        "sku,title,price,status,category\n" + lines.joined(separator: "\n") + "\n"
    }

    @Test("What being hidden from search takes is learned from what hidden listings sold")
    func learned() throws {
        var shop = try Shop()
        let mugs = (1...20).map { "MUG-\($0)" }
        let listings = mugs + ["TOY-1"]
        let first = try #require(Day("2026-10-01"))
        var sales = "sku,date,units\n"
        for (index, sku) in listings.enumerated() {
            // Mugs sell 6 a day, and 3 once search does not show them.
            for day in 0..<50 {
                let isHidden = index < mugs.count && day >= 40
                sales += "\(sku),\(first.advanced(by: day)),\(isHidden ? 3 : 6)\n"
            }
        }
        let hidden = listings.map { sku in
            "\(sku),Search Suppressed,90220,,\(first.advanced(by: sku == "TOY-1" ? 48 : 40)),\n"
        }
        try shop.day(
            "2026-11-20",
            [
                "listings.csv": catalog("TOY-1,Toy,9.00,Active,TOY")
                    + mugs.map { "\($0),Mug,12.00,Active,MUG\n" }.joined(),
                "sales.csv": sales, "suppressed.csv": Self.heading + hidden.joined(),
            ])
        func share(_ sku: String) throws -> Double {
            let exposure = try shop.show(try shop.row(sku)["id"].text)["exposure"]
            return try #require(exposure["dailyLossShares"].items.first?.number)
        }
        // Twenty mugs lost half: the prior of 0.75 has little left to say, and of toys nobody knows more than it.
        #expect((0.5...0.53).contains(try share("MUG-1")))
        #expect(try share("TOY-1") == 0.75)
        let unknowns = try shop.show(try shop.row("MUG-1")["id"].text)["resolution"]["suggestion"]["unknowns"].items
        #expect(unknowns.contains { $0.text?.contains("20 like it lost 50 %") == true })
        #expect(try shop.program.run("rotate", "--format", "json").json["rotation"].text == "R1")
    }

    @Test("An exemption foretells its end, and what comes true keeps its name though the date is gone")
    func exemption() throws {
        var shop = try Shop()
        let listings = catalog("A,Knife,20.00,Active,KNIFE", "B,Fork,20.00,Active,FORK", "Z,Spoon,20.00,Active,SPOON")
        let other = "Z,Search Suppressed,1,,,\n"
        func exempt(_ sku: String) -> String { "\(sku),LISTING_SUPPRESSED,18155,,,2026-11-23T08:00:00Z\n" }
        try shop.day(
            "2026-11-20",
            ["listings.csv": listings, "suppressed.csv": Self.heading + exempt("A") + exempt("B") + other])
        let foreseen = try shop.row("A")
        let lapsing = try shop.row("B")
        #expect(foreseen["state"].text == "predicted" && foreseen["probability"].number == 0.8)
        #expect(try shop.show(foreseen["id"].text)["exposure"]["deadline"].text == "2026-11-23T08:00:00Z")

        let enforced = "A,LISTING_SUPPRESSED,18155,,,\n"
        try shop.day(
            "2026-11-24", ["listings.csv": listings, "suppressed.csv": Self.heading + enforced + other])
        let active = try shop.row("A")
        #expect(active["id"].text == foreseen["id"].text && active["state"].text == "active")
        #expect(
            try shop.show(active["id"].text)["history"].items.compactMap(\.["event"].text) == ["opened", "cameTrue"])
        #expect(try shop.rows("B").isEmpty)
        #expect(try shop.show(lapsing["id"].text)["state"].text == "lapsed")
    }

    @Test("A suppression that comes back names the cause it was closed with, and that this did not hold")
    func repeats() throws {
        var shop = try Shop()
        let listings = catalog("A,Knife,20.00,Active,KNIFE", "Z,Spoon,20.00,Active,SPOON")
        let other = "Z,Search Suppressed,1,,,\n"
        let with = [
            "listings.csv": listings, "suppressed.csv": Self.heading + "A,Search Suppressed,brand,,,\n" + other,
        ]
        let without = ["listings.csv": listings, "suppressed.csv": Self.heading + other]
        func close(_ id: String, cause: String) throws {
            #expect(try shop.program.run("claim", id, "--as", "ben").exit == 0)
            #expect(try shop.program.run("step", id, "1", "--as", "ben").exit == 0)
            let run = try shop.program.run("close", id, "--cause", cause, "--note", "asked the maker", "--as", "ben")
            #expect(run.exit == 0, "\(run.errors)")
        }
        try shop.day("2026-11-20", with)
        let first = try #require(try shop.row("A")["id"].text)
        try close(first, cause: "missing-attribute")
        try shop.day("2026-11-21", without)
        #expect(try shop.show(first)["state"].text == "verified")
        try shop.day("2026-11-22", with)
        let second = try #require(try shop.row("A")["id"].text)
        #expect(second != first)
        try close(second, cause: "feed-overwrite")
        try shop.day("2026-11-23", without)
        try shop.day("2026-11-24", with)
        let third = try #require(try shop.row("A")["id"].text)

        let earlier = try shop.show(third)["earlier"].items
        #expect(earlier.compactMap(\.["id"].text) == [second, first])
        #expect(earlier.compactMap(\.["rootCause"].text) == ["feed-overwrite", "missing-attribute"])
        #expect(earlier.first?["closedBy"].text == "ben" && earlier.first?["note"].text == "asked the maker")
        let text = try shop.program.run("show", third, "--playbook", "--width", "200").output
        #expect(text.contains("Repeats  2 times before, last as \(second), closed"))
        #expect(text.contains("ben: asked the maker") && text.contains("earlier causes: missing attribute"))
        #expect(text.contains("Last time (\(second), closed as feed overwrite; done: 1) it did not hold"))
    }

    @Test("Sources that say more or less of one issue hold one row open, under its first name, until the last lets go")
    func sources() throws {
        var shop = try Shop()
        let listings = catalog("A,Knife,20.00,Active,KNIFE", "Z,Spoon,20.00,Active,SPOON")
        let bare = "sku,status\nA,SEARCH_SUPPRESSED\nZ,SEARCH_SUPPRESSED\n"
        func report(_ skus: String...) -> String {
            Report.table(
                [
                    "Status", "Reason", "SKU", "ASIN", "Product name", "Condition", "Status Change Date",
                    "Issue Description",
                ],
                skus.map { sku in
                    [
                        "Status": "Search Suppressed", "Reason": "Missing info", "SKU": sku, "Condition": "11",
                        "Status Change Date": "2026-11-20", "Issue Description": "'[brand]' is required.",
                    ]
                })
        }
        try shop.day("2026-11-20", ["listings.csv": listings, "suppressed.csv": bare])
        let id = try shop.row("A")["id"].text
        #expect(try shop.row("A")["discriminator"].text == "")
        try shop.day("2026-11-21", ["listings.csv": listings, "suppressed.csv": bare, "report.txt": report("A", "Z")])
        #expect(try shop.row("A")["id"].text == id)
        #expect(
            try shop.show(id)["resolution"]["playbook"]["id"].text == "missing-attribute", "what is known by now counts"
        )
        try shop.day("2026-11-22", ["listings.csv": listings, "suppressed.csv": bare, "report.txt": report("Z")])
        #expect(try shop.row("A")["id"].text == id, "the other source still tells of it")
        try shop.day(
            "2026-11-23",
            [
                "listings.csv": listings, "suppressed.csv": "sku,status\nZ,SEARCH_SUPPRESSED\n",
                "report.txt": report("Z"),
            ])
        #expect(try shop.rows("A").isEmpty)
        #expect(try shop.show(id)["state"].text == "cleared")
    }

    @Test("A listing whose status lacks what it needs to sell is found though no issue says so, unless stock is out")
    func status() throws {
        var shop = try Shop()
        try shop.day(
            "2026-11-20",
            [
                "listings.csv": catalog(
                    "A,Knife,20.00,NOT BUYABLE,KNIFE", "B,Fork,20.00,BUYABLE,FORK",
                    "C,Plate,20.00,BUYABLE DISCOVERABLE,PLATE", "D,Cup,20.00,NOT BUYABLE,CUP",
                    "Z,Spoon,20.00,BUYABLE,SPOON"),
                "stock.csv": "sku,fulfillable\nA,5\nB,5\nC,5\nD,0\nZ,5\n",
                "suppressed.csv": Self.heading + "Z,Search Suppressed,1,,,\n",
            ])
        let kinds = try ["A", "B", "C", "D", "Z"].map { try shop.rows($0).compactMap(\.["kind"].text) }
        #expect(kinds == [["not-buyable"], ["not-discoverable"], [], [], ["search-suppressed"]])
    }
}
