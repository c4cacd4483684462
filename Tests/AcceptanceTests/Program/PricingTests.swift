import Foundation
import Testing

/// What a person sees of prices and featured offers.
@Suite("Pricing") struct PricingTests {
    /// A listing that sells ten a day with the featured offer, and four on two of five page views for thirty days.
    private func opened(suppressed: Bool = false) throws -> Program {
        let program = try Program()
        let day = { (back: Int) in
            let date = Date(timeIntervalSince1970: 1_795_132_800 - Double(back) * 86_400)
            return String(date.ISO8601Format().prefix(10))
        }
        let sales = (1...91).map { "\(day($0)),KN-12,\($0 <= 30 ? 4 : 10),\($0 <= 30 ? 40 : 100)%\n" }.joined()
        var files = [
            "listings-US.csv": "sku,title,price,status\nKN-12,Kettle,25.00,Active\n",
            "daily-US.csv": "day,sku,units,buy box percentage\n\(sales)",
            "offers-US.csv": """
            sku,our price,our landed price,buy box owner,buy box price,competing offers
            KN-12,25.00,25.00,COMPETITOR,23.00,3

            """,
            "costs-US.csv": "sku,unit cost,fees,floor,ceiling\nKN-12,9.00,3.75,15.00,40.00\n",
            "stock-US.csv": "sku,fulfillable\nKN-12,900\n",
        ]
        if suppressed {
            files["suppressed-US.csv"] =
                "sku,status,reason,issue,since\nKN-12,Listing Suppressed,,'[brand]' is required,2026-11-18\n"
        }
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            try program.folder.write(text, to: name)
            #expect(try program.run("import", name).exit == 0, "\(name)")
        }
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    private func row(_ program: Program, _ what: String) throws -> JSON {
        let items = try program.run("queue", "--format", "json").json["items"].items
        return try #require(items.first { $0["kind"].text == what }, "\(items.compactMap { $0["kind"].text })")
    }

    @Test("A lost featured offer says which measure, which cause, and which price would pay")
    func shown() throws {
        let program = try opened()
        let id = try #require(try row(program, "featured-offer-lost")["id"].text)
        let shown = try program.run("show", id, "--format", "json").output
        for word in [
            "page views with the own offer featured: 40 % over 7 days to 2026-11-19, usually 100 %",
            "featured now: a competitor at USD 23.00", "the claim rests on page views", "match-price",
            "Change the price from USD 25.00 to USD 23.00",
        ] {
            #expect(shown.contains(word), "\(word)")
        }
    }

    @Test("A2 Importing the same files again and rotating again changes nothing")
    func idempotent() throws {
        let program = try opened()
        let before = try program.run("queue", "--format", "json").output
        #expect(try program.run("import", "offers-US.csv").exit == 0)
        #expect(try program.run("rotate").exit == 0)
        #expect(try program.run("queue", "--format", "json").output == before)
    }

    @Test("A5 On a suppressed listing a lost featured offer recovers nothing alone, and says what blocks it")
    func blocked() throws {
        let program = try opened(suppressed: true)
        let lost = try row(program, "featured-offer-lost")
        #expect(lost["fixAlone"].amount == 0)
        #expect(try #require(lost["atRisk"].amount) > 0)
        let id = try #require(lost["id"].text)
        let blocker = try #require(try row(program, "listing-suppressed")["id"].text)
        let shown = try program.run("show", id).output
        #expect(shown.contains(blocker), "\(shown)")
    }

    @Test("A20 An offers file that stops coming opens and closes nothing; unknown is not zero")
    func missing() throws {
        let program = try opened()
        let id = try #require(try row(program, "featured-offer-lost")["id"].text)
        // The next file knows the listing, and neither who is featured nor a share of page views.
        try program.folder.write("sku,our price\nKN-12,25.00\n", to: "offers-US-2026-12-05.csv")
        try program.folder.write(
            "sku,title,price,status\nKN-12,Kettle,25.00,Active\n", to: "listings-US-2026-12-05.csv")
        let later = "2026-12-05T20:00:00Z"
        for name in ["offers-US-2026-12-05.csv", "listings-US-2026-12-05.csv"] {
            let imported = try program.run("import", name, "--as-of", later, "--format", "json")
            // A file that lost columns waits for a person, who knows that it did.
            if imported.exit == 3 {
                let id = try #require(try imported.json["files"].items.first?["id"].text)
                #expect(try program.run("imports", "accept", id, "--as-of", later).exit == 0)
            }
        }
        #expect(try program.run("rotate", "--as-of", later).exit == 0)
        let state = try program.run("show", id, "--format", "json", "--as-of", later).json
        #expect(state["state"].text == "active", "\(state)")
    }
}
